/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Runs a workflow in an installed KNIME instead. */
final class KnimeBatch {
    private static final String PROGRAM = "knime";

    private KnimeBatch() {}

    /** Returns the command line of KNIME's batch application. */
    static List<String> command(
            final Path knimeHome,
            final Path workspace,
            final Workflow workflow,
            final List<Variable> variables,
            final List<NodeOption> options)
            throws WorkflowException {
        final List<String> command = new ArrayList<>(List.of(
                knimeHome.resolve(PROGRAM).toString(),
                "-nosplash",
                "-consoleLog",
                "-reset",
                "-nosave",
                "-failonloaderror",
                "-application",
                "org.knime.product.KNIME_BATCH_APPLICATION",
                "-data",
                workspace.toString(),
                "-workflowDir=" + workflow.folder()));
        for (final Variable variable : variables) {
            command.add("-workflow.variable=" + quoted(variable.name()) + "," + quoted(variable.value()) + ","
                    + variable.type().word());
        }
        for (final NodeOption option : options) {
            try {
                final NodeSettings model =
                        workflow.node(option.node()).settings().getNodeSettings("model");
                command.add("-option=" + option.node() + "," + option.key() + "," + option.value() + ","
                        + option.type(model));
            } catch (final InvalidSettingsException problem) {
                throw new WorkflowException(ExitCode.BAD_OPTIONS, problem.getMessage(), problem);
            }
        }
        return command;
    }

    /** Runs it, and returns its exit code. */
    static int run(
            final Path knimeHome,
            final Workflow workflow,
            final List<Variable> variables,
            final List<NodeOption> options)
            throws WorkflowException, IOException, InterruptedException {
        if (!Files.isExecutable(knimeHome.resolve(PROGRAM))) {
            throw new WorkflowException(
                    ExitCode.BAD_OPTIONS, "KNIME_HOME is not the folder of a KNIME: there is no program " + PROGRAM);
        }
        final Path workspace = Files.createTempDirectory("knime-workspace");
        try {
            return new ProcessBuilder(command(knimeHome, workspace, workflow, variables, options))
                    .inheritIO()
                    .start()
                    .waitFor();
        } finally {
            delete(workspace);
        }
    }

    /** KNIME takes the text apart at commas that are not in quotation marks. */
    private static String quoted(final String text) {
        return text.matches("[^,'\"\\\\]*")
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void delete(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
