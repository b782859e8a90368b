/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.ratesweep.core.error.InputException;
import org.ratesweep.knime.gridsearch.ResultsColumns;

/** The columns of the tables that Results Map makes. */
final class TidyShape {
    private static final int MOST_WIDE_SERIES = 1000;

    private TidyShape() {}

    /** Returns how containers take the rows of courses, whose keys are known to be unique. */
    static DataContainerSettings containerSettings() {
        return DataContainerSettings.builder()
                .withInitializedDomain(true)
                .withDomainUpdate(false)
                .withCheckDuplicateRowKeys(false)
                .build();
    }

    /** Returns the columns of the map with measures. */
    static DataTableSpec mapSpec(final DataTableSpec map, final List<String> measures) {
        final List<DataColumnSpec> columns = new ArrayList<>(map.stream().toList());
        measures.forEach(name -> columns.add(number(name)));
        return distinct(columns, "the map with measures");
    }

    /** Returns the columns of the table with one row a sample. */
    static DataTableSpec longSpec(final List<DataColumnSpec> parameters, final List<String> series) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(new DataColumnSpecCreator(ResultsColumns.SET, StringCell.TYPE).createSpec());
        columns.addAll(parameters);
        columns.add(number(ResultsColumns.TIME));
        series.forEach(name -> columns.add(number(name)));
        return distinct(columns, "the tidy table");
    }

    /** Returns the columns of the table with one column a series of a set. */
    static DataTableSpec wideSpec(final List<String> sets, final MapTable map, final List<String> series) {
        final long number = (long) sets.size() * series.size();
        if (number > MOST_WIDE_SERIES) {
            throw new InputException("the wide tidy table would have " + number + " columns (" + sets.size()
                    + " parameter sets times " + series.size() + " series); at most " + MOST_WIDE_SERIES
                    + " are useful: choose the layout Long, or filter the rows of the results map");
        }
        final Set<String> labels = new HashSet<>();
        sets.forEach(set -> labels.add(map.label(set)));
        final boolean unique = labels.size() == sets.size();
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(number(ResultsColumns.TIME));
        for (final String name : series) {
            for (final String set : sets) {
                columns.add(number(name + ResultsColumns.SEPARATOR + (unique ? map.label(set) : set)));
            }
        }
        return distinct(columns, "the tidy table");
    }

    /** Returns a number as a cell: missing if it is none. */
    static DataCell cell(final double value) {
        return Double.isFinite(value) ? new DoubleCell(value) : DataType.getMissingCell();
    }

    private static DataColumnSpec number(final String name) {
        return new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec();
    }

    private static DataTableSpec distinct(final List<DataColumnSpec> columns, final String table) {
        final Set<String> names = new LinkedHashSet<>();
        for (final DataColumnSpec column : columns) {
            if (!names.add(column.getName())) {
                throw new InputException(table + " would have the column '" + column.getName()
                        + "' twice; rename a derived series, or a column of the results map");
            }
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }
}
