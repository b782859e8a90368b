/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

/** What the program tells the shell when it ends. */
final class ExitStatus {
    /** All is well. */
    static final int OK = 0;

    /** Some parameter sets failed; the results of all are written. */
    static final int SETS_FAILED = 1;

    /** What the user wrote cannot be used as it stands. */
    static final int BAD_INPUT = 2;

    /** The program or the machine failed, as EX_SOFTWARE of sysexits.h. */
    static final int FAILURE = 70;

    /** The user pressed Ctrl-C, as shells have it: 128 and the number of the signal. */
    static final int INTERRUPTED = 130;

    private ExitStatus() {}
}
