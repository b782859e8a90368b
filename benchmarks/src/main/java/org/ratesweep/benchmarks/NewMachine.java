/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** New virtual machines, with the classes of this one, that go from the template to the first step. */
final class NewMachine implements AutoCloseable {
    private final Path folder;
    private final Optional<Path> archive;

    private NewMachine(final Path folder, final Optional<Path> archive) {
        this.folder = folder;
        this.archive = archive;
    }

    /**
     * Makes an archive of the classes that they load, as the launcher does when it is built. There is none where this Java
     * cannot make one, as with classes in folders instead of JAR files.
     */
    static NewMachine prepare() {
        try {
            final Path folder = Files.createTempDirectory("ratesweep-benchmarks");
            final Path classes = folder.resolve("classes");
            final Path archive = folder.resolve("archive");
            // What cannot be archived is of no interest, nor is why there is no archive.
            run(ProcessBuilder.Redirect.DISCARD, "-Xshare:off", "-XX:DumpLoadedClassList=" + classes);
            run(
                    ProcessBuilder.Redirect.DISCARD,
                    "-Xshare:dump",
                    "-XX:SharedClassListFile=" + classes,
                    "-XX:SharedArchiveFile=" + archive);
            return new NewMachine(folder, Optional.of(archive).filter(Files::exists));
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Measures without any archive of classes but that of Java. */
    FirstStep firstStep() {
        return measured();
    }

    /** Measures with an archive; empty if there is none. */
    Optional<FirstStep> firstStepWithArchive() {
        return archive.map(file -> measured("-Xshare:auto", "-XX:SharedArchiveFile=" + file));
    }

    private static FirstStep measured(final String... options) {
        return FirstStep.parse(run(ProcessBuilder.Redirect.INHERIT, options));
    }

    /** Returns what it writes to its standard output. */
    private static String run(final ProcessBuilder.Redirect errors, final String... options) {
        final List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:+UseParallelGC"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FirstStep.class.getName()));
        try {
            final Process process =
                    new ProcessBuilder(command).redirectError(errors).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve("archive"));
        Files.deleteIfExists(folder.resolve("classes"));
        Files.deleteIfExists(folder);
    }
}
