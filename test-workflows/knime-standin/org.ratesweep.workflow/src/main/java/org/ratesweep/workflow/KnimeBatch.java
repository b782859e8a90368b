/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Runs a workflow in an installed KNIME instead. */
final class KnimeBatch {
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
                knimeHome.resolve("knime").toString(),
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
            command.add("-workflow.variable=" + variable.name() + "," + variable.value() + ","
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
        final Path workspace = Files.createTempDirectory("knime-workspace");
        return new ProcessBuilder(command(knimeHome, workspace, workflow, variables, options))
                .inheritIO()
                .start()
                .waitFor();
    }
}
