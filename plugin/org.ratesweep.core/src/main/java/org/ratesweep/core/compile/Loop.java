/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.List;

/**
 * One pass over the lanes: computes some values and stores them.
 *
 * @param assignments what it stores; a later one may use the value of an earlier one
 */
record Loop(List<Assignment> assignments) {
    Loop {
        assignments = List.copyOf(assignments);
    }
}
