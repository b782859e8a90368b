/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The sweep of {@link JansenRit} in C, compiled with the C compiler of this machine. */
final class CReference implements AutoCloseable {
    private static final String SOURCE = "jansen_rit.c";
    private static final List<String> COMPILERS = List.of("cc", "gcc", "clang");
    private static final String[] OPTIONS = {
        "-O3", "-march=native", "-ffast-math", "-fno-associative-math", "-fopenmp-simd"
    };

    private static final int FEWEST_STEPS = 100;
    /** The last one counts: its memory is there already. */
    private static final int REPETITIONS = 2;
    /** What it keeps of so many fits into 1 GB. */
    private static final long MOST_POINT_STEPS = 1L << 28;

    private final Path folder;
    private final Path program;

    private CReference(final Path folder, final Path program) {
        this.folder = folder;
        this.program = program;
    }

    /**
     * Compiles it; empty if no C compiler can be found that does it.
     *
     * @param lanes how many parameter sets it computes at a time: 4 fill a vector register of 256 bits, 8 one of 512
     */
    static Optional<CReference> compile(final int lanes) {
        try (InputStream text = CReference.class.getResourceAsStream(SOURCE)) {
            final Path folder = Files.createTempDirectory("ratesweep-benchmarks");
            final CReference reference = new CReference(folder, folder.resolve("jansen_rit"));
            Files.copy(text, folder.resolve(SOURCE));
            for (final String compiler : COMPILERS) {
                if (reference.compile(compiler, lanes)) {
                    return Optional.of(reference);
                }
            }
            reference.close();
            return Optional.empty();
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean compile(final String compiler, final int lanes) {
        final ProcessBuilder command = new ProcessBuilder(compiler);
        command.command().addAll(List.of(OPTIONS));
        command.command()
                .addAll(List.of(
                        "-DLANES=" + lanes,
                        "-o",
                        program.toString(),
                        folder.resolve(SOURCE).toString(),
                        "-lm"));
        try {
            return command.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (final IOException notThere) {
            return false;
        } catch (final InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns runs with a number of parameter sets on one thread. */
    Contestant runs(final int sets, final Effort effort) {
        int steps = FEWEST_STEPS;
        while (seconds(sets, steps) < effort.seconds() / REPETITIONS / 2 && (long) sets * steps < MOST_POINT_STEPS) {
            steps *= 2;
        }
        final int enough = steps;
        return () -> {
            final double rate = (double) sets * enough / seconds(sets, enough);
            return new Rate(rate, rate, 0);
        };
    }

    private double seconds(final int sets, final int steps) {
        try {
            final Process process = new ProcessBuilder(
                            program.toString(),
                            Integer.toString(sets),
                            Integer.toString(steps),
                            Integer.toString(REPETITIONS))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            final List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            final String last = lines.get(REPETITIONS - 1);
            return Double.parseDouble(last.substring(0, last.indexOf(' ')));
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(program);
        Files.deleteIfExists(folder.resolve(SOURCE));
        Files.deleteIfExists(folder);
    }
}
