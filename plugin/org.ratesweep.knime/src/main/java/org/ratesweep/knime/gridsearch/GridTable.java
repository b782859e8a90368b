/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.ratesweep.core.sweep.ParameterGrid;

/**
 * The parameter sets as the table has them, incomplete ones included.
 *
 * @param keys the columns, all of them numbers
 * @param rows the sets, in the order of the table
 */
record GridTable(List<String> keys, List<Row> rows) {
    private static final int ROWS_BETWEEN_CHECKS = 1 << 12;

    GridTable {
        keys = List.copyOf(keys);
        rows = List.copyOf(rows);
    }

    /**
     * A parameter set.
     *
     * @param name its RowID
     * @param values one a key; NaN where the table has none
     * @param problem why the set cannot be run, if it cannot
     */
    record Row(String name, double[] values, Optional<String> problem) {}

    /**
     * Reads a table.
     *
     * @param table all its columns hold numbers
     * @param exec knows whether to stop
     * @throws CanceledExecutionException if the user does not want to wait
     */
    static GridTable read(final DataTable table, final ExecutionMonitor exec) throws CanceledExecutionException {
        final List<String> keys = List.of(table.getDataTableSpec().getColumnNames());
        final List<Row> rows = new ArrayList<>();
        for (final DataRow row : table) {
            if (rows.size() % ROWS_BETWEEN_CHECKS == 0) {
                exec.checkCanceled();
            }
            final double[] values = new double[keys.size()];
            final List<String> problems = new ArrayList<>();
            for (int column = 0; column < values.length; column++) {
                final DataCell cell = row.getCell(column);
                values[column] = cell instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
                if (!Double.isFinite(values[column])) {
                    problems.add("parameter " + keys.get(column) + " is "
                            + (cell.isMissing() ? "missing" : Double.toString(values[column])));
                }
            }
            rows.add(new Row(
                    row.getKey().getString(),
                    values,
                    problems.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", problems))));
        }
        return new GridTable(keys, rows);
    }

    /** Returns the sets that can be run, in the order of the table. */
    List<Row> complete() {
        return rows.stream().filter(row -> row.problem().isEmpty()).toList();
    }

    /** Returns the grid of the sets that can be run, of which there must be some. */
    ParameterGrid grid() {
        final List<Row> complete = complete();
        final List<String> names = complete.stream().map(Row::name).toList();
        if (keys.isEmpty() && complete.size() == 1) {
            return ParameterGrid.single().named(names);
        }
        final double[][] columns = new double[keys.size()][complete.size()];
        for (int row = 0; row < complete.size(); row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = complete.get(row).values()[column];
            }
        }
        return ParameterGrid.of(keys, columns).named(names);
    }
}
