/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, which only a process of its own can get. */
@DisabledOnOs(OS.WINDOWS)
class InterruptionTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void endsARunWithoutATrace() throws IOException, InterruptedException {
        final Path sweep = SweepFiles.endless(folder);
        final Path err = folder.resolve("err.txt");
        final Process run = start(sweep, err);
        try {
            // A line of progress says that it computes.
            for (int i = 0; i < 300 && Files.readString(err).isEmpty() && run.isAlive(); i++) {
                Thread.sleep(100);
            }
            assertTrue(run.isAlive(), "ended too early");
            assumeTrue(!ignoresInterruption(run), "started where Ctrl-C is ignored, for instance in the background");
            new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();

            final long signalled = System.nanoTime();
            assertTrue(run.waitFor(SOON.toSeconds(), TimeUnit.SECONDS), "still runs");
            assertEquals(130, run.exitValue());
            assertTrue(System.nanoTime() - signalled < SOON.toNanos());
        } finally {
            run.destroyForcibly();
        }
        assertTrue(Files.readString(err).contains("Interrupted"), Files.readString(err));
        assertFalse(Files.exists(folder.resolve("out")));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(Set.of(sweep, err), left.collect(Collectors.toSet()));
        }
    }

    /** A process inherits that; Linux shows it as a mask of signals, of which SIGINT is the second. */
    private static boolean ignoresInterruption(final Process process) throws IOException {
        final Path status = Path.of("/proc/" + process.pid() + "/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    private Process start(final Path sweep, final Path err) throws IOException {
        Files.createFile(err);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "--out",
                        folder.resolve("out").toString(),
                        sweep.toString())
                .redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
