/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.ratesweep.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: its name, and its commands. */
@Command(
        name = "ratesweep",
        description = "Parameter sweeps over neural mass models.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = HelpCommand.class,
        footer = {
            "",
            "A first sweep:",
            "  ratesweep list               which models come along",
            "  ratesweep show JRC2          what can be swept and recorded in one of them",
            "  ratesweep run FILE           run the sweep that a file describes",
        })
final class Ratesweep implements Runnable {
    private static final int HELP_WIDTH = 100;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the program an error occurred.")
    private boolean stacktrace;

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
        final Failures failures = new Failures(terminal, () -> ratesweep.stacktrace);
        try {
            return new CommandLine(ratesweep)
                    .addSubcommand(new RunCommand(terminal))
                    .addSubcommand(new CheckCommand(terminal))
                    .addSubcommand(new ListCommand(terminal))
                    .addSubcommand(new ShowCommand(terminal))
                    .setOut(new PrintWriter(terminal.out(), true, Charset.defaultCharset()))
                    .setErr(new PrintWriter(terminal.err(), true, Charset.defaultCharset()))
                    .setColorScheme(CommandLine.Help.defaultColorScheme(
                            terminal.colours() && terminal.outInteractive()
                                    ? CommandLine.Help.Ansi.ON
                                    : CommandLine.Help.Ansi.OFF))
                    .setUsageHelpWidth(HELP_WIDTH)
                    .setUsageHelpLongOptionsMaxWidth(HELP_WIDTH / 3)
                    .setParameterExceptionHandler((problem, ignored) -> failures.usage(problem))
                    .setExecutionExceptionHandler((failure, command, parsed) -> failures.failure(failure))
                    .execute(arguments);
        } catch (final StackOverflowError | OutOfMemoryError | LinkageError | AssertionError failure) {
            return failures.failure(failure);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command; see 'ratesweep --help'");
    }
}
