/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

/** Thrown when the user cancels a node. */
public class CanceledExecutionException extends Exception {
    private static final long serialVersionUID = 1;

    /** Creates an exception that says who stopped the node. */
    public CanceledExecutionException() {
        this("the user has cancelled the node");
    }

    /** Creates an exception with a message. */
    public CanceledExecutionException(final String message) {
        super(message);
    }
}
