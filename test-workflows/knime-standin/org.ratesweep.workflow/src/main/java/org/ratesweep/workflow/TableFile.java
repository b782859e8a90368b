/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import com.fasterxml.jackson.core.io.NumberOutput;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/** Tables as CSV: the row keys first, missing cells empty (in lists a question mark), numbers in the shortest form. */
final class TableFile {
    private TableFile() {}

    /** Writes each table that a node made into a file of its own. */
    static void write(final WorkflowRun.Made made, final Path folder) throws IOException {
        for (int i = 0; i < made.outputs().length; i++) {
            final PortObject output = made.outputs()[i];
            if (output instanceof BufferedDataTable table) {
                final String name = made.node().name().replaceAll("[^A-Za-z0-9._-]+", "-");
                write(table, folder.resolve(made.node().id() + "-" + name + "-" + (i + 1) + ".csv"));
            }
        }
    }

    private static void write(final BufferedDataTable table, final Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8)) {
            final List<String> header = new ArrayList<>(List.of("Row ID"));
            header.addAll(List.of(table.getDataTableSpec().getColumnNames()));
            csv.writeRecord(header);
            for (final DataRow row : table) {
                final List<String> fields = new ArrayList<>(List.of(row.getKey().getString()));
                for (final DataCell cell : row) {
                    fields.add(cell.isMissing() ? "" : text(cell));
                }
                csv.writeRecord(fields);
            }
        }
    }

    private static String text(final DataCell cell) {
        if (cell instanceof DoubleCell number) {
            return NumberOutput.toString(number.getDoubleValue(), true);
        }
        if (cell instanceof CollectionDataValue cells) {
            final StringJoiner list = new StringJoiner(", ", "[", "]");
            cells.forEach(element -> list.add(text(element)));
            return list.toString();
        }
        return cell.toString();
    }
}
