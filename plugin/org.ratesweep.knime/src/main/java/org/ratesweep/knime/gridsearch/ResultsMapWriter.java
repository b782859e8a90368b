/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.ratesweep.core.error.InputException;

/** Writes which parameter set has which values and how it fared. Mutable; it belongs to one execution. */
final class ResultsMapWriter {
    private final BufferedDataContainer container;
    private final DataCell seed;

    /**
     * Begins a map.
     *
     * @param keys the keys of the grid
     * @param seed the seed of the random input, if there is one
     * @param exec where the table is created
     */
    ResultsMapWriter(final List<String> keys, final Optional<Long> seed, final ExecutionContext exec) {
        this.container = exec.createDataContainer(spec(keys));
        this.seed = cell(seed, LongCell::new);
    }

    /**
     * Returns the columns.
     *
     * @param keys the keys of the grid
     * @return the spec of the map
     * @throws InputException if a key is called like another column of the map
     */
    static DataTableSpec spec(final List<String> keys) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        for (final String key : keys) {
            if (ResultsColumns.FATE.contains(key)) {
                throw new InputException("the grid has the column '" + key
                        + "', which the results map uses for how a set fared; rename it");
            }
            columns.add(new DataColumnSpecCreator(key, DoubleCell.TYPE).createSpec());
        }
        columns.add(new DataColumnSpecCreator(ResultsColumns.STATUS, StringCell.TYPE).createSpec());
        columns.add(new DataColumnSpecCreator(ResultsColumns.MESSAGE, StringCell.TYPE).createSpec());
        columns.add(new DataColumnSpecCreator(ResultsColumns.TIME_REACHED, DoubleCell.TYPE).createSpec());
        columns.add(new DataColumnSpecCreator(ResultsColumns.SEED, LongCell.TYPE).createSpec());
        columns.add(new DataColumnSpecCreator(ResultsColumns.SECONDS, DoubleCell.TYPE).createSpec());
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    void add(final GridTable.Row row, final SetFate fate) {
        final List<DataCell> cells = new ArrayList<>();
        for (final double value : row.values()) {
            cells.add(cell(value));
        }
        cells.add(new StringCell(fate.status()));
        cells.add(cell(fate.message(), StringCell::new));
        cells.add(cell(fate.timeReached(), ResultsMapWriter::cell));
        cells.add(seed);
        cells.add(cell(fate.seconds(), ResultsMapWriter::cell));
        container.addRowToTable(new DefaultRow(row.name(), cells));
    }

    private static DataCell cell(final double value) {
        return Double.isFinite(value) ? new DoubleCell(value) : DataType.getMissingCell();
    }

    private static <T> DataCell cell(final Optional<T> value, final Function<T, DataCell> toCell) {
        return value.map(toCell).orElseGet(DataType::getMissingCell);
    }

    BufferedDataTable finish() {
        container.close();
        return container.getTable();
    }
}
