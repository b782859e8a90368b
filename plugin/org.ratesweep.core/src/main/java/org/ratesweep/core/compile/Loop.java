/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.List;

/**
 * One pass over the lanes of all units: computes some values and stores them.
 *
 * @param assignments what it stores, of one extent; a later one may use the value of an earlier one
 */
record Loop(List<Assignment> assignments) implements Step {
    Loop {
        assignments = List.copyOf(assignments);
    }

    /** Returns the number of units that each assignment stores. */
    int extent() {
        return assignments.get(0).extent();
    }
}
