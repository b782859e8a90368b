/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.util.function.BooleanSupplier;
import org.ratesweep.cli.terminal.Terminal;
import org.ratesweep.core.error.InputException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a user reads when a command stops, and the exit status that goes with it.
 *
 * @param terminal where it is written
 * @param stacktrace whether the place in the program is asked for
 */
record Failures(Terminal terminal, BooleanSupplier stacktrace)
        implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** Explains options that cannot be used. */
    @Override
    public int handleParseException(final ParameterException problem, final String[] arguments) {
        terminal.error(message(problem));
        final CommandLine command = problem.getCommandLine();
        UnmatchedArgumentException.printSuggestions(problem, command.getErr());
        terminal.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        trace(problem);
        return ExitStatus.BAD_INPUT;
    }

    @Override
    public int handleExecutionException(
            final Exception failure, final CommandLine command, final ParseResult arguments) {
        return failure(failure);
    }

    /** Explains whatever else went wrong. */
    int failure(final Throwable failure) {
        if (failure instanceof InputException problem) {
            terminal.error(problem.getMessage());
            trace(problem);
            return ExitStatus.BAD_INPUT;
        }
        if (failure instanceof OutOfMemoryError) {
            terminal.error(
                    "Java has no more memory. Record fewer outputs, choose a larger sampling_step_size or cutoff, or "
                            + "give Java more: RATESWEEP_JAVA_OPTS=-Xmx8g");
        } else {
            terminal.error("this is a defect of Ratesweep, not of your files: " + failure);
            if (!stacktrace.getAsBoolean()) {
                terminal.err()
                        .println(
                                "Please report it, with your files and what the same command with --stacktrace shows.");
            }
        }
        trace(failure);
        return ExitStatus.FAILURE;
    }

    private static String message(final ParameterException problem) {
        final boolean noSuchCommand = problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !problem.getCommandLine().getSubcommands().isEmpty();
        return noSuchCommand
                ? "there is no command '"
                        + ((UnmatchedArgumentException) problem).getUnmatched().get(0) + "'"
                : problem.getMessage();
    }

    private void trace(final Throwable failure) {
        if (stacktrace.getAsBoolean()) {
            failure.printStackTrace(terminal.err());
        }
    }
}
