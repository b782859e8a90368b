/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.results.ResultsCsv;
import org.ratesweep.core.solve.Euler;
import org.ratesweep.core.sweep.RunOptions;

/** How fast results become text. */
final class WritingChapter implements Chapter {
    private static final double MEGABYTE = 1e6;

    private static final int SETS = 600;

    /** What {@link ResultsCsv} hands on at a time. */
    private static final int PIECE = 1 << 16;

    @Override
    public String name() {
        return "writing";
    }

    @Override
    public List<Table> tables(final Effort effort) {
        final Results results = Results.collect(
                new JansenRit().sweep(SETS, effort.choose(20_000, 100), new Euler()), RunOptions.defaults());
        try {
            final Path file = Files.createTempFile("ratesweep-benchmarks", ".csv");
            try {
                write(results, file);
                final double size = Files.size(file) / MEGABYTE;
                for (int i = 0; i < effort.choose(5, 1); i++) {
                    write(results, OutputStream.nullOutputStream());
                    // Or HotSpot takes it for granted that all goes to nowhere, and what is measured next is its
                    // repair.
                    write(results, file);
                }
                final double nowhere = Median.of(
                        effort.repetitions(),
                        () -> Median.seconds(() -> write(results, OutputStream.nullOutputStream())));
                final double disk = Median.of(effort.repetitions(), () -> Median.seconds(() -> write(results, file)));
                final byte[] bytes = Files.readAllBytes(file);
                final double alone = Median.of(effort.repetitions(), () -> Median.seconds(() -> write(bytes, file)));
                return List.of(new Table(
                        "Writing results.csv",
                        List.of("to", "size (MB)", "MB/s"),
                        List.of(
                                List.of("nowhere", Table.number(size), Table.number(size / nowhere)),
                                List.of("a file", Table.number(size), Table.number(size / disk)),
                                List.of("a file, ready bytes", Table.number(size), Table.number(size / alone))),
                        List.of("JRC2, " + SETS
                                + " sets, two variables; every number as the shortest decimal that reads"
                                + " back as the same, one thread. Ready bytes show what the file system takes.")));
            } finally {
                Files.delete(file);
            }
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(final Results results, final Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(results, out);
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(final byte[] bytes, final Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int from = 0; from < bytes.length; from += PIECE) {
                out.write(bytes, from, Math.min(PIECE, bytes.length - from));
            }
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(final Results results, final OutputStream out) {
        try {
            ResultsCsv.write(results, out);
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
