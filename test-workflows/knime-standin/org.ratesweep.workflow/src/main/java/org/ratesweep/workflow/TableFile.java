/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/** Tables as CSV: the row keys first, missing cells empty, numbers so that they read back the same. */
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
        try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
            final List<String> header = new ArrayList<>(List.of("Row ID"));
            header.addAll(List.of(table.getDataTableSpec().getColumnNames()));
            csv.writeRecord(header);
            for (final DataRow row : table) {
                final List<String> fields = new ArrayList<>(List.of(row.getKey().getString()));
                for (final DataCell cell : row) {
                    fields.add(cell.isMissing() ? "" : cell.toString());
                }
                csv.writeRecord(fields);
            }
        }
    }
}
