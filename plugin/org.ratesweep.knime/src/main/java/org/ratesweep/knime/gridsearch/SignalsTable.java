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
import org.ratesweep.core.sweep.InputSignal;

/** Reads signals from a table that has one row a step. */
final class SignalsTable {
    private static final int ROWS_BETWEEN_CHECKS = 1 << 12;

    private SignalsTable() {}

    /**
     * Reads columns.
     *
     * @param table the table
     * @param columns the names of columns of numbers
     * @param exec knows whether to stop
     * @return the signals by the names of their columns
     * @throws InputException if a value is missing
     * @throws CanceledExecutionException if the user does not want to wait
     */
    static Map<String, InputSignal> read(final DataTable table, final List<String> columns, final ExecutionMonitor exec)
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
                samples.get(i).accept(number(row, indices[i], columns.get(i)));
            }
            rows++;
        }
        final Map<String, InputSignal> signals = new LinkedHashMap<>();
        for (int i = 0; i < indices.length; i++) {
            signals.put(
                    columns.get(i),
                    InputSignal.Samples.of(samples.get(i).build().toArray()));
        }
        return signals;
    }

    private static double number(final DataRow row, final int index, final String column) {
        if (row.getCell(index) instanceof DoubleValue value) {
            return value.getDoubleValue();
        }
        throw new InputException("the row '" + row.getKey().getString() + "' of the signal '" + column
                + "' has a missing value; expected a number for every step");
    }
}
