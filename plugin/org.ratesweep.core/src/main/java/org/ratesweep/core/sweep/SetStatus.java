/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

/** How a parameter set fared. */
public enum SetStatus {
    /** It was computed to the end. */
    OK("ok"),
    /** A state variable became NaN or infinite; its samples from then on are as computed. */
    DIVERGED("diverged");

    private final String word;

    SetStatus(final String word) {
        this.word = word;
    }

    /** Returns the status as tables show it. */
    public String word() {
        return word;
    }
}
