/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ratesweep.core.error.InputException;

/**
 * The parameter values to run: one row a parameter set, one column a key.
 *
 * <p>Immutable. Rows are numbered from 0. They may have names; those of a grid without names are called after the
 * model, for instance {@code JRC2_0}.
 */
public final class ParameterGrid {
    /** Far more than can be run, and few enough for an int. */
    private static final long MOST_SETS = 100_000_000;

    private final List<String> keys;
    private final double[][] columns;
    private final int size;
    private final Optional<List<String>> names;

    private ParameterGrid(
            final List<String> keys, final double[][] columns, final int size, final Optional<List<String>> names) {
        this.keys = List.copyOf(keys);
        this.columns = columns;
        this.size = size;
        this.names = names;
    }

    /** Returns the grid of a single simulation: one set in which every parameter has its declared value. */
    public static ParameterGrid single() {
        return new ParameterGrid(List.of(), new double[0][], 1, Optional.empty());
    }

    /**
     * Returns the grid whose row i has the i-th value of every key.
     *
     * @param values the values of each key, in the order of the columns; all equally many
     * @return the grid
     * @throws InputException if there is no key or no value, or there are more values of one key than of another
     */
    public static ParameterGrid pairwise(final Map<String, double[]> values) {
        requireValues(values);
        final List<String> keys = List.copyOf(values.keySet());
        final int size = values.get(keys.get(0)).length;
        for (final String key : keys) {
            if (values.get(key).length != size) {
                throw new InputException("the values of '" + keys.get(0) + "' and '" + key + "' are unequally many ("
                        + size + " and " + values.get(key).length
                        + "), so they make no pairs; give equally many, or ask for all combinations");
            }
        }
        return new ParameterGrid(
                keys,
                keys.stream().map(key -> values.get(key).clone()).toArray(double[][]::new),
                size,
                Optional.empty());
    }

    /**
     * Returns the grid that a table holds: one row a parameter set, one column a key.
     *
     * @param keys the headers of the columns, all different and none empty
     * @param columns the values of each key, one a row; as many arrays as keys, all of the same length
     * @return the grid
     * @throws InputException if there is no column or no row, a header is empty or there twice, or the numbers of
     *     columns or of rows differ
     */
    public static ParameterGrid of(final List<String> keys, final double[][] columns) {
        if (keys.size() != columns.length) {
            throw new InputException("the parameter grid has " + keys.size() + " keys and " + columns.length
                    + " columns; expected one column for each key");
        }
        requireDistinct(keys, "key");
        final Map<String, double[]> values = new LinkedHashMap<>();
        for (int column = 0; column < columns.length; column++) {
            values.put(keys.get(column), columns[column]);
        }
        return pairwise(values);
    }

    /**
     * Returns the grid of all combinations of values.
     *
     * <p>The order is that of PyRates (numpy's {@code meshgrid} with its default indexing): nested loops over the
     * second key, the first, the third, the fourth and so on, from the outside in. So of two keys the first varies
     * fastest; of three or more the last.
     *
     * @param values the values of each key, in the order of the columns
     * @return the grid
     * @throws InputException if there is no key or no value, or there are too many combinations
     */
    public static ParameterGrid combinations(final Map<String, double[]> values) {
        requireValues(values);
        final List<String> keys = List.copyOf(values.keySet());
        long size = 1;
        for (final double[] some : values.values()) {
            size *= some.length;
            if (size > MOST_SETS) {
                throw new InputException("the grid has more than " + MOST_SETS + " combinations");
            }
        }
        final List<Integer> outerToInner = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            outerToInner.add(i);
        }
        if (keys.size() > 1) {
            outerToInner.set(0, 1);
            outerToInner.set(1, 0);
        }
        final double[][] columns = new double[keys.size()][];
        int repeats = (int) size;
        for (final int column : outerToInner) {
            final double[] some = values.get(keys.get(column));
            repeats /= some.length;
            columns[column] = new double[(int) size];
            for (int row = 0; row < size; row++) {
                columns[column][row] = some[row / repeats % some.length];
            }
        }
        return new ParameterGrid(keys, columns, (int) size, Optional.empty());
    }

    /**
     * Returns the same grid with names for its rows.
     *
     * @param rowNames one name for each row, all different and none empty
     * @return the named grid
     * @throws InputException if the names are more or fewer than the rows, or one is empty or there twice
     */
    public ParameterGrid named(final List<String> rowNames) {
        if (rowNames.size() != size) {
            throw new InputException("there are " + rowNames.size() + " names for " + size
                    + " parameter sets; expected one name for each set");
        }
        requireDistinct(rowNames, "name of a parameter set");
        return new ParameterGrid(keys, columns, size, Optional.of(List.copyOf(rowNames)));
    }

    private static void requireDistinct(final List<String> words, final String subject) {
        final Set<String> known = new HashSet<>();
        for (final String word : words) {
            if (word.isBlank()) {
                throw new InputException(
                        "a " + subject + " is empty (number " + (known.size() + 1) + "); expected a text");
            }
            if (!known.add(word)) {
                throw new InputException("the " + subject + " '" + word + "' is there twice; expected all to differ");
            }
        }
    }

    private static void requireValues(final Map<String, double[]> values) {
        if (values.isEmpty()) {
            throw new InputException("the parameter grid is empty: it names no parameter");
        }
        values.forEach((key, some) -> {
            if (some.length == 0) {
                throw new InputException("the parameter grid is empty: '" + key + "' has no value");
            }
        });
    }

    /** Returns the keys, in the order of the columns. */
    public List<String> keys() {
        return keys;
    }

    /** Returns the number of parameter sets. */
    public int size() {
        return size;
    }

    /**
     * Returns the name of a parameter set.
     *
     * @param row the parameter set, counted from 0
     * @return its name, empty if the rows have no names of their own
     */
    public Optional<String> name(final int row) {
        return names.map(all -> all.get(row));
    }

    /**
     * Returns a value.
     *
     * @param row the parameter set, counted from 0
     * @param key one of the keys
     * @return its value in that set
     */
    public double value(final int row, final String key) {
        final int column = keys.indexOf(key);
        if (column < 0) {
            throw new IllegalArgumentException("no column '" + key + "' in " + keys);
        }
        return columns[column][row];
    }

    /** Returns the values of one key, one a row. */
    public double[] column(final String key) {
        return columns[keys.indexOf(key)].clone();
    }

    /**
     * Returns the rows in ascending order of the first key's values, then of the second's and so on; rows with equal
     * values keep their order.
     */
    public List<Integer> rowsByValue() {
        final List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            rows.add(row);
        }
        rows.sort((a, b) -> Arrays.compare(row(a), row(b)));
        return rows;
    }

    private double[] row(final int row) {
        return Arrays.stream(columns).mapToDouble(column -> column[row]).toArray();
    }

    @Override
    public String toString() {
        return size + " parameter sets of " + keys;
    }
}
