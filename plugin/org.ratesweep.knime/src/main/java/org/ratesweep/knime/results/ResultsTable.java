/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.results;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.DoubleCell;
import org.ratesweep.core.error.InputException;

/** What tables of courses in time and of measures have in common. */
public final class ResultsTable {
    /** Beyond this, tables of one column a series are no use to any node. */
    public static final int MOST_WIDE_SERIES = 1000;

    private ResultsTable() {}

    /**
     * Returns how containers take many rows fast: the row keys are known to be unique, and nobody needs to look at the
     * numbers.
     */
    public static DataContainerSettings containerSettings() {
        return DataContainerSettings.builder()
                .withInitializedDomain(true)
                .withDomainUpdate(false)
                .withCheckDuplicateRowKeys(false)
                .build();
    }

    /** Returns a column. */
    public static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /** Returns a column of numbers. */
    public static DataColumnSpec number(final String name) {
        return column(name, DoubleCell.TYPE);
    }

    /**
     * Returns the spec of a table.
     *
     * @param columns its columns
     * @param table what it is, for instance {@code "the tidy table"}
     * @param remedy what to do if two columns have the same name
     * @throws InputException if two columns have the same name
     */
    public static DataTableSpec spec(final List<DataColumnSpec> columns, final String table, final String remedy) {
        final Set<String> names = new HashSet<>();
        for (final DataColumnSpec column : columns) {
            if (!names.add(column.getName())) {
                throw new InputException(table + " would have the column '" + column.getName() + "' twice; " + remedy);
            }
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /**
     * Refuses a table with one column for each series of each set if no node could use it.
     *
     * @param sets the number of parameter sets
     * @param series the number of series of each
     * @param remedy what to do instead
     * @throws InputException if there would be more than {@value #MOST_WIDE_SERIES} columns
     */
    public static void requireNotTooWide(final int sets, final int series, final String remedy) {
        final long columns = (long) sets * series;
        if (columns > MOST_WIDE_SERIES) {
            throw new InputException("the wide layout would have " + columns + " columns (" + sets
                    + " parameter sets times " + series + " series); at most " + MOST_WIDE_SERIES + " are useful: "
                    + remedy);
        }
    }

    /** Returns a number as a cell: cells are never NaN or infinite, but missing. */
    public static DataCell cell(final double value) {
        return Double.isFinite(value) ? new DoubleCell(value) : DataType.getMissingCell();
    }
}
