/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.ratesweep.cli.terminal.Terminal;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.core.template.TemplateSummary;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The command that shows a model. */
final class ShowCommand implements Callable<Integer> {
    private final PositionalParamSpec template = Options.argument(
            "TEMPLATE", String.class, "The name of a template, as 'list' shows it, with or without that of its file.");

    private final TemplateFolders templates = new TemplateFolders();

    private final OptionSpec json = Options.flag("--json", "Write one JSON object, for scripts.");

    private final Terminal terminal;

    private ShowCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    /** Describes the command. */
    static CommandSpec spec(final Terminal terminal) {
        final ShowCommand command = new ShowCommand(terminal);
        final CommandSpec spec = Options.command("show", "Show what can be swept and recorded in a model.", command)
                .addPositional(command.template)
                .addOption(command.json);
        command.templates.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        final TemplateLibrary library = templates.library();
        final String reference = reference(template.getValue(), library);
        final ModelView view = ModelView.of(reference, library.circuit(reference));
        if (json.getValue()) {
            terminal.out().println(view.json());
        } else {
            view.lines(terminal.colours() && terminal.outInteractive()).forEach(terminal.out()::println);
        }
        return ExitStatus.OK;
    }

    /** A name alone will do if only one file has it. */
    private static String reference(final String name, final TemplateLibrary library) {
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
