/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.sweep.SetStatus;

/**
 * Which parameter set has which values, and how it fared.
 *
 * @param keys the keys of the parameter grid, in its order
 * @param rows the parameter sets
 * @param noiseSeed what the noise in the equations of all sets followed from, if there was any
 */
public record ResultsMap(List<String> keys, List<Row> rows, OptionalLong noiseSeed) {
    public ResultsMap {
        keys = List.copyOf(keys);
        rows = List.copyOf(rows);
    }

    /**
     * A parameter set.
     *
     * @param set its name
     * @param values its values, in the order of the keys
     * @param status how it fared
     * @param message what happened, empty if all is well
     */
    public record Row(String set, List<Double> values, SetStatus status, String message) {
        public Row {
            values = List.copyOf(values);
        }
    }

    /**
     * Returns a parameter value.
     *
     * @param row one of the rows
     * @param key one of the keys
     * @return the value of the key in that parameter set
     * @throws InputException if there is no such key, with the nearest ones
     */
    public double value(final Row row, final String key) {
        return row.values().get(column(key));
    }

    /**
     * Returns the same rows in ascending order of one key's values; rows of the same value keep their order.
     *
     * @param key one of the keys
     * @return the sorted map
     * @throws InputException if there is no such key, with the nearest ones
     */
    public ResultsMap sortedBy(final String key) {
        final int column = column(key);
        return new ResultsMap(
                keys,
                rows.stream()
                        .sorted(Comparator.comparing((Row row) -> row.values().get(column)))
                        .toList(),
                noiseSeed);
    }

    private int column(final String key) {
        final int column = keys.indexOf(key);
        if (column < 0) {
            throw new InputException("the results map has no column '" + key + "'" + NearMatches.suggest(key, keys));
        }
        return column;
    }
}
