/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ratesweep.cli.figure.Figure;
import org.ratesweep.cli.figure.Panels;

/** A figure that is drawn while other things are done. Whatever goes wrong in it, the results are safe. */
final class Drawing {
    private static final long CHECK_MILLISECONDS = 50;

    private final FutureTask<Drawn> task;

    private Drawing(final FutureTask<Drawn> task) {
        this.task = task;
    }

    /** What came of it. */
    sealed interface Drawn {
        /**
         * The figure.
         *
         * @param file the contents of its file
         */
        record Done(byte[] file) implements Drawn {}

        /**
         * No figure.
         *
         * @param reason why
         */
        record Failed(String reason) implements Drawn {}
    }

    /** Starts to load the classes and fonts that figures need, for which the time of a run is good. */
    static void warmUp() {
        start("ratesweep-warm-up", () -> {
            for (final Figure figure : Figure.values()) {
                figure.warmUp();
            }
            return new byte[0];
        });
    }

    /**
     * Starts to draw.
     *
     * @param figure the format
     * @param panels what it shows
     */
    static Drawing start(final Figure figure, final Panels panels) {
        return start("ratesweep-" + figure.fileName(), () -> figure.draw(panels));
    }

    private static Drawing start(final String name, final Callable<byte[]> work) {
        final FutureTask<Drawn> task = new FutureTask<>(() -> draw(work));
        final Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return new Drawing(task);
    }

    /** Where there are no fonts, Java throws errors of several kinds. */
    private static Drawn draw(final Callable<byte[]> work) throws Exception {
        try {
            return new Drawn.Done(work.call());
        } catch (final IOException | RuntimeException | LinkageError | VirtualMachineError failure) {
            return new Drawn.Failed(failure.toString());
        }
    }

    /**
     * Waits until the figure is drawn.
     *
     * @param interruption is asked whether to stop waiting
     */
    Drawn await(final Interruption interruption) {
        while (true) {
            interruption.check();
            try {
                return task.get(CHECK_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (final TimeoutException notYet) {
                // Asks again.
            } catch (final ExecutionException failure) {
                return new Drawn.Failed(String.valueOf(failure.getCause()));
            } catch (final InterruptedException ending) {
                Thread.currentThread().interrupt();
                final CancellationException cancellation = new CancellationException("the figure was interrupted");
                cancellation.initCause(ending);
                throw cancellation;
            }
        }
    }
}
