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

    @Override
    public String name() {
        return "writing";
    }

    @Override
    public List<Table> tables(final Effort effort) {
        final Results results = Results.collect(
                new JansenRit().sweep(60, effort.choose(20_000, 100), new Euler()), RunOptions.defaults());
        try {
            final Path file = Files.createTempFile("ratesweep-benchmarks", ".csv");
            try {
                write(results, file);
                final double size = Files.size(file) / MEGABYTE;
                for (int i = 0; i < effort.choose(5, 1); i++) {
                    write(results, OutputStream.nullOutputStream());
                }
                final double nowhere = Median.of(
                        effort.repetitions(),
                        () -> Median.seconds(() -> write(results, OutputStream.nullOutputStream())));
                final double disk = Median.of(effort.repetitions(), () -> Median.seconds(() -> write(results, file)));
                return List.of(new Table(
                        "Writing results.csv",
                        List.of("to", "size (MB)", "MB/s"),
                        List.of(
                                List.of("nowhere", Table.number(size), Table.number(size / nowhere)),
                                List.of("a file", Table.number(size), Table.number(size / disk))),
                        List.of("JRC2, 60 sets, two variables; every number as the shortest decimal that reads back as"
                                + " the same, one thread.")));
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

    private static void write(final Results results, final OutputStream out) {
        try {
            ResultsCsv.write(results, out);
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
