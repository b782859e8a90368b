/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.Arrays;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DoubleValue;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.sweep.InputSignal;

/** Reads signals from a table that has one row a step. */
final class SignalsTable {
    private SignalsTable() {}

    /**
     * Reads one column.
     *
     * @param table the table
     * @param column the name of a column of numbers
     * @return the signal
     * @throws InputException if a value is missing
     */
    static InputSignal read(final DataTable table, final String column) {
        final int index = table.getDataTableSpec().findColumnIndex(column);
        double[] samples = new double[1 << 10];
        int size = 0;
        for (final DataRow row : table) {
            if (!(row.getCell(index) instanceof DoubleValue value)) {
                throw new InputException("the row '" + row.getKey().getString() + "' of the signal '" + column
                        + "' has a missing value; expected a number for every step");
            }
            if (size == samples.length) {
                samples = Arrays.copyOf(samples, Math.multiplyExact(2, size));
            }
            samples[size] = value.getDoubleValue();
            size++;
        }
        return InputSignal.Samples.of(Arrays.copyOf(samples, size));
    }
}
