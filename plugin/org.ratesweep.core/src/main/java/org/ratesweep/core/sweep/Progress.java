/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a run is.
 *
 * @param setsDone how many parameter sets are computed
 * @param sets how many there are
 * @param fraction the part of all steps of all sets that is done, from 0 to 1
 * @param elapsed the time since the start
 * @param remaining the time to go at the same pace, once there is a pace
 */
public record Progress(int setsDone, int sets, double fraction, Duration elapsed, Optional<Duration> remaining) {
    static Progress of(
            final int setsDone,
            final int sets,
            final long pointSteps,
            final long allPointSteps,
            final Duration elapsed) {
        final double fraction = Math.min(1, (double) pointSteps / allPointSteps);
        final Optional<Duration> remaining = fraction > 0
                ? Optional.of(Duration.ofMillis((long) (elapsed.toMillis() * (1 - fraction) / fraction)))
                : Optional.empty();
        return new Progress(setsDone, sets, fraction, elapsed, remaining);
    }
}
