/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The command {@code run-workflow}. */
public final class RunWorkflow {
    private static final String USAGE =
            "usage: run-workflow FOLDER [--variable name=value]... [--option nodeId,key,value]... [--out DIR]";
    private final PrintStream log;

    private RunWorkflow(final PrintStream log) {
        this.log = log;
    }

    /** Runs the workflow that the arguments name, and exits as KNIME's batch application does. */
    public static void main(final String... arguments) {
        final PrintStream log = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        final Optional<String> home =
                Optional.ofNullable(System.getenv("KNIME_HOME")).filter(folder -> !folder.isEmpty());
        System.exit(home.isPresent() ? runInKnime(Path.of(home.get()), log, arguments) : run(log, arguments));
    }

    /** Runs a workflow in an installed KNIME, and returns its exit code. */
    static int runInKnime(final Path home, final PrintStream log, final String... arguments) {
        return new RunWorkflow(log).run(Optional.of(home), arguments).number();
    }

    /** Runs a workflow without KNIME, and returns the exit code. */
    public static int run(final PrintStream log, final String... arguments) {
        return new RunWorkflow(log).run(Optional.empty(), arguments).number();
    }

    private Result run(final Optional<Path> knimeHome, final String... arguments) {
        try {
            final Deque<String> rest = new ArrayDeque<>(List.of(arguments));
            final List<String> variables = new ArrayList<>();
            final List<NodeOption> options = new ArrayList<>();
            final List<Path> folders = new ArrayList<>();
            Optional<Path> out = Optional.empty();
            while (!rest.isEmpty()) {
                final String word = rest.remove();
                switch (word) {
                    case "--variable" -> variables.add(value(word, rest));
                    case "--option" -> options.add(NodeOption.parse(value(word, rest)));
                    case "--out" -> out = Optional.of(Path.of(value(word, rest)));
                    default -> folders.add(Path.of(word));
                }
            }
            if (folders.size() != 1 || folders.get(0).toString().startsWith("-")) {
                throw new WorkflowException(ExitCode.BAD_OPTIONS, USAGE);
            }
            return run(knimeHome, Workflow.read(folders.get(0)), variables, options, out);
        } catch (final WorkflowException problem) {
            log.println("ERROR " + problem.getMessage());
            return new Result(problem.exitCode().number());
        } catch (final IOException | UncheckedIOException problem) {
            log.println("ERROR " + problem.getMessage());
            return new Result(ExitCode.EXECUTION_FAILED.number());
        } catch (final InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return new Result(ExitCode.EXECUTION_FAILED.number());
        }
    }

    private Result run(
            final Optional<Path> knimeHome,
            final Workflow workflow,
            final List<String> assignments,
            final List<NodeOption> options,
            final Optional<Path> out)
            throws WorkflowException, IOException, InterruptedException {
        final List<Variable> variables = new ArrayList<>();
        for (final String assignment : assignments) {
            variables.add(variable(assignment, workflow));
        }
        if (knimeHome.isPresent()) {
            if (out.isPresent()) {
                log.println(
                        "WARN  --out is of no use with KNIME_HOME: KNIME writes only what nodes such as CSV Writer write");
            }
            return new Result(KnimeBatch.run(knimeHome.get(), workflow, variables, options));
        }
        final Path folder = out.orElse(Path.of("")).toAbsolutePath();
        Files.createDirectories(folder);
        new WorkflowRun(workflow, variables, options, log).run(made -> {
            try {
                TableFile.write(made, folder);
            } catch (final IOException problem) {
                throw new UncheckedIOException(problem);
            }
        });
        return new Result(ExitCode.SUCCESS.number());
    }

    private record Result(int number) {}

    private static Variable variable(final String assignment, final Workflow workflow) throws WorkflowException {
        final int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw new WorkflowException(ExitCode.BAD_OPTIONS, "--variable takes name=value, not '" + assignment + "'");
        }
        final String name = assignment.substring(0, equals);
        final String value = assignment.substring(equals + 1);
        return workflow.variables().stream()
                .filter(declared -> declared.name().equals(name))
                .findFirst()
                .map(declared -> new Variable(name, declared.type(), value))
                .orElseGet(() -> Variable.guessed(name, value));
    }

    private static String value(final String option, final Deque<String> rest) throws WorkflowException {
        if (rest.isEmpty()) {
            throw new WorkflowException(ExitCode.BAD_OPTIONS, option + " takes a value. " + USAGE);
        }
        return rest.remove();
    }
}
