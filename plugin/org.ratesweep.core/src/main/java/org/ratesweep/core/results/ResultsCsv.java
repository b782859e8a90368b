/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ratesweep.core.solve.Recording;
import org.ratesweep.core.sweep.SetBlock;

/**
 * Results as a CSV table: one row a sample in time, the first column being the time and every other one a series.
 *
 * <p>The header is {@code time}, then {@code output|parameter set|variable path} for each of {@link Results#columns()}.
 * Every number is the shortest decimal that reads back as the same double; numbers that are not finite are {@code NaN},
 * {@code Infinity} and {@code -Infinity}. The text is UTF-8, lines end in {@code \n}, and names are quoted where CSV
 * (RFC 4180) asks for it.
 */
public final class ResultsCsv {
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
        final NumberRows rows = new NumberRows(out);
        final List<List<Results.Recorded>> outputs = results.recorded();
        for (int row = 0; row < results.rows(); row++) {
            rows.number(results.time(row));
            for (final List<Results.Recorded> variables : outputs) {
                writeOutput(results.blocks(), variables, row, rows);
            }
            rows.endRow();
        }
        rows.flush();
    }

    static void writeHeader(final List<String> header, final OutputStream out) throws IOException {
        CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(out, StandardCharsets.UTF_8)
                .writeRecord(header)
                .flush();
    }

    private static void writeOutput(
            final List<SetBlock> blocks, final List<Results.Recorded> variables, final int row, final NumberRows rows)
            throws IOException {
        for (final SetBlock block : blocks) {
            final Recording recording = block.recording();
            for (int set = 0; set < recording.sets(); set++) {
                for (final Results.Recorded variable : variables) {
                    rows.number(recording.value(variable.variable(), set, row));
                }
            }
        }
    }
}
