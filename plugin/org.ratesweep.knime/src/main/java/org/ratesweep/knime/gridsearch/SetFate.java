/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.Optional;
import org.ratesweep.core.sweep.SetOutcome;
import org.ratesweep.core.sweep.SetStatus;

/**
 * How a parameter set fared, as the results map shows it.
 *
 * @param status a word: {@code ok}, {@code diverged}, or {@code failed} if it was not run
 * @param message what happened, if not all is well
 * @param timeReached the time up to which its values are finite, if it was run
 * @param seconds the time that its computation took, if it was run
 */
record SetFate(String status, Optional<String> message, Optional<Double> timeReached, Optional<Double> seconds) {
    /** The status of a set that could not be run. */
    static final String FAILED = "failed";

    /** Returns the fate of a set that was run. */
    static SetFate of(final SetOutcome outcome, final double seconds) {
        return new SetFate(
                outcome.status().word(),
                outcome.status() == SetStatus.OK ? Optional.empty() : Optional.of(outcome.message()),
                Optional.of(outcome.timeReached()),
                Optional.of(seconds));
    }

    /** Returns the fate of a set that could not be run. */
    static SetFate failed(final String problem) {
        return new SetFate(FAILED, Optional.of(problem), Optional.empty(), Optional.empty());
    }

    boolean isOk() {
        return status.equals(SetStatus.OK.word());
    }
}
