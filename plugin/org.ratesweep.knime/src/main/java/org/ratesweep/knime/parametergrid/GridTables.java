/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.parametergrid;

import java.util.List;
import java.util.Map;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.ratesweep.core.sweep.ParameterGrid;

/** The two tables: the parameter sets, one row each, and what their columns set, one row a key and variable. */
final class GridTables {
    private static final int ROWS_BETWEEN_CHECKS = 1000;

    private GridTables() {}

    /** Returns the columns of the parameter sets: one a key. */
    static DataTableSpec gridSpec(final List<String> keys) {
        return new DataTableSpec(
                keys.stream().map(key -> column(key, DoubleCell.TYPE)).toArray(DataColumnSpec[]::new));
    }

    /** Returns the columns of the map. */
    static DataTableSpec mapSpec() {
        return new DataTableSpec(column("key", StringCell.TYPE), column("path", StringCell.TYPE));
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /**
     * Writes the parameter sets.
     *
     * @param grid the sets
     * @param modelName what their names start with
     * @param execution where the table is made, and who cancels
     * @return the table, whose RowIDs are the names of the sets
     * @throws CanceledExecutionException if the user cancels
     */
    static BufferedDataTable grid(final ParameterGrid grid, final String modelName, final ExecutionContext execution)
            throws CanceledExecutionException {
        final BufferedDataContainer rows = execution.createDataContainer(gridSpec(grid.keys()));
        final double[][] columns = grid.keys().stream().map(grid::column).toArray(double[][]::new);
        for (int row = 0; row < grid.size(); row++) {
            if (row % ROWS_BETWEEN_CHECKS == 0) {
                execution.checkCanceled();
                execution.setProgress(row / (double) grid.size(), "set " + row + " of " + grid.size());
            }
            final DataCell[] cells = new DataCell[columns.length];
            for (int column = 0; column < columns.length; column++) {
                cells[column] = new DoubleCell(columns[column][row]);
            }
            rows.addRowToTable(new DefaultRow(modelName + "_" + row, cells));
        }
        rows.close();
        return rows.getTable();
    }

    /**
     * Writes the map.
     *
     * @param paths the full paths that each key sets
     * @param execution where the table is made
     * @return the table
     */
    static BufferedDataTable map(final Map<String, List<String>> paths, final ExecutionContext execution) {
        final BufferedDataContainer rows = execution.createDataContainer(mapSpec());
        paths.forEach((key, variables) -> variables.forEach(path ->
                rows.addRowToTable(new DefaultRow("Row" + rows.size(), new StringCell(key), new StringCell(path)))));
        rows.close();
        return rows.getTable();
    }
}
