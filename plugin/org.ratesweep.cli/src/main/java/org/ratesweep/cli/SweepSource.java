/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ratesweep.core.sweepfile.SweepFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that say which sweep is meant, and where what it refers to is. */
final class SweepSource {
    @Parameters(paramLabel = "FILE", description = "The sweep file.")
    private Path file;

    @Mixin
    private TemplateFolders templates;

    @Option(
            names = "--data-path",
            paramLabel = "DIR",
            description = "A further folder from which the sweep file may read CSV files; repeatable.")
    private List<Path> dataFolders = new ArrayList<>();

    /** Returns the sweep file. */
    Path file() {
        return file;
    }

    /**
     * Reads and checks the sweep.
     *
     * @throws org.ratesweep.core.error.InputException if the file or anything that it refers to cannot be used
     */
    SweepFile read() {
        return SweepFile.read(file, templates.library(), dataFolders);
    }
}
