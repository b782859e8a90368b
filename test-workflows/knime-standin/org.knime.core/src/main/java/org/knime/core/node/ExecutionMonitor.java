/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import java.util.function.Supplier;

/** Takes a node's progress and tells it when it is cancelled. */
public class ExecutionMonitor {
    private final NodeProgressMonitor monitor;

    /** Creates a monitor on which nobody looks. */
    public ExecutionMonitor() {
        this(new DefaultNodeProgressMonitor());
    }

    /** Creates a monitor that passes everything on. */
    public ExecutionMonitor(final NodeProgressMonitor monitor) {
        this.monitor = monitor;
    }

    /** Returns where everything is passed on to. */
    public final NodeProgressMonitor getProgressMonitor() {
        return monitor;
    }

    /** Throws if the node has been cancelled. */
    public void checkCanceled() throws CanceledExecutionException {
        monitor.checkCanceled();
    }

    /** Sets how far the node is, from 0 to 1. */
    public void setProgress(final double progress) {
        monitor.setProgress(progress);
    }

    /** Sets how far the node is, and what it does. */
    public void setProgress(final double progress, final String message) {
        monitor.setProgress(progress, message);
    }

    /** Sets how far the node is, and what it does. */
    public void setProgress(final double progress, final Supplier<String> message) {
        monitor.setProgress(progress, message.get());
    }

    /** Sets what the node does. */
    public void setMessage(final String message) {
        monitor.setMessage(message);
    }

    /** Sets what the node does. */
    public void setMessage(final Supplier<String> message) {
        monitor.setMessage(message.get());
    }

    /** Returns a monitor for a part of the work. */
    public ExecutionMonitor createSubProgress(final double part) {
        return new ExecutionMonitor(new SubProgressMonitor(monitor, part));
    }
}
