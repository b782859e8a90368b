/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.ratesweep.core.error.InputException;

/** Reads signals from a table that has one row a step. */
final class SignalsTable {
    private static final int ROWS_BETWEEN_CHECKS = 1 << 12;

    private SignalsTable() {}

    /**
     * Reads columns.
     *
     * @param table the table
     * @param columns the names of columns of numbers
     * @param steps how many rows are used
     * @param exec knows whether to stop
     * @return the samples by the names of their columns
     * @throws InputException if a value is missing, or one that is used is not finite
     * @throws CanceledExecutionException if the user does not want to wait
     */
    static Map<String, double[]> read(
            final DataTable table, final List<String> columns, final int steps, final ExecutionMonitor exec)
            throws CanceledExecutionException {
        final int[] indices = columns.stream()
                .mapToInt(table.getDataTableSpec()::findColumnIndex)
                .toArray();
        final List<DoubleStream.Builder> samples =
                Stream.generate(DoubleStream::builder).limit(columns.size()).toList();
        long rows = 0;
        for (final DataRow row : table) {
            if (rows % ROWS_BETWEEN_CHECKS == 0) {
                exec.checkCanceled();
            }
            for (int i = 0; i < indices.length; i++) {
                samples.get(i).accept(number(row, indices[i], columns.get(i), rows < steps));
            }
            rows++;
        }
        final Map<String, double[]> signals = new LinkedHashMap<>();
        for (int i = 0; i < indices.length; i++) {
            signals.put(columns.get(i), samples.get(i).build().toArray());
        }
        return signals;
    }

    private static double number(final DataRow row, final int index, final String column, final boolean used) {
        if (row.getCell(index) instanceof DoubleValue value) {
            final double number = value.getDoubleValue();
            if (used && !Double.isFinite(number)) {
                throw problem(row, column, "is " + number + "; expected a finite number for every step");
            }
            return number;
        }
        throw problem(row, column, "has a missing value; expected a number for every step");
    }

    private static InputException problem(final DataRow row, final String column, final String problem) {
        return new InputException(
                "the row '" + row.getKey().getString() + "' of the signal '" + column + "' " + problem);
    }
}
