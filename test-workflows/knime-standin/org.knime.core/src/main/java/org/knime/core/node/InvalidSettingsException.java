/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

/** Settings with which a node cannot run. */
public class InvalidSettingsException extends Exception {
    private static final long serialVersionUID = 1;

    /** Says what is wrong. */
    public InvalidSettingsException(final String message) {
        super(message);
    }

    /** Passes a cause on. */
    public InvalidSettingsException(final Throwable cause) {
        super(cause);
    }

    /** Says what is wrong, and why. */
    public InvalidSettingsException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
