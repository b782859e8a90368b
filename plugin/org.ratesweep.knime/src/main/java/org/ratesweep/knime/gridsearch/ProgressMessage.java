/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.time.Duration;
import java.util.Locale;
import org.ratesweep.core.sweep.Progress;

/** Says how far a run is. */
final class ProgressMessage {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private ProgressMessage() {}

    /** Returns for instance {@code set 420 of 6000, 12 s left}. */
    static String of(final Progress progress) {
        return "set " + progress.setsDone() + " of " + progress.sets()
                + progress.remaining().map(time -> ", " + words(time) + " left").orElse("");
    }

    private static String words(final Duration time) {
        final long seconds = time.toSeconds();
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        return seconds < HOUR
                ? String.format(Locale.ROOT, "%d:%02d min", seconds / MINUTE, seconds % MINUTE)
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d h", seconds / HOUR, seconds / MINUTE % MINUTE, seconds % MINUTE);
    }
}
