/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.ratesweep.core.error.InputException;

/**
 * The parameter values to run: one row a parameter set, one column a key.
 *
 * <p>Immutable. Rows are numbered from 0.
 */
public final class ParameterGrid {
    /** Far more than can be run, and few enough for an int. */
    private static final long MOST_SETS = 100_000_000;

    private final List<String> keys;
    private final double[][] columns;
    private final int size;

    private ParameterGrid(final List<String> keys, final double[][] columns, final int size) {
        this.keys = List.copyOf(keys);
        this.columns = columns;
        this.size = size;
    }

    /** Returns the grid of a single simulation: one set in which every parameter has its declared value. */
    public static ParameterGrid single() {
        return new ParameterGrid(List.of(), new double[0][], 1);
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
                        + "), so they make no pairs; give equally many, or ask for all combinations "
                        + "(permute_grid: true)");
            }
        }
        return new ParameterGrid(
                keys, keys.stream().map(key -> values.get(key).clone()).toArray(double[][]::new), size);
    }

    /**
     * Returns the grid of all combinations of values.
     *
     * <p>The order is that of PyRates (numpy's {@code meshgrid} with its default indexing): nested loops over the second key,
     * the first, the third, the fourth and so on, from the outside in. So of two keys the first varies fastest; of three or
     * more the last.
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
        return new ParameterGrid(keys, columns, (int) size);
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
     * Returns the rows in ascending order of the first key's values, then of the second's and so on; rows with equal values
     * keep their order.
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
        return size + " parameter sets of " + new LinkedHashSet<>(keys);
    }
}
