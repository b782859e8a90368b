/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import org.knime.node.parameters.widget.choices.Label;

/** What becomes of the others when a parameter set fails. */
enum OnFailure {
    /** They go on; the failed set is a row of the results map with its status. */
    @Label(value = "Continue", description = "The set gets a status and a message in the results map; the others run.")
    CONTINUE,
    /** The node fails. */
    @Label(value = "Fail", description = "The node fails at the first parameter set that fails.")
    FAIL
}
