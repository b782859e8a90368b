/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.results;

import java.util.List;
import org.ratesweep.core.error.InputException;

/** What tables of results call their columns. Users' workflows refer to these names: they must not change. */
public final class ResultsColumns {
    /** The name of the parameter set, in the layout with one row a sample. */
    public static final String SET = "parameter set";

    /** The time of a sample. */
    public static final String TIME = "time";

    /** The time of the first sample, in the layout with lists. */
    public static final String TIME_START = "time start";

    /** The time between two samples, in the layout with lists. */
    public static final String TIME_STEP = "time step";

    /**
     * What stands between the parts of a name: {@code output|path}, {@code output|set}, {@code output|set|path} or
     * {@code seed|path}.
     */
    public static final String SEPARATOR = "|";

    /** How a set fared, in the results map. */
    public static final String STATUS = "status";

    /** What happened to a set that failed, in the results map. */
    public static final String MESSAGE = "message";

    /** The time up to which the values of a set are finite, in the results map. */
    public static final String TIME_REACHED = "time reached";

    /** The seed of the first random input; those of others are in columns {@code seed|path}. */
    public static final String SEED = "seed";

    /** The seed of noise in equations, in the results map of a model that has some. */
    public static final String NOISE_SEED = "noise_seed";

    /** The time in s that the computation of a set took, in the results map. */
    public static final String SECONDS = "seconds";

    private static final List<String> FATE = List.of(STATUS, MESSAGE, TIME_REACHED, SEED, NOISE_SEED, SECONDS);
    private static final List<String> COURSES = List.of(SET, TIME, TIME_START, TIME_STEP);

    private ResultsColumns() {}

    /** Returns the column of the results map that holds the seed of a random input which is not the first. */
    public static String seedOf(final String path) {
        return SEED + SEPARATOR + path;
    }

    /** Tells whether a column of the results map says how a set fared; all others are parameters. */
    public static boolean isFate(final String column) {
        return FATE.contains(column) || column.startsWith(SEED + SEPARATOR);
    }

    /**
     * Refuses a name that would be taken for another column.
     *
     * @param name what a user wants to call a parameter or an output
     * @param subject what it is the name of, for instance {@code "the grid column"}
     * @return the same name
     * @throws InputException if a column that tables of results have is called so
     */
    public static String requireFree(final String name, final String subject) {
        if (isFate(name) || COURSES.contains(name)) {
            throw new InputException(subject + " '" + name
                    + "' has the name of a column that tables of results have; choose another name, for instance '"
                    + name + "_'");
        }
        return name;
    }
}
