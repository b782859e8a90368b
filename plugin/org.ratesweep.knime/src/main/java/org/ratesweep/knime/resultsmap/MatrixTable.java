/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.knime.results.ResultsTable;

/**
 * A measure over two parameters: one row a value of the first, one column a value of the second, as a Heatmap takes it.
 *
 * @param rowsParameter the parameter whose values are the rows
 * @param columnsParameter the parameter whose values are the columns
 * @param cells the value of the measure for each pair of parameter values that the map has
 * @param rows the values of the first parameter, in order
 * @param columns the values of the second parameter, in order
 * @param leftOut the number of sets that have no value of one of the parameters
 */
record MatrixTable(
        String rowsParameter,
        String columnsParameter,
        Map<Place, Entry> cells,
        SortedSet<Double> rows,
        SortedSet<Double> columns,
        int leftOut) {

    /** A pair of parameter values. */
    private record Place(double row, double column) {}

    /** The parameter set at a place, and its measure. */
    private record Entry(String set, DataCell value) {}

    /**
     * Checks the settings.
     *
     * @param parameters what the user chose
     * @param map the columns of the map with measures
     * @throws InputException if one of the columns is not chosen, not there or no number, or two are the same
     */
    static void check(final ResultsMapParameters parameters, final DataTableSpec map) {
        requireNumber(parameters.m_matrixRows, "rows", map);
        requireNumber(parameters.m_matrixColumns, "columns", map);
        requireNumber(parameters.m_matrixCells, "cells", map);
        if (parameters.m_matrixRows.equals(parameters.m_matrixColumns)) {
            throw new InputException("the rows and the columns of the matrix are both '" + parameters.m_matrixRows
                    + "'; expected two parameters");
        }
    }

    private static void requireNumber(final String column, final String part, final DataTableSpec map) {
        final List<String> numbers = map.stream()
                .filter(candidate -> candidate.getType().isCompatible(DoubleValue.class))
                .map(candidate -> candidate.getName())
                .toList();
        if (column.isBlank()) {
            throw new InputException("nothing is chosen for the " + part + " of the matrix; there are the columns "
                    + String.join(", ", numbers));
        }
        if (!numbers.contains(column)) {
            throw new InputException("the map with measures has no column of numbers '" + column + "' for the " + part
                    + " of the matrix" + NearMatches.suggest(column, numbers));
        }
    }

    /**
     * Reads a matrix.
     *
     * @param parameters what the user chose
     * @param map the map with measures
     * @return the matrix; both parameters ascend, or descend if the map is sorted so
     * @throws InputException if two sets have the same values of both parameters, or there would be too many columns
     */
    static MatrixTable read(final ResultsMapParameters parameters, final DataTable map) {
        final DataTableSpec spec = map.getDataTableSpec();
        check(parameters, spec);
        final int rowsColumn = spec.findColumnIndex(parameters.m_matrixRows);
        final int columnsColumn = spec.findColumnIndex(parameters.m_matrixColumns);
        final int cellsColumn = spec.findColumnIndex(parameters.m_matrixCells);
        final Map<Place, Entry> cells = new HashMap<>();
        final SortedSet<Double> rows = new TreeSet<>(order(parameters, parameters.m_matrixRows));
        final SortedSet<Double> columns = new TreeSet<>(order(parameters, parameters.m_matrixColumns));
        int leftOut = 0;
        for (final DataRow row : map) {
            if (!(row.getCell(rowsColumn) instanceof DoubleValue first)
                    || !(row.getCell(columnsColumn) instanceof DoubleValue second)) {
                leftOut++;
                continue;
            }
            final Place place = new Place(first.getDoubleValue(), second.getDoubleValue());
            final Entry entry = new Entry(row.getKey().getString(), row.getCell(cellsColumn));
            final Optional<Entry> other = Optional.ofNullable(cells.put(place, entry));
            if (other.isPresent()) {
                throw new InputException("the sets '" + other.get().set() + "' and '" + entry.set() + "' both have "
                        + MapTable.label(parameters.m_matrixRows, row.getCell(rowsColumn)) + " and "
                        + MapTable.label(parameters.m_matrixColumns, row.getCell(columnsColumn))
                        + ", so a matrix has no one place for them; filter the results map to one value of the other "
                        + "parameters, or choose another layout");
            }
            rows.add(place.row());
            columns.add(place.column());
        }
        ResultsTable.requireNotTooWide(
                columns.size(), 1, "choose as columns of the matrix the parameter with fewer values");
        return new MatrixTable(parameters.m_matrixRows, parameters.m_matrixColumns, cells, rows, columns, leftOut);
    }

    private static Comparator<Double> order(final ResultsMapParameters parameters, final String column) {
        final boolean descending = Arrays.stream(parameters.m_sortBy)
                .anyMatch(key -> key.m_column.equals(column) && key.m_order == SortOrder.DESCENDING);
        return descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    /** Returns what a user should know, if the map was no full grid of the two parameters. */
    Optional<String> warning() {
        final long places = (long) rows.size() * columns.size();
        if (leftOut > 0) {
            return Optional.of(leftOut + (leftOut == 1 ? " parameter set has" : " parameter sets have")
                    + " no value of " + rowsParameter + " or " + columnsParameter
                    + " and so no place in the matrix");
        }
        return cells.size() == places
                ? Optional.empty()
                : Optional.of("the map has " + cells.size() + " of the " + places + " combinations of " + rowsParameter
                        + " and " + columnsParameter + "; the other cells of the matrix are missing");
    }

    /**
     * Writes the matrix.
     *
     * @param exec where the table is made, and who cancels
     * @return the table; its RowIDs and columns are called for instance {@code C=68}
     * @throws CanceledExecutionException if the user cancels
     */
    BufferedDataTable write(final ExecutionContext exec) throws CanceledExecutionException {
        final BufferedDataContainer container = exec.createDataContainer(new DataTableSpec(columns.stream()
                .map(column -> ResultsTable.number(MapTable.label(columnsParameter, new DoubleCell(column))))
                .toArray(DataColumnSpec[]::new)));
        for (final double row : rows) {
            exec.checkCanceled();
            final DataCell[] values = columns.stream()
                    .map(column -> Optional.ofNullable(cells.get(new Place(row, column)))
                            .map(Entry::value)
                            .orElseGet(DataType::getMissingCell))
                    .toArray(DataCell[]::new);
            container.addRowToTable(new DefaultRow(MapTable.label(rowsParameter, new DoubleCell(row)), values));
        }
        container.close();
        return container.getTable();
    }
}
