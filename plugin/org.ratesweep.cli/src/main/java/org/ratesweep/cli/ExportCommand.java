/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.util.concurrent.Callable;
import org.ratesweep.cli.terminal.Terminal;
import org.ratesweep.core.template.TemplateExport;
import org.ratesweep.core.template.TemplateLibrary;
import picocli.CommandLine.Model.CommandSpec;

/** The command that writes a template with all its parts as one file. */
final class ExportCommand implements Callable<Integer> {
    private final TemplateArgument template = new TemplateArgument();

    private final Terminal terminal;

    private ExportCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    /** Describes the command. */
    static CommandSpec spec(final Terminal terminal) {
        final ExportCommand command = new ExportCommand(terminal);
        final CommandSpec spec = Options.command(
                "export",
                "Write a template and all that it is made of as one YAML file, which PyRates reads, too.",
                command);
        command.template.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        final TemplateLibrary library = template.library();
        terminal.out().print(TemplateExport.yaml(library.template(template.reference(library))));
        return ExitStatus.OK;
    }
}
