/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

/** A run that cannot go on. */
final class WorkflowException extends Exception {
    private static final long serialVersionUID = 1;
    private final ExitCode exitCode;

    WorkflowException(final ExitCode exitCode, final String message) {
        super(message);
        this.exitCode = exitCode;
    }

    WorkflowException(final ExitCode exitCode, final String message, final Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
