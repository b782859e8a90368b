/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import org.knime.node.parameters.widget.choices.Label;

/** The forms of the tidy table. */
enum TidyLayout {
    /** One row a sample. */
    @Label(
            value = "Long",
            description = "One row per parameter set and sample: parameters, time, and a number column per series.")
    LONG,
    /** One column a series of a set. */
    @Label(
            value = "Wide",
            description = "One row per sample: time, and a number column per series and parameter set, named by the "
                    + "parameter values.")
    WIDE,
    /** One row a value of a parameter, one column a value of another. */
    @Label(
            value = "Matrix",
            description = "One row per value of one parameter, one column per value of another, and one measure in the "
                    + "cells, as a Heatmap takes it.")
    MATRIX
}
