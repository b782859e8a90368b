/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.ratesweep.knime.results.ResultsColumns;
import org.ratesweep.knime.results.ResultsTable;

/** Writes which parameter set has which values and how it fared. Mutable; it belongs to one execution. */
final class ResultsMapWriter {
    private final BufferedDataContainer container;
    private final List<DataCell> seeds;

    /**
     * Begins a map.
     *
     * @param keys the keys of the grid
     * @param seeds the seeds of what is random, by the columns that record them
     * @param exec where the table is created
     */
    ResultsMapWriter(final List<String> keys, final Map<String, Optional<Long>> seeds, final ExecutionContext exec) {
        this.container = exec.createDataContainer(spec(keys, seeds.keySet()));
        this.seeds =
                seeds.values().stream().map(seed -> cell(seed, LongCell::new)).toList();
    }

    /**
     * Returns the columns.
     *
     * @param keys the keys of the grid, none of them the name of another column
     * @param seeds the columns that record seeds
     * @return the spec of the map
     */
    static DataTableSpec spec(final List<String> keys, final Collection<String> seeds) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        keys.forEach(key -> columns.add(ResultsTable.number(key)));
        columns.add(ResultsTable.column(ResultsColumns.STATUS, StringCell.TYPE));
        columns.add(ResultsTable.column(ResultsColumns.MESSAGE, StringCell.TYPE));
        columns.add(ResultsTable.number(ResultsColumns.TIME_REACHED));
        seeds.forEach(seed -> columns.add(ResultsTable.column(seed, LongCell.TYPE)));
        columns.add(ResultsTable.number(ResultsColumns.SECONDS));
        return ResultsTable.spec(columns, "the results map", "rename a column of the grid");
    }

    void add(final GridTable.Row row, final SetFate fate) {
        final List<DataCell> cells = new ArrayList<>();
        for (final double value : row.values()) {
            cells.add(ResultsTable.cell(value));
        }
        cells.add(new StringCell(fate.status()));
        cells.add(cell(fate.message(), StringCell::new));
        cells.add(cell(fate.timeReached(), ResultsTable::cell));
        cells.addAll(seeds);
        cells.add(cell(fate.seconds(), ResultsTable::cell));
        container.addRowToTable(new DefaultRow(row.name(), cells));
    }

    private static <T> DataCell cell(final Optional<T> value, final Function<T, DataCell> toCell) {
        return value.map(toCell).orElseGet(DataType::getMissingCell);
    }

    BufferedDataTable finish() {
        container.close();
        return container.getTable();
    }
}
