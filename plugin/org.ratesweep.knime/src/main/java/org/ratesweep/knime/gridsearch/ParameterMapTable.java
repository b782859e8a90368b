/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.ratesweep.core.error.InputException;

/** Reads the table that says what each key of the grid sets. */
final class ParameterMapTable {
    private ParameterMapTable() {}

    /** Checks the columns. */
    static void check(final DataTableSpec spec) {
        for (final String column : List.of(InputPorts.KEY, InputPorts.PATH)) {
            if (!InputPorts.isText(spec, column)) {
                throw new InputException("the parameter map has no text column '" + column
                        + "'; expected the columns 'key' and 'path', as Parameter Grid makes them; it has: "
                        + String.join(", ", spec.getColumnNames()));
            }
        }
    }

    /**
     * Reads the table.
     *
     * @param table one row for each key and path
     * @return the paths of every key
     */
    static Map<String, List<String>> read(final DataTable table) {
        final DataTableSpec spec = table.getDataTableSpec();
        check(spec);
        final Map<String, List<String>> map = new LinkedHashMap<>();
        for (final DataRow row : table) {
            final String key = text(row, spec.findColumnIndex(InputPorts.KEY));
            map.computeIfAbsent(key, first -> new ArrayList<>()).add(text(row, spec.findColumnIndex(InputPorts.PATH)));
        }
        return map;
    }

    private static String text(final DataRow row, final int column) {
        if (row.getCell(column) instanceof StringValue value) {
            return value.getStringValue();
        }
        throw new InputException("the row '" + row.getKey().getString() + "' of the parameter map has a missing value");
    }
}
