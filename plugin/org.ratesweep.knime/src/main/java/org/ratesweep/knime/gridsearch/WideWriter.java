/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.ratesweep.core.error.InputException;
import org.ratesweep.knime.results.ResultsTable;

/** Writes one column a series. All samples are in memory until then: no row is complete before the last set is. */
final class WideWriter implements ResultsWriter {
    private final double[] times;
    private final List<List<Integer>> outputs;
    private final DataTableSpec spec;
    private final ExecutionContext exec;
    private final List<SetCourses> sets = new ArrayList<>();

    WideWriter(final ResultsShape shape, final ExecutionContext exec) {
        this.times = shape.times().keptTimes();
        this.outputs = shape.variablesByOutput();
        this.spec = shape.wideSpec();
        this.exec = exec;
        final double bytes = (double) Double.BYTES
                * times.length
                * shape.variables().size()
                * shape.sets().size();
        if (bytes > Runtime.getRuntime().maxMemory() / 2.0) {
            throw new InputException("the wide layout needs " + SizeEstimate.bytes(bytes)
                    + " of memory at once, more than half of what KNIME has ("
                    + SizeEstimate.bytes((double) Runtime.getRuntime().maxMemory())
                    + "); choose the layout Lists or Long, which need next to none, or a larger sampling step size");
        }
    }

    @Override
    public void add(final SetCourses courses) {
        sets.add(courses);
    }

    @Override
    public BufferedDataTable finish() throws CanceledExecutionException {
        final BufferedDataContainer container = exec.createDataContainer(spec, ResultsTable.containerSettings());
        for (int row = 0; row < times.length; row++) {
            exec.checkCanceled();
            final List<DataCell> cells = new ArrayList<>(spec.getNumColumns());
            cells.add(new DoubleCell(times[row]));
            for (final List<Integer> output : outputs) {
                for (final SetCourses courses : sets) {
                    for (final int variable : output) {
                        cells.add(courses.cell(variable, row, times[row]));
                    }
                }
            }
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long) row), cells));
        }
        container.close();
        return container.getTable();
    }
}
