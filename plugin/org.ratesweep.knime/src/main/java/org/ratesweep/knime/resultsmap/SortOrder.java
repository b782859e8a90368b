/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import org.knime.node.parameters.widget.choices.Label;

/** The directions of sorting. */
enum SortOrder {
    /** The least first. */
    @Label("Ascending")
    ASCENDING,
    /** The largest first. */
    @Label("Descending")
    DESCENDING
}
