/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

/** How a run ended, in the numbers of KNIME's batch application. */
enum ExitCode {
    SUCCESS(0),
    BAD_OPTIONS(2),
    LOAD_ERROR(3),
    EXECUTION_FAILED(4);

    private final int number;

    ExitCode(final int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
