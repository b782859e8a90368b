/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import org.ratesweep.cli.terminal.Terminal;

/** Where the program starts. */
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends the process with its exit status.
     *
     * @param arguments the command and its options
     */
    public static void main(final String[] arguments) {
        // Figures are drawn into files, on machines without a screen too.
        System.setProperty("java.awt.headless", "true");
        // From JDK 22 on, System.console() would else be there without a terminal too.
        System.setProperty("jdk.console", "java.base");
        System.exit(Ratesweep.execute(Terminal.ofProcess(), arguments));
    }
}
