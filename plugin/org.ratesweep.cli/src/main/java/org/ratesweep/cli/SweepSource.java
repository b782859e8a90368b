/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.nio.file.Path;
import org.ratesweep.core.sweepfile.SweepFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The arguments that say which sweep is meant, and where what it refers to is. */
final class SweepSource {
    private final PositionalParamSpec file = Options.argument("FILE", Path.class, "The sweep file.");

    private final TemplateFolders templates = new TemplateFolders();

    private final OptionSpec dataFolders = Options.folders(
            "--data-path", "A further folder from which the sweep file may read CSV files; repeatable.");

    /** Gives a command these arguments. */
    void addTo(final CommandSpec command) {
        command.addPositional(file).addOption(dataFolders);
        templates.addTo(command);
    }

    /** Returns the sweep file. */
    Path file() {
        return file.getValue();
    }

    /**
     * Reads and checks the sweep.
     *
     * @throws org.ratesweep.core.error.InputException if the file or anything that it refers to cannot be used
     */
    SweepFile read() {
        return SweepFile.read(file(), templates.library(), dataFolders.getValue());
    }
}
