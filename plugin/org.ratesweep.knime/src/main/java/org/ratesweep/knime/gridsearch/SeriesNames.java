/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.List;
import org.ratesweep.core.sweep.Sweep.OutputVariable;

/** The names that recorded variables have as columns. */
final class SeriesNames {
    private SeriesNames() {}

    /**
     * Returns the names of the columns that hold one variable each.
     *
     * @param variables the recorded variables
     * @return for each of them the key of its output, with {@code |path} if the output has several variables
     */
    static List<String> of(final List<OutputVariable> variables) {
        return variables.stream()
                .map(variable -> variable.key() + pathIfNeeded(variable, variables))
                .toList();
    }

    /**
     * Returns the name of the column that holds one variable of one parameter set.
     *
     * @param variable one of the recorded variables
     * @param set the name of the parameter set
     * @param variables all of them
     * @return {@code output|set}, or {@code output|set|path} if the output has several variables
     */
    static String ofSet(final OutputVariable variable, final String set, final List<OutputVariable> variables) {
        return variable.key() + ResultsColumns.SEPARATOR + set + pathIfNeeded(variable, variables);
    }

    private static String pathIfNeeded(final OutputVariable variable, final List<OutputVariable> variables) {
        final boolean alone = variables.stream()
                        .filter(other -> other.key().equals(variable.key()))
                        .count()
                == 1;
        return alone ? "" : ResultsColumns.SEPARATOR + variable.path();
    }
}
