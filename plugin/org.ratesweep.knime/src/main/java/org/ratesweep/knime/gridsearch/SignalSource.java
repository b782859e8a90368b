/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import org.knime.node.parameters.widget.choices.Label;

/** Where the signal into an input comes from. */
enum SignalSource {
    /** A column of the signals table. */
    @Label(value = "Column", description = "A column of the signals table, one row per step.")
    COLUMN,
    /** A number. */
    @Label(value = "Constant", description = "The same number at every step.")
    CONSTANT,
    /** Uniform random numbers. */
    @Label(value = "Noise", description = "Uniform random numbers, one per step, that follow from a seed.")
    NOISE
}
