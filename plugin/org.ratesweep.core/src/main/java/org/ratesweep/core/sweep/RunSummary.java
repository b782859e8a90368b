/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.time.Duration;

/**
 * What a run amounted to.
 *
 * @param sets the number of parameter sets
 * @param failedSets how many of them have another status than ok
 * @param pointSteps parameter sets times steps
 * @param compiling the time that it took to compile the model
 * @param solving the time from the first step to the last, on all threads together as a clock on the wall shows it
 */
public record RunSummary(int sets, int failedSets, long pointSteps, Duration compiling, Duration solving) {
    /** Returns how many steps of one parameter set were computed in a second. */
    public double pointStepsPerSecond() {
        return pointSteps / Math.max(1e-9, solving.toNanos() / 1e9);
    }
}
