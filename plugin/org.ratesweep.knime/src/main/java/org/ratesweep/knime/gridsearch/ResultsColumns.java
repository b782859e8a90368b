/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.List;

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

    /** What stands between the parts of a name: {@code output|path}, {@code output|set} or {@code output|set|path}. */
    public static final String SEPARATOR = "|";

    /** How a set fared, in the results map. */
    public static final String STATUS = "status";

    static final String MESSAGE = "message";
    static final String TIME_REACHED = "time reached";
    static final String SEED = "seed";
    static final String SECONDS = "seconds";

    /** The columns of the results map that say how a set fared; all others are parameters. */
    public static final List<String> FATE = List.of(STATUS, MESSAGE, TIME_REACHED, SEED, SECONDS);

    private ResultsColumns() {}
}
