/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ratesweep.core.template.TemplateLibrary;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that say where templates are. */
final class TemplateFolders {
    private final OptionSpec folders = Options.folders(
            "--template-path",
            "A folder in which templates are looked up before the built-in library; repeatable, the first given comes"
                    + " first.");

    /** Gives a command these options. */
    void addTo(final CommandSpec command) {
        command.addOption(folders);
    }

    /** Returns the built-in library with these folders before it. */
    TemplateLibrary library() {
        // The library prefers what was added last.
        final List<Path> lastFirst = new ArrayList<>(folders.<List<Path>>getValue());
        Collections.reverse(lastFirst);
        TemplateLibrary library = TemplateLibrary.builtIn();
        for (final Path folder : lastFirst) {
            library = library.withFolder(folder);
        }
        return library;
    }
}
