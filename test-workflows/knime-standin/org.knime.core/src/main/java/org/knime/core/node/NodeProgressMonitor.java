/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

/** How far a node is, and whether it has been cancelled. */
public interface NodeProgressMonitor {
    /** Throws if the node has been cancelled. */
    void checkCanceled() throws CanceledExecutionException;

    /** Sets how far the node is, from 0 to 1. */
    void setProgress(double progress);

    /** Returns how far the node is; null before it said so, as with KNIME. */
    Double getProgress();

    /** Sets how far the node is, and what it does. */
    void setProgress(double progress, String message);

    /** Sets what the node does. */
    void setMessage(String message);

    /** Returns what the node does. */
    String getMessage();

    /** Cancels the node. */
    void setExecuteCanceled();
}
