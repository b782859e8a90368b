/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Results as a CSV table: one row a sample in time, the first column being the time and every other one a series.
 *
 * <p>The header is {@code time}, then {@code output|parameter set|variable path} for each of {@link Results#columns()}.
 * Every number is the shortest decimal that reads back as the same double; numbers that are not finite are {@code NaN},
 * {@code Infinity} and {@code -Infinity}. The text is UTF-8, lines end in {@code \n}, and names are quoted where CSV
 * (RFC 4180) asks for it.
 */
public final class ResultsCsv {
    /** Samples that are looked at together, since those of one row lie far apart: 8 MB. */
    private static final int SAMPLES_AT_A_TIME = 1 << 20;

    private ResultsCsv() {}

    /**
     * Writes the table, row by row.
     *
     * @param results the results
     * @param out where to; not closed
     * @throws IOException if it cannot be written to
     */
    public static void write(final Results results, final OutputStream out) throws IOException {
        final List<String> header = new ArrayList<>();
        header.add("time");
        results.columns().forEach(column -> header.add(column.toString()));
        writeHeader(header, out);
        final NumberRows numbers = new NumberRows(out);
        final int rowsAtATime = Math.max(1, Math.min(results.rows(), SAMPLES_AT_A_TIME / header.size()));
        final Window window = new Window(results, rowsAtATime);
        for (int from = 0; from < results.rows(); from += rowsAtATime) {
            final int to = Math.min(results.rows(), from + rowsAtATime);
            window.move(from, to);
            for (int row = from; row < to; row++) {
                numbers.number(results.time(row));
                window.write(row - from, numbers);
                numbers.endRow();
            }
        }
        numbers.flush();
    }

    static void writeHeader(final List<String> header, final OutputStream out) throws IOException {
        CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(out, StandardCharsets.UTF_8)
                .writeRecord(header)
                .flush();
    }

    /** Some rows of all series. */
    private static final class Window {
        private final Samples samples;
        private final List<List<Results.Recorded>> outputs;
        /** By block and variable: row by row, in each the sets of the block. */
        private final double[][][] values;

        Window(final Results results, final int rows) {
            this.samples = results.samples();
            this.outputs = results.recorded();
            final int variables = outputs.stream().mapToInt(List::size).sum();
            this.values = new double[samples.blocks()][variables][];
            for (int block = 0; block < values.length; block++) {
                for (int variable = 0; variable < variables; variable++) {
                    values[block][variable] = new double[Math.multiplyExact(rows, samples.sets(block))];
                }
            }
        }

        void move(final int from, final int to) {
            for (int block = 0; block < values.length; block++) {
                for (int variable = 0; variable < values[block].length; variable++) {
                    samples.read(block, variable, from, to, values[block][variable]);
                }
            }
        }

        void write(final int row, final NumberRows numbers) throws IOException {
            for (final List<Results.Recorded> variables : outputs) {
                for (int block = 0; block < values.length; block++) {
                    final int sets = samples.sets(block);
                    for (int set = 0; set < sets; set++) {
                        for (final Results.Recorded variable : variables) {
                            numbers.number(values[block][variable.variable()][row * sets + set]);
                        }
                    }
                }
            }
        }
    }
}
