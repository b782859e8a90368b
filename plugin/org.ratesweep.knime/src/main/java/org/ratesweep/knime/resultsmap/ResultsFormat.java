/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.node.CanceledExecutionException;
import org.ratesweep.core.error.InputException;
import org.ratesweep.knime.results.ResultsColumns;

/** A layout of results, as the columns of a table show it. */
sealed interface ResultsFormat permits ListFormat, LongFormat, WideFormat {

    /** Takes courses, one set at a time. */
    @FunctionalInterface
    interface Courses {
        /**
         * Takes the next one.
         *
         * @param course the courses of one set
         * @throws CanceledExecutionException if no more are wanted
         */
        void accept(SetCourse course) throws CanceledExecutionException;
    }

    /** Looks at rows as they are read. */
    @FunctionalInterface
    interface RowCount {
        /**
         * Takes note.
         *
         * @param rows how many rows have been read
         * @throws CanceledExecutionException if no more are wanted
         */
        void read(long rows) throws CanceledExecutionException;
    }

    /**
     * Recognizes a layout.
     *
     * @param spec the columns of a table
     * @return the layout, if the table holds results
     */
    static Optional<ResultsFormat> detect(final DataTableSpec spec) {
        if (has(spec, ResultsColumns.TIME_START, DoubleValue.class)
                && has(spec, ResultsColumns.TIME_STEP, DoubleValue.class)) {
            return Optional.of(new ListFormat(spec));
        }
        if (!has(spec, ResultsColumns.TIME, DoubleValue.class)) {
            return Optional.empty();
        }
        return Optional.of(
                has(spec, ResultsColumns.SET, StringValue.class) ? new LongFormat(spec) : new WideFormat(spec));
    }

    /**
     * Recognizes a layout.
     *
     * @param spec the columns of a table
     * @return the layout
     * @throws InputException if the table holds no results
     */
    static ResultsFormat of(final DataTableSpec spec) {
        return detect(spec)
                .orElseThrow(() -> new InputException("the first table does not hold results of Grid Search: there are "
                        + "neither the columns 'time start' and 'time step' with lists, nor 'parameter set' and "
                        + "'time', "
                        + "nor 'time' alone; it has: " + String.join(", ", spec.getColumnNames())));
    }

    private static boolean has(
            final DataTableSpec spec, final String column, final Class<? extends org.knime.core.data.DataValue> type) {
        return spec.containsName(column) && spec.getColumnSpec(column).getType().isCompatible(type);
    }

    /** Returns the names of the outputs; several variables of one output are {@code output|path} each. */
    List<String> outputs();

    /**
     * Reads the courses.
     *
     * @param table the table
     * @param count looks at the rows as they are read
     * @param courses takes the courses, in the order of the table
     * @throws CanceledExecutionException if no more are wanted
     */
    void read(DataTable table, RowCount count, Courses courses) throws CanceledExecutionException;

    /** Returns the number in a cell, NaN if there is none. */
    static double number(final DataRow row, final int column) {
        return row.getCell(column) instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }

    /** Returns the names of the columns of numbers, or of lists of numbers, but for some. */
    static List<String> series(final DataTableSpec spec, final List<String> others, final boolean lists) {
        return spec.stream()
                .filter(column -> !others.contains(column.getName()))
                .filter(column -> lists
                        ? column.getType().isCollectionType()
                                && column.getType().isCompatible(ListDataValue.class)
                                && column.getType().getCollectionElementType().isCompatible(DoubleValue.class)
                        : column.getType().isCompatible(DoubleValue.class))
                .map(DataColumnSpec::getName)
                .toList();
    }
}
