/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.node.CanceledExecutionException;
import org.ratesweep.core.error.InputException;
import org.ratesweep.knime.results.ResultsColumns;

/**
 * One row a parameter set, whose series are lists.
 *
 * @param spec the columns of the table
 */
record ListFormat(DataTableSpec spec) implements ResultsFormat {
    @Override
    public List<String> outputs() {
        return ResultsFormat.series(spec, List.of(), true);
    }

    @Override
    public void read(final DataTable table, final RowCount count, final Courses courses)
            throws CanceledExecutionException {
        long rows = 0;
        for (final DataRow row : table) {
            courses.accept(course(row));
            rows++;
            count.read(rows);
        }
    }

    private SetCourse course(final DataRow row) {
        final Map<String, double[]> series = new LinkedHashMap<>();
        int samples = 0;
        for (final String output : outputs()) {
            final double[] values = list(row.getCell(spec.findColumnIndex(output)));
            series.put(output, values);
            samples = Math.max(samples, values.length);
        }
        for (final Map.Entry<String, double[]> entry : series.entrySet()) {
            final int given = entry.getValue().length;
            if (given != 0 && given != samples) {
                throw new InputException("the lists of the set '" + row.getKey().getString()
                        + "' have different lengths: that of '" + entry.getKey() + "' is " + given
                        + ", another is " + samples);
            }
            if (given < samples) {
                final double[] missing = new double[samples];
                Arrays.fill(missing, Double.NaN);
                entry.setValue(missing);
            }
        }
        final double start = ResultsFormat.number(row, spec.findColumnIndex(ResultsColumns.TIME_START));
        final double step = ResultsFormat.number(row, spec.findColumnIndex(ResultsColumns.TIME_STEP));
        final double[] times = new double[samples];
        for (int i = 0; i < samples; i++) {
            times[i] = start + i * step;
        }
        return new SetCourse(row.getKey().getString(), times, series);
    }

    private static double[] list(final DataCell cell) {
        if (!(cell instanceof ListDataValue list)) {
            return new double[0];
        }
        final double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i) instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
        }
        return values;
    }
}
