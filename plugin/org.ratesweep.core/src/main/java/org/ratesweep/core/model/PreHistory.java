/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.Locale;

/** What a delayed variable was before the run began. */
public enum PreHistory {
    /** 0: nothing is under way along an edge when the run begins. */
    ZERO,
    /** All the time what it is when the run begins. */
    INITIAL;

    /** Returns the choice as sweep files write it, for instance {@code zero}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
