/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.knime.results.ResultsColumns;

/**
 * The results map: which parameter set has which values.
 *
 * @param spec the columns
 * @param rows the rows by the names of the sets, in order
 */
record MapTable(DataTableSpec spec, Map<String, DataRow> rows) {
    /** Reads a map; it has one row a parameter set and fits in memory where the sweep did. */
    static MapTable read(final DataTable table) {
        final Map<String, DataRow> rows = new LinkedHashMap<>();
        table.forEach(row -> rows.put(row.getKey().getString(), row));
        return new MapTable(table.getDataTableSpec(), rows);
    }

    /**
     * Returns the columns that are parameters: all but those that say how a set fared.
     *
     * @param spec the columns of the map
     * @return some of them, in their order
     */
    static List<DataColumnSpec> parameters(final DataTableSpec spec) {
        return spec.stream()
                .filter(column -> !ResultsColumns.isFate(column.getName()))
                .toList();
    }

    /** Checks the keys. */
    static void check(final DataTableSpec spec, final List<ResultsMapParameters.SortKey> keys) {
        for (final ResultsMapParameters.SortKey key : keys) {
            if (!spec.containsName(key.m_column)) {
                throw new InputException("the results map has no column '" + key.m_column + "' to sort by"
                        + NearMatches.suggest(key.m_column, List.of(spec.getColumnNames())));
            }
        }
    }

    /** Returns the same rows, sorted; rows that are equal in all keys keep their order, missing values are last. */
    MapTable sortedBy(final List<ResultsMapParameters.SortKey> keys) {
        check(spec, keys);
        final List<Map.Entry<String, DataRow>> entries = new ArrayList<>(rows.entrySet());
        for (int i = keys.size() - 1; i >= 0; i--) {
            final int column = spec.findColumnIndex(keys.get(i).m_column);
            final boolean descending = keys.get(i).m_order == SortOrder.DESCENDING;
            final Comparator<DataCell> ascending = MapTable::compare;
            final Comparator<DataCell> values = descending ? ascending.reversed() : ascending;
            entries.sort(Comparator.comparing((Map.Entry<String, DataRow> entry) ->
                            entry.getValue().getCell(column).isMissing())
                    .thenComparing(entry -> entry.getValue().getCell(column), values));
        }
        final Map<String, DataRow> sorted = new LinkedHashMap<>();
        entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return new MapTable(spec, sorted);
    }

    private static int compare(final DataCell first, final DataCell second) {
        return first instanceof DoubleValue a && second instanceof DoubleValue b
                ? Double.compare(a.getDoubleValue(), b.getDoubleValue())
                : first.toString().compareTo(second.toString());
    }

    /** Returns the parameter values of a set. */
    List<DataCell> parameterCells(final String set) {
        final DataRow row = rows.get(set);
        return parameters(spec).stream()
                .map(column -> row.getCell(spec.findColumnIndex(column.getName())))
                .toList();
    }

    /**
     * Returns the parameter values of a set in words, for instance {@code C=68, tau=0.01}; its name if there are
     * none.
     */
    String label(final String set) {
        final List<String> parts = new ArrayList<>();
        for (final DataColumnSpec column : parameters(spec)) {
            final DataCell cell = rows.get(set).getCell(spec.findColumnIndex(column.getName()));
            parts.add(label(column.getName(), cell));
        }
        return parts.isEmpty() ? set : String.join(", ", parts);
    }

    /** Returns the value of a parameter in words, for instance {@code C=68}. */
    static String label(final String parameter, final DataCell cell) {
        return parameter + "=" + (cell instanceof DoubleValue value ? shortest(value) : cell.toString());
    }

    private static String shortest(final DoubleValue value) {
        final String text = Double.toString(value.getDoubleValue());
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
