/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ratesweep.core.template.TemplateLibrary;
import picocli.CommandLine.Option;

/** The options that say where templates are. */
final class TemplateFolders {
    @Option(
            names = "--template-path",
            paramLabel = "DIR",
            description = "A folder in which templates are looked up before the built-in library; repeatable, the first"
                    + " given comes first.")
    private List<Path> folders = new ArrayList<>();

    /** Returns the built-in library with these folders before it. */
    TemplateLibrary library() {
        // The library prefers what was added last.
        final List<Path> lastFirst = new ArrayList<>(folders);
        Collections.reverse(lastFirst);
        TemplateLibrary library = TemplateLibrary.builtIn();
        for (final Path folder : lastFirst) {
            library = library.withFolder(folder);
        }
        return library;
    }
}
