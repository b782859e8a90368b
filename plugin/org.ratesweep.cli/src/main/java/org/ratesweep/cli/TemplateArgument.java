/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.util.List;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.core.template.TemplateSummary;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The argument that names a template, with the options for folders of templates beside the library. */
final class TemplateArgument {
    private final PositionalParamSpec template = Options.argument(
            "TEMPLATE", String.class, "The name of a template, as 'list' shows it, with or without that of its file.");

    private final TemplateFolders folders = new TemplateFolders();

    /** Gives a command this argument and the options. */
    void addTo(final CommandSpec command) {
        command.addPositional(template);
        folders.addTo(command);
    }

    /** Returns all templates that can be named. */
    TemplateLibrary library() {
        return folders.library();
    }

    /** Returns what the library understands; a name alone will do if only one file has it. */
    String reference(final TemplateLibrary library) {
        final String name = template.getValue();
        if (name.contains(".") || name.contains("/")) {
            return name;
        }
        final List<String> known =
                library.list().stream().map(TemplateSummary::reference).toList();
        final List<String> matching = known.stream()
                .filter(reference -> reference.endsWith("." + name))
                .toList();
        if (matching.isEmpty()) {
            throw new InputException("no template is called '" + name + "'"
                    + NearMatches.suggest(
                            name,
                            known.stream()
                                    .map(reference -> reference.substring(reference.lastIndexOf('.') + 1))
                                    .toList()));
        }
        if (matching.size() > 1) {
            throw new InputException(
                    "several templates are called '" + name + "'; choose one: " + String.join(", ", matching));
        }
        return matching.get(0);
    }
}
