/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

/** What a value varies with, and hence when and how often it has to be computed. */
enum Variance {
    /** Nothing: a number in the code. */
    CONSTANT,
    /** The parameter set only: computed once for each set, before the first step. */
    SET,
    /** The time and shared signals only: the same for all sets, computed once for each evaluation. */
    STEP,
    /** Both: computed for each set in each evaluation, which is what the lane loops do. */
    LANE;

    Variance join(final Variance other) {
        if (this == other || other == CONSTANT) {
            return this;
        }
        return this == CONSTANT ? other : LANE;
    }
}
