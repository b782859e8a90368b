/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.Map;

/** What PyRates or its users' habits know and this language does not know yet, so that messages can say so. */
final class MissingFeatures {
    private static final String PIECEWISE = "write where(condition, x, y) for a choice";
    static final String SUBSCRIPTS = "subscripts are not supported yet";

    private static final String VECTORS = "vectors are not supported yet";

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("mean", VECTORS),
            Map.entry("vsum", VECTORS),
            Map.entry("wsum", VECTORS),
            Map.entry("matmul", VECTORS),
            Map.entry("matvec", VECTORS),
            Map.entry("roll", VECTORS),
            Map.entry("concatenate", VECTORS),
            Map.entry("interp", VECTORS),
            Map.entry("index", VECTORS),
            Map.entry("index_range", VECTORS),
            Map.entry("index_2d", VECTORS),
            Map.entry("index_axis", VECTORS),
            Map.entry("broadcast_pre", VECTORS),
            Map.entry("broadcast_post", VECTORS),
            Map.entry("reshape2d", VECTORS),
            Map.entry("flatten1d", VECTORS),
            Map.entry("Piecewise", PIECEWISE));

    private MissingFeatures() {}

    /** Tells whether PyRates has a function of this name that is missing here. */
    static boolean hasFunction(final String name) {
        return FUNCTIONS.containsKey(name);
    }

    /** Says that a function for which {@link #hasFunction} holds is missing, and why. */
    static String ofFunction(final String name) {
        return "cannot call '" + name + "': " + FUNCTIONS.get(name);
    }
}
