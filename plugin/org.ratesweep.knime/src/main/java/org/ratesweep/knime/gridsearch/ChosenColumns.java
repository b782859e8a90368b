/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.sweep.InputSignal;
import org.ratesweep.knime.port.ModelPortObjectSpec;

/**
 * The columns of the signals table that the signal into an input takes.
 *
 * @param names their names, in the order of the table; none if the signal comes from elsewhere
 * @param owners what they belong to; empty if one is for all
 * @param among how many columns of numbers there are to choose from
 */
record ChosenColumns(List<String> names, Optional<InputSignal.Columns> owners, int among) {

    /**
     * Finds the columns.
     *
     * @param input what the user chose
     * @param signals the signals table, if it is connected
     * @return the columns
     * @throws InputException if there is no table, or a column is not in it or holds no numbers
     */
    static ChosenColumns of(final GridSearchParameters.Input input, final Optional<DataTableSpec> signals) {
        return switch (input.m_source) {
            case CONSTANT, NOISE -> new ChosenColumns(List.of(), Optional.empty(), 0);
            case COLUMN -> {
                final DataTableSpec table = require(signals, "column '" + input.m_column + "'");
                check(input.m_column, table);
                yield new ChosenColumns(
                        List.of(input.m_column),
                        Optional.empty(),
                        numbers(table).size());
            }
            case COLUMNS -> {
                final DataTableSpec table = require(signals, "columns");
                final List<DataColumnSpec> numbers = numbers(table);
                List.of(input.m_columnFilter.getMissingSelected(numbers)).forEach(missing -> check(missing, table));
                yield new ChosenColumns(
                        List.of(input.m_columnFilter.filter(numbers)),
                        Optional.of(input.m_columns.owners()),
                        numbers.size());
            }
        };
    }

    /** Returns the columns of a table that hold numbers. */
    static List<DataColumnSpec> numbers(final DataTableSpec table) {
        return table.stream()
                .filter(column -> column.getType().isCompatible(DoubleValue.class))
                .toList();
    }

    private static DataTableSpec require(final Optional<DataTableSpec> signals, final String what) {
        return signals.orElseThrow(() -> new InputException("the signal is to come from " + what
                + ", but no signals table is connected; add the port 'Signals' to the node"));
    }

    private static void check(final String column, final DataTableSpec signals) {
        if (!signals.containsName(column)) {
            throw new InputException("the signals table has no column '" + column + "'"
                    + NearMatches.suggest(column, List.of(signals.getColumnNames())));
        }
        if (!signals.getColumnSpec(column).getType().isCompatible(DoubleValue.class)) {
            throw new InputException("the column '" + column + "' of the signals table holds "
                    + signals.getColumnSpec(column).getType() + "; expected numbers");
        }
    }

    /**
     * Makes sure that there are as many columns as they have owners.
     *
     * @param targets the inputs that the signal drives
     * @param sets the number of parameter sets, incomplete ones included, if it is known; if there are none, nothing is
     *     required
     * @throws InputException if there are not, with how many there are and would be needed
     */
    void requireOneForEach(final List<ModelPortObjectSpec.Variable> targets, final Optional<Long> sets) {
        final long inputs = targets.size();
        final long units =
                targets.stream().mapToLong(ModelPortObjectSpec.Variable::extent).sum();
        final List<Need> needs = owners.isPresent() && !sets.equals(Optional.of(0L))
                ? needs(owners.get(), inputs, units, sets)
                : List.of();
        if (!needs.isEmpty() && needs.stream().noneMatch(need -> need.isMetBy(names.size()))) {
            throw new InputException("the column filter takes " + names.size() + " of the " + among
                    + " columns of numbers of the signals table; expected "
                    + needs.stream().map(Need::words).collect(Collectors.joining(", or ")));
        }
    }

    /**
     * A number of columns that fits.
     *
     * @param number the number
     * @param orMultiple whether its multiples fit, too, as long as the number of sets is not known
     * @param owners what there is one for, in words
     */
    private record Need(long number, boolean orMultiple, String owners) {
        boolean isMetBy(final long columns) {
            return orMultiple ? columns > 0 && columns % number == 0 : columns == number;
        }

        String words() {
            return (orMultiple ? "a multiple of " : "") + number + ", one for each " + owners;
        }
    }

    /** Returns the numbers that fit: inputs whose units are many have one for themselves or for each of these. */
    private static List<Need> needs(
            final InputSignal.Columns owners, final long inputs, final long units, final Optional<Long> sets) {
        final Stream<Need> needs = switch (owners) {
            case TARGETS ->
                Stream.of(new Need(inputs, false, "matched input"), new Need(units, false, "unit of these inputs"));
            case SETS -> sets.stream().map(number -> new Need(number, false, "parameter set"));
            case TARGETS_AND_SETS ->
                Stream.of(
                        ofSets(sets, inputs, "matched input (" + inputs + ")"),
                        ofSets(sets, units, "unit of these inputs (" + units + ")"));
        };
        return needs.limit(units == inputs ? 1 : 2).toList();
    }

    private static Need ofSets(final Optional<Long> sets, final long targets, final String of) {
        return new Need(
                targets * sets.orElse(1L),
                sets.isEmpty(),
                "parameter set" + sets.map(number -> " (" + number + ")").orElse("") + " of each " + of);
    }

    /**
     * Returns the signal for the sets that can be run.
     *
     * @param table the columns of the signals table by their names
     * @param grid all sets, to each of which belongs a column where sets have columns of their own
     */
    InputSignal.Samples samples(final Map<String, double[]> table, final GridTable grid) {
        final List<GridTable.Row> rows = grid.rows();
        final boolean ofSets = owners.isPresent() && owners.get() != InputSignal.Columns.TARGETS;
        final double[][] columns = IntStream.range(0, names.size())
                .filter(column ->
                        !ofSets || rows.get(column % rows.size()).problem().isEmpty())
                .mapToObj(column -> table.get(names.get(column)))
                .toArray(double[][]::new);
        return new InputSignal.Samples(columns, owners);
    }
}
