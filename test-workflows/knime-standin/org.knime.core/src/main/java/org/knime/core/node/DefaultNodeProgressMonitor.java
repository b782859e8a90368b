/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps the latest progress and message. */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {
    private final AtomicBoolean canceled = new AtomicBoolean();
    private final AtomicReference<Double> progress = new AtomicReference<>();
    private final AtomicReference<String> message = new AtomicReference<>("");

    /** Creates a monitor of a node that has not begun. */
    public DefaultNodeProgressMonitor() {}

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (canceled.get() || Thread.currentThread().isInterrupted()) {
            canceled.set(true);
            throw new CanceledExecutionException();
        }
    }

    @Override
    public void setExecuteCanceled() {
        canceled.set(true);
    }

    @Override
    public void setProgress(final double fraction) {
        progress.accumulateAndGet(
                Math.min(1, Math.max(0, fraction)),
                (before, now) -> before == null ? now : Double.valueOf(Math.max(before, now)));
    }

    @Override
    public void setProgress(final double fraction, final String text) {
        setProgress(fraction);
        setMessage(text);
    }

    @Override
    public void setMessage(final String text) {
        message.set(text);
    }

    @Override
    public Double getProgress() {
        return progress.get();
    }

    @Override
    public String getMessage() {
        return message.get();
    }
}
