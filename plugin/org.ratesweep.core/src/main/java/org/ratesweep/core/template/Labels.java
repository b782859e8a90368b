/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.SourceLocation;

/** What the levels of a path may be called. */
final class Labels {
    private static final String EVERY = "all";
    private static final String ARROW = "->";

    private Labels() {}

    static void check(final String label, final SourceLocation location) {
        final String why;
        if (label.isBlank() || !label.equals(label.strip())) {
            why = "must not be empty, nor begin or end with a blank";
        } else if (label.contains("/")) {
            why = "must not contain '/', which separates the levels of a path";
        } else if (label.contains(ARROW)) {
            why = "must not contain '" + ARROW + "', which stands between source and target in the path of an edge";
        } else if (label.equals(EVERY)) {
            why = "must not be '" + EVERY + "', which stands for every label in a path";
        } else {
            return;
        }
        throw InputException.at(location, "the label '" + label + "' " + why);
    }
}
