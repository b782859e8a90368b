/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.Arrays;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.ratesweep.knime.results.ResultsTable;

/** Writes one row a sample. */
final class LongTidyWriter implements TidyWriter {
    private static final int ROWS_BETWEEN_CHECKS = 1 << 14;

    private final MapTable map;
    private final List<String> series;
    private final ExecutionContext exec;
    private final BufferedDataContainer container;
    private double[] lastTimes = {};
    private DataCell[] lastTimeCells = {};
    private long rows;

    LongTidyWriter(final MapTable map, final List<String> series, final ExecutionContext exec) {
        this.map = map;
        this.series = List.copyOf(series);
        this.exec = exec;
        this.container = exec.createDataContainer(
                TidyShape.longSpec(MapTable.parameters(map.spec()), series), ResultsTable.containerSettings());
    }

    @Override
    public void add(final SetCourse course) throws CanceledExecutionException {
        final DataCell set = new StringCell(course.set());
        final List<DataCell> parameters = map.parameterCells(course.set());
        final double[][] values = series.stream().map(course.series()::get).toArray(double[][]::new);
        final int first = 1 + parameters.size();
        final DataCell[] times = timeCells(course.times());
        for (int sample = 0; sample < course.times().length; sample++) {
            final DataCell[] cells = new DataCell[first + 1 + values.length];
            cells[0] = set;
            for (int i = 0; i < parameters.size(); i++) {
                cells[1 + i] = parameters.get(i);
            }
            cells[first] = times[sample];
            for (int i = 0; i < values.length; i++) {
                cells[first + 1 + i] = ResultsTable.cell(values[i][sample]);
            }
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(rows), cells));
            rows++;
            if (rows % ROWS_BETWEEN_CHECKS == 0) {
                exec.checkCanceled();
            }
        }
    }

    /** Nearly all sets have the same times. */
    private DataCell[] timeCells(final double[] times) {
        if (!Arrays.equals(times, lastTimes)) {
            lastTimes = times;
            lastTimeCells = Arrays.stream(times).mapToObj(DoubleCell::new).toArray(DataCell[]::new);
        }
        return lastTimeCells;
    }

    @Override
    public BufferedDataTable finish() {
        container.close();
        return container.getTable();
    }
}
