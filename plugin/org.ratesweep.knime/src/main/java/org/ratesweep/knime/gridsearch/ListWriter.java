/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.Arrays;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.ratesweep.knime.results.ResultsTable;

/** Writes one row a parameter set, whose series are lists. */
final class ListWriter implements ResultsWriter {
    private final double[] times;
    private final int variables;
    private final DataCell start;
    private final DataCell step;
    private final BufferedDataContainer container;

    ListWriter(final ResultsShape shape, final ExecutionContext exec) {
        times = shape.times().keptTimes();
        variables = shape.variables().size();
        start = new DoubleCell(times[0]);
        final int row = shape.times().firstRow();
        step = new DoubleCell(
                times.length > 1
                        ? (times[times.length - 1] - times[0]) / (times.length - 1)
                        : shape.times().time(row + 1) - shape.times().time(row));
        container = exec.createDataContainer(shape.listSpec(), ResultsTable.containerSettings());
    }

    @Override
    public void add(final SetCourses courses) {
        final DataCell[] cells = new DataCell[2 + variables];
        cells[0] = start;
        cells[1] = step;
        for (int variable = 0; variable < variables; variable++) {
            cells[2 + variable] = list(courses, variable);
        }
        container.addRowToTable(new DefaultRow(courses.set(), cells));
    }

    private DataCell list(final SetCourses courses, final int variable) {
        if (courses.recording().isEmpty()) {
            return DataType.getMissingCell();
        }
        final DataCell[] samples = new DataCell[times.length];
        for (int row = 0; row < samples.length; row++) {
            samples[row] = courses.cell(variable, row, times[row]);
        }
        return CollectionCellFactory.createListCell(Arrays.asList(samples));
    }

    @Override
    public BufferedDataTable finish() {
        container.close();
        return container.getTable();
    }
}
