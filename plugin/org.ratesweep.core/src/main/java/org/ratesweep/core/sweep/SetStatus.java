/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

/** How a parameter set fared. */
public enum SetStatus {
    /** It was computed to the end. */
    OK("ok"),
    /**
     * A state variable became NaN or infinite; its samples from then on are as computed by solvers of fixed step, NaN under
     * adaptive ones.
     */
    DIVERGED("diverged"),
    /** No step of an adaptive solver was short enough for its tolerances; samples from then on are NaN. */
    STEP_SIZE_UNDERFLOW("step size underflow"),
    /** An adaptive solver took as many steps as it may, or as are kept of the past; samples from then on are NaN. */
    TOO_MANY_STEPS("too many steps"),
    /** It was not run, since its values make no system, for instance a negative delay; its samples are NaN. */
    FAILED("failed");

    private final String word;

    SetStatus(final String word) {
        this.word = word;
    }

    /** Returns the status as tables show it. */
    public String word() {
        return word;
    }
}
