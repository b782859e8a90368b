/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.ratesweep.core.sweep.Progress;

/** The progress of a run as a line of text. */
final class ProgressBar {
    private static final int CELLS = 28;

    private ProgressBar() {}

    /**
     * Draws the line that a terminal shows and overwrites.
     *
     * @param progress how far the run is
     * @return for instance {@code [=======>      ]  50 %  3,000 of 6,000 sets  12 s left}
     */
    static String bar(final Progress progress) {
        final int filled = (int) (CELLS * progress.fraction());
        final String head = filled > 0 && filled < CELLS ? ">" : "";
        return "[" + "=".repeat(filled - head.length()) + head + " ".repeat(CELLS - filled) + "] " + words(progress);
    }

    /**
     * Puts the progress in words, for a log.
     *
     * @param progress how far the run is
     * @return for instance {@code  50 %  3,000 of 6,000 sets  12 s left}
     */
    static String words(final Progress progress) {
        final String done = String.format(
                Locale.ROOT,
                "%3d %%  %,d of %s",
                (int) Math.floor(100 * progress.fraction()),
                progress.setsDone(),
                Quantity.count(progress.sets(), "set"));
        final Optional<Duration> remaining = progress.fraction() < 1 ? progress.remaining() : Optional.empty();
        return done
                + remaining.map(time -> "  " + Quantity.clock(time) + " left").orElse("");
    }
}
