/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.util.concurrent.Callable;
import org.ratesweep.cli.terminal.Terminal;
import org.ratesweep.core.template.TemplateLibrary;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command that shows a model. */
final class ShowCommand implements Callable<Integer> {
    private final TemplateArgument template = new TemplateArgument();

    private final OptionSpec json = Options.flag("--json", "Write one JSON object, for scripts.");

    private final Terminal terminal;

    private ShowCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    /** Describes the command. */
    static CommandSpec spec(final Terminal terminal) {
        final ShowCommand command = new ShowCommand(terminal);
        final CommandSpec spec = Options.command("show", "Show what can be swept and recorded in a model.", command)
                .addOption(command.json);
        command.template.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        final TemplateLibrary library = template.library();
        final String reference = template.reference(library);
        final ModelView view = ModelView.of(reference, library.circuit(reference));
        if (json.getValue()) {
            terminal.out().println(view.json());
        } else {
            view.lines(terminal.colours() && terminal.outInteractive()).forEach(terminal.out()::println);
        }
        return ExitStatus.OK;
    }
}
