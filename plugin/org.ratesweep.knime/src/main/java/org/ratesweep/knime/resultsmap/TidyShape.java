/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.ratesweep.knime.results.ResultsColumns;
import org.ratesweep.knime.results.ResultsTable;

/** The columns of the tables that Results Map makes. */
final class TidyShape {
    private TidyShape() {}

    /** Returns the columns of the map with measures. */
    static DataTableSpec mapSpec(final DataTableSpec map, final List<String> measures) {
        final List<DataColumnSpec> columns = new ArrayList<>(map.stream().toList());
        measures.forEach(name -> columns.add(ResultsTable.number(name)));
        return distinct(columns, "the map with measures");
    }

    /** Returns the columns of the table with one row a sample. */
    static DataTableSpec longSpec(final List<DataColumnSpec> parameters, final List<String> series) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(ResultsTable.column(ResultsColumns.SET, StringCell.TYPE));
        columns.addAll(parameters);
        columns.add(ResultsTable.number(ResultsColumns.TIME));
        series.forEach(name -> columns.add(ResultsTable.number(name)));
        return distinct(columns, "the tidy table");
    }

    /** Returns the columns of the table with one column a series of a set. */
    static DataTableSpec wideSpec(final List<String> sets, final MapTable map, final List<String> series) {
        ResultsTable.requireNotTooWide(
                sets.size(), series.size(), "choose the layout Long, or filter the rows of the results map");
        final Set<String> labels = new HashSet<>();
        sets.forEach(set -> labels.add(map.label(set)));
        final boolean unique = labels.size() == sets.size();
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(ResultsTable.number(ResultsColumns.TIME));
        for (final String name : series) {
            for (final String set : sets) {
                columns.add(ResultsTable.number(name + ResultsColumns.SEPARATOR + (unique ? map.label(set) : set)));
            }
        }
        return distinct(columns, "the tidy table");
    }

    private static DataTableSpec distinct(final List<DataColumnSpec> columns, final String table) {
        return ResultsTable.spec(columns, table, "rename a derived series, or a column of the results map");
    }
}
