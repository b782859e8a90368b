/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.ratesweep.cli.terminal.Terminal;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.core.template.TemplateSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that shows a model. */
@Command(
        name = "show",
        description = "Show what can be swept and recorded in a model.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "TEMPLATE",
            description = "The name of a template, as 'list' shows it, with or without that of its file.")
    private String name;

    @Mixin
    private TemplateFolders templates;

    @Option(names = "--json", description = "Write one JSON object, for scripts.")
    private boolean json;

    ShowCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        final TemplateLibrary library = templates.library();
        final String reference = reference(library);
        final ModelView view = ModelView.of(reference, library.circuit(reference));
        if (json) {
            terminal.out().println(view.json());
        } else {
            view.lines(terminal.colours() && terminal.outInteractive()).forEach(terminal.out()::println);
        }
        return ExitStatus.OK;
    }

    /** A name alone will do if only one file has it. */
    private String reference(final TemplateLibrary library) {
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
