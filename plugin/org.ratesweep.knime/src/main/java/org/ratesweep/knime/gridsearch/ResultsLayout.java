/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import org.knime.node.parameters.widget.choices.Label;

/** The forms that a table of courses in time can have. */
enum ResultsLayout {
    /** One row a parameter set, one list a series. */
    @Label(value = "Lists", description = "One row per parameter set, one list column per output. The fastest form.")
    LIST,
    /** One row a sample. */
    @Label(value = "Long", description = "One row per parameter set and sample, one number column per output.")
    LONG,
    /** One column a series. */
    @Label(
            value = "Wide",
            description =
                    "One row per sample, one number column per output and parameter set, as a Line Plot " + "takes it.")
    WIDE
}
