/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The streams that a command writes on.
 *
 * @param out results: what a script or a pipe may want
 * @param err messages for the person in front of it
 * @param outInteractive whether a person reads {@code out} as it comes, rather than a file or a pipe
 * @param errInteractive the same of {@code err}
 * @param colours whether that person wants colours
 */
public record Terminal(
        PrintStream out, PrintStream err, boolean outInteractive, boolean errInteractive, boolean colours) {

    /** Returns the streams of this process. Colours are used on a terminal unless NO_COLOR is set. */
    public static Terminal ofProcess() {
        final boolean wanted = System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
                && !System.getenv().getOrDefault("TERM", "").equals("dumb");
        return new Terminal(System.out, System.err, isTerminal(1), isTerminal(2), wanted);
    }

    /** Returns streams that no person reads as they come. */
    public static Terminal plain(final PrintStream out, final PrintStream err) {
        return new Terminal(out, err, false, false, false);
    }

    /** Writes what is worth knowing but stops nothing. */
    public void warning(final String message) {
        err.println(Style.WARNING.on("warning:", colours && errInteractive) + " " + message);
    }

    /** Writes why a command stops. */
    public void error(final String message) {
        err.println(Style.ERROR.on("error:", colours && errInteractive) + " " + message);
    }

    /** Linux tells for each stream; elsewhere Java only tells whether both input and output are a terminal. */
    @SuppressWarnings("SystemConsoleNull") // Main asks for the console of older JDKs.
    private static boolean isTerminal(final int stream) {
        final Path link = Path.of("/proc/self/fd/" + stream);
        try {
            final String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (final IOException | UnsupportedOperationException notLinux) {
            return System.console() != null;
        }
    }
}
