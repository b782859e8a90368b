/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.Callable;
import org.ratesweep.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The program: its name, and its commands. */
final class Ratesweep implements Callable<Integer> {
    private static final int HELP_WIDTH = 100;
    private static final String[] FOOTER = {
        "",
        "A first sweep:",
        "  ratesweep list               which models come along",
        "  ratesweep show JRC2          what can be swept and recorded in one of them",
        "  ratesweep run FILE           run the sweep that a file describes",
    };

    private final OptionSpec stacktrace = Options.flagBuilder(
                    "Show where in the program an error occurred.", "--stacktrace")
            .scopeType(ScopeType.INHERIT)
            .build();

    private final CommandSpec spec = Options.command("ratesweep", "Parameter sweeps over neural mass models.", this)
            .addOption(stacktrace);

    private Ratesweep() {}

    /**
     * Runs a command.
     *
     * @param terminal where it writes
     * @param arguments the command and its options
     * @return its exit status
     */
    static int execute(final Terminal terminal, final String... arguments) {
        final Ratesweep ratesweep = new Ratesweep();
        final Failures failures = new Failures(terminal, ratesweep.stacktrace::getValue);
        try {
            return new CommandLine(ratesweep.spec(terminal))
                    .setOut(new PrintWriter(terminal.out(), true, Charset.defaultCharset()))
                    .setErr(new PrintWriter(terminal.err(), true, Charset.defaultCharset()))
                    .setColorScheme(CommandLine.Help.defaultColorScheme(
                            terminal.colours() && terminal.outInteractive()
                                    ? CommandLine.Help.Ansi.ON
                                    : CommandLine.Help.Ansi.OFF))
                    .setUsageHelpWidth(HELP_WIDTH)
                    .setUsageHelpLongOptionsMaxWidth(HELP_WIDTH / 3)
                    .setParameterExceptionHandler(failures)
                    .setExecutionExceptionHandler(failures)
                    .execute(arguments);
        } catch (final StackOverflowError | OutOfMemoryError | LinkageError | AssertionError failure) {
            return failures.failure(failure);
        }
    }

    private CommandSpec spec(final Terminal terminal) {
        spec.usageMessage().footer(FOOTER);
        for (final CommandSpec command : List.of(
                HelpCommand.spec(),
                RunCommand.spec(terminal),
                CheckCommand.spec(terminal),
                ListCommand.spec(terminal),
                ShowCommand.spec(terminal),
                ExportCommand.spec(terminal),
                CompileCommand.spec(terminal))) {
            spec.addSubcommand(command.name(), command);
        }
        return spec;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "no command; see 'ratesweep --help'");
    }
}
