/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/**
 * A workflow as it was saved.
 *
 * @param folder where
 * @param nodes its nodes, each after those that it depends on
 * @param connections the lines between them
 * @param variables the variables that it declares, with their defaults
 */
record Workflow(Path folder, List<SavedNode> nodes, List<Connection> connections, List<Variable> variables) {
    private static final Set<String> VERSIONS = Set.of("4.1.0", "5.1.0");

    /** Reads a workflow from its folder. */
    static Workflow read(final Path folder) throws WorkflowException {
        try {
            final NodeSettings file = settings(folder.resolve("workflow.knime"));
            final String version = file.getString("version");
            if (!VERSIONS.contains(version)) {
                throw new WorkflowException(
                        ExitCode.LOAD_ERROR, "the workflow has format version " + version + ", known are " + VERSIONS);
            }
            final List<Connection> connections = connections(file.getNodeSettings("connections"));
            final List<SavedNode> nodes = nodes(folder, file.getNodeSettings("nodes"));
            return new Workflow(
                    folder.toAbsolutePath().normalize(),
                    inOrder(nodes, connections),
                    connections,
                    declaredVariables(file));
        } catch (final IOException | InvalidSettingsException problem) {
            throw new WorkflowException(ExitCode.LOAD_ERROR, problem.getMessage(), problem);
        }
    }

    SavedNode node(final int id) throws WorkflowException {
        return nodes.stream()
                .filter(node -> node.id() == id)
                .findFirst()
                .orElseThrow(() -> new WorkflowException(ExitCode.BAD_OPTIONS, "the workflow has no node " + id));
    }

    private static NodeSettings settings(final Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file);
        }
        return (NodeSettings) NodeSettings.loadFromXML(Files.newInputStream(file));
    }

    private static List<SavedNode> nodes(final Path folder, final NodeSettingsRO saved)
            throws IOException, InvalidSettingsException, WorkflowException {
        final List<SavedNode> nodes = new ArrayList<>();
        for (final String key : saved.keySet()) {
            final NodeSettingsRO node = saved.getNodeSettings(key);
            if (node.getBoolean("node_is_meta") || !node.getString("node_type").equals("NativeNode")) {
                throw new WorkflowException(
                        ExitCode.LOAD_ERROR, "the stand-in runs no metanodes or components: node " + key);
            }
            final NodeSettings file = settings(folder.resolve(node.getString("node_settings_file")));
            nodes.add(new SavedNode(node.getInt("id"), file.getString("node-name"), file.getString("factory"), file));
        }
        return nodes;
    }

    private static List<Connection> connections(final NodeSettingsRO saved) throws InvalidSettingsException {
        final List<Connection> connections = new ArrayList<>();
        for (final String key : saved.keySet()) {
            final NodeSettingsRO line = saved.getNodeSettings(key);
            connections.add(new Connection(
                    line.getInt("sourceID"),
                    line.getInt("sourcePort"),
                    line.getInt("destID"),
                    line.getInt("destPort")));
        }
        return connections;
    }

    private static List<Variable> declaredVariables(final NodeSettingsRO file) throws InvalidSettingsException {
        final List<Variable> variables = new ArrayList<>();
        if (file.containsKey("workflow_variables")) {
            final NodeSettingsRO saved = file.getNodeSettings("workflow_variables");
            for (final String key : saved.keySet()) {
                variables.add(Variable.saved(saved.getNodeSettings(key)));
            }
        }
        return variables;
    }

    private static List<SavedNode> inOrder(final List<SavedNode> nodes, final List<Connection> connections)
            throws WorkflowException {
        final List<SavedNode> ordered = new ArrayList<>();
        final List<SavedNode> waiting = new ArrayList<>(nodes);
        final Set<Integer> done = new HashSet<>();
        while (!waiting.isEmpty()) {
            final SavedNode next = waiting.stream()
                    .filter(node -> connections.stream()
                            .allMatch(line -> line.destination() != node.id() || done.contains(line.source())))
                    .findFirst()
                    .orElseThrow(() -> new WorkflowException(
                            ExitCode.LOAD_ERROR, "the nodes wait for each other, or for one that is missing"));
            waiting.remove(next);
            done.add(next.id());
            ordered.add(next);
        }
        return ordered;
    }
}
