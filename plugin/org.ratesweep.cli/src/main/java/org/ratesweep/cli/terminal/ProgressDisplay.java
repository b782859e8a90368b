/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.ratesweep.core.sweep.Progress;

/**
 * Shows how far a run is: on a terminal a bar that overwrites itself, elsewhere a few lines. Short runs show nothing.
 *
 * <p>Mutable; it belongs to one run and one thread.
 */
public sealed interface ProgressDisplay extends Consumer<Progress>, AutoCloseable {

    /**
     * Chooses the display that suits a terminal.
     *
     * @param terminal where it is shown: on its {@code err}
     * @return a new display
     */
    static ProgressDisplay on(final Terminal terminal) {
        return terminal.errInteractive() ? new Bar(terminal.err()) : new Lines(terminal.err());
    }

    /** Returns a display that shows nothing. */
    static ProgressDisplay none() {
        return new Nothing();
    }

    /** Leaves the terminal as it was. */
    @Override
    void close();

    /** A line that overwrites itself. */
    final class Bar implements ProgressDisplay {
        private static final Duration SHORT_RUN = Duration.ofMillis(400);

        private final PrintStream stream;
        private int shown;

        Bar(final PrintStream stream) {
            this.stream = stream;
        }

        @Override
        public void accept(final Progress progress) {
            if (progress.elapsed().compareTo(SHORT_RUN) >= 0) {
                final String line = ProgressBar.bar(progress);
                stream.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
                stream.flush();
                shown = line.length();
            }
        }

        @Override
        public void close() {
            if (shown > 0) {
                stream.print("\r" + " ".repeat(shown) + "\r");
                stream.flush();
                shown = 0;
            }
        }
    }

    /** A line for each fifth of the run. */
    final class Lines implements ProgressDisplay {
        private static final Duration SHORT_RUN = Duration.ofSeconds(2);
        private static final double STEP = 0.2;

        private final PrintStream stream;
        private double next;

        Lines(final PrintStream stream) {
            this.stream = stream;
        }

        @Override
        public void accept(final Progress progress) {
            if (progress.elapsed().compareTo(SHORT_RUN) >= 0
                    && progress.fraction() >= next
                    && progress.fraction() < 1) {
                stream.println(ProgressBar.words(progress).strip());
                next = progress.fraction() + STEP;
            }
        }

        @Override
        public void close() {
            // Lines stay.
        }
    }

    /** Nothing at all. */
    final class Nothing implements ProgressDisplay {
        @Override
        public void accept(final Progress progress) {
            // Nobody looks.
        }

        @Override
        public void close() {
            // Nothing was shown.
        }
    }
}
