/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.Arrays;
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
final class LongWriter implements ResultsWriter {
    private static final int ROWS_BETWEEN_CHECKS = 1 << 14;

    private final double[] times;
    private final DataCell[] timeCells;
    private final int variables;
    private final ExecutionContext exec;
    private final BufferedDataContainer container;
    private long rows;

    LongWriter(final ResultsShape shape, final ExecutionContext exec) {
        this.times = shape.times().keptTimes();
        this.timeCells = Arrays.stream(times).mapToObj(DoubleCell::new).toArray(DataCell[]::new);
        this.variables = shape.variables().size();
        this.exec = exec;
        this.container = exec.createDataContainer(shape.longSpec(), ResultsTable.containerSettings());
    }

    @Override
    public void add(final SetCourses courses) throws CanceledExecutionException {
        final DataCell set = new StringCell(courses.set());
        for (int row = 0; row < times.length; row++) {
            final DataCell[] cells = new DataCell[2 + variables];
            cells[0] = set;
            cells[1] = timeCells[row];
            for (int variable = 0; variable < variables; variable++) {
                cells[2 + variable] = courses.cell(variable, row, times[row]);
            }
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(rows), cells));
            rows++;
            if (rows % ROWS_BETWEEN_CHECKS == 0) {
                exec.checkCanceled();
            }
        }
    }

    @Override
    public BufferedDataTable finish() {
        container.close();
        return container.getTable();
    }
}
