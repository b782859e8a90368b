/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.Map;

/** What PyRates or its users' habits know and this language does not know yet, so that messages can say so. */
final class MissingFeatures {
    private static final String PIECEWISE = "write where(condition, x, y) for a choice";
    static final String SUBSCRIPTS = "subscripts are not supported; index(x, i) is element i of a vector x";

    private static final Map<String, String> FUNCTIONS = Map.of("Piecewise", PIECEWISE);

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
