/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Says which Ratesweep runs where: what a report of a problem should start with. */
final class Version implements IVersionProvider {
    private static final String NOT_PACKAGED = "development";

    @Override
    public String[] getVersion() {
        return new String[] {
            "Ratesweep " + number(),
            "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), "
                    + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                    + System.getProperty("os.arch")
        };
    }

    /** Returns the version in the manifest of the jar, if this is one. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse(NOT_PACKAGED);
    }
}
