/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import java.util.concurrent.atomic.AtomicReference;

/** Adds its part to the progress of another monitor. */
final class SubProgressMonitor implements NodeProgressMonitor {
    private final NodeProgressMonitor parent;
    private final double start;
    private final double part;
    private final AtomicReference<Double> progress = new AtomicReference<>();

    SubProgressMonitor(final NodeProgressMonitor parent, final double part) {
        this.parent = parent;
        this.part = part;
        final Double before = parent.getProgress();
        start = before == null ? 0 : before;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        parent.checkCanceled();
    }

    @Override
    public void setProgress(final double fraction) {
        progress.set(fraction);
        parent.setProgress(start + part * fraction);
    }

    @Override
    public Double getProgress() {
        return progress.get();
    }

    @Override
    public void setProgress(final double fraction, final String message) {
        setProgress(fraction);
        setMessage(message);
    }

    @Override
    public void setMessage(final String message) {
        parent.setMessage(message);
    }

    @Override
    public String getMessage() {
        return parent.getMessage();
    }

    @Override
    public void setExecuteCanceled() {
        parent.setExecuteCanceled();
    }
}
