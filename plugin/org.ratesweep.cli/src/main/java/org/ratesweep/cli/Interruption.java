/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C, as seen by a run: what to ask whether to stop. The process lives on until the run has cleaned up, though not
 * for long.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_MILLISECONDS = 900;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch cleanedUp = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "ratesweep-interruption");

    private Interruption() {}

    /** Returns an interruption that Ctrl-C, or another wish that the process end, sets off until it is closed. */
    static Interruption watch() {
        final Interruption interruption = new Interruption();
        try {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        } catch (final IllegalStateException ending) {
            interruption.asked.set(true);
        }
        return interruption;
    }

    /** Tells whether to stop. */
    boolean asked() {
        return asked.get();
    }

    /**
     * Stops here if asked to.
     *
     * @throws CancellationException if so
     */
    void check() {
        if (asked()) {
            throw new CancellationException("the run was interrupted");
        }
    }

    /** Returns a stream that fails as soon as the run is to stop. */
    OutputStream guard(final OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(final int value) throws IOException {
                requireNotAsked();
                out.write(value);
            }

            @Override
            public void write(final byte[] bytes, final int offset, final int length) throws IOException {
                requireNotAsked();
                out.write(bytes, offset, length);
            }

            private void requireNotAsked() throws IOException {
                if (asked()) {
                    throw new InterruptedIOException("the run was interrupted");
                }
            }
        };
    }

    /** Says that the run has ended and cleaned up. */
    @Override
    public void close() {
        cleanedUp.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (final IllegalStateException ending) {
            // The process ends already; the hook has been told.
        }
    }

    private void stop() {
        asked.set(true);
        try {
            cleanedUp.await(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (final InterruptedException impatience) {
            Thread.currentThread().interrupt();
        }
    }
}
