/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.ratesweep.standin.Plugins;
import org.ratesweep.standin.WorkflowContext;

/** A run of a workflow: loads all nodes, configures all, and then runs each as soon as its inputs are there. */
final class WorkflowRun {
    private final Workflow workflow;
    private final List<NodeOption> options;
    private final PrintStream log;
    private final Map<String, Variable> workflowVariables = new LinkedHashMap<>();
    private final Map<Integer, NodeInstance> nodes = new LinkedHashMap<>();
    private final Map<Integer, PortObjectSpec[]> specs = new HashMap<>();
    private final Map<Integer, PortObject[]> objects = new HashMap<>();
    private final Map<Integer, Map<String, Variable>> variables = new HashMap<>();

    WorkflowRun(
            final Workflow workflow,
            final List<Variable> variables,
            final List<NodeOption> options,
            final PrintStream log) {
        this.workflow = workflow;
        this.options = options;
        this.log = log;
        workflow.variables().forEach(variable -> workflowVariables.put(variable.name(), variable));
        variables.forEach(variable -> workflowVariables.put(variable.name(), variable));
    }

    /** Runs, and hands on what each node made. */
    void run(final Consumer<Made> made) throws WorkflowException {
        try {
            WorkflowContext.within(Optional.of(workflow.folder()), () -> {
                load();
                configure();
                for (final SavedNode node : workflow.nodes()) {
                    execute(node);
                    made.accept(new Made(node, objects.get(node.id())));
                }
                return true;
            });
        } catch (final WorkflowException | RuntimeException problem) {
            throw problem;
        } catch (final Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What a node made.
     *
     * @param node the node
     * @param outputs what is at its output ports
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Made(SavedNode node, PortObject[] outputs) {}

    @SuppressWarnings("unchecked")
    private void load() throws WorkflowException {
        final List<String> known = Plugins.onClassPath().nodes();
        for (final NodeOption option : options) {
            final SavedNode node = workflow.node(option.node());
            try {
                option.apply(node.settings().getNodeSettings("model"));
            } catch (final InvalidSettingsException problem) {
                throw new WorkflowException(ExitCode.BAD_OPTIONS, label(node) + problem.getMessage(), problem);
            }
        }
        for (final SavedNode node : workflow.nodes()) {
            if (!known.contains(node.factory())) {
                throw new WorkflowException(
                        ExitCode.LOAD_ERROR, label(node) + "no plugin.xml declares " + node.factory());
            }
            try {
                final NodeFactory<NodeModel> factory =
                        (NodeFactory<NodeModel>) Plugins.create(node.factory(), NodeFactory.class);
                nodes.put(
                        node.id(),
                        NodeInstance.saved(factory, node.settings())
                                .load(node.settings().getNodeSettings("model")));
            } catch (final InvalidSettingsException problem) {
                throw new WorkflowException(
                        ExitCode.LOAD_ERROR,
                        label(node) + "the settings cannot be loaded: " + problem.getMessage(),
                        problem);
            }
        }
        for (final Connection line : workflow.connections()) {
            requirePort(
                    line.source(), line.sourcePort(), nodes.get(line.source()).outputs(), "output");
            requirePort(
                    line.destination(),
                    line.destinationPort(),
                    nodes.get(line.destination()).inputs(),
                    "input");
        }
    }

    private void requirePort(final int node, final int port, final int ports, final String kind)
            throws WorkflowException {
        if (port < 0 || port > ports) {
            throw new WorkflowException(
                    ExitCode.LOAD_ERROR,
                    label(workflow.node(node)) + "a connection uses " + kind + " " + port + ", there are " + ports);
        }
    }

    private void configure() {
        for (final SavedNode node : workflow.nodes()) {
            try {
                configure(node);
            } catch (final InvalidSettingsException problem) {
                log.println("WARN  " + label(node) + problem.getMessage());
                final PortObjectSpec[] unknown =
                        new PortObjectSpec[nodes.get(node.id()).outputs()];
                specs.put(node.id(), unknown);
                variables.put(node.id(), incomingVariables(node));
            }
        }
    }

    private void configure(final SavedNode node) throws InvalidSettingsException {
        final NodeInstance instance = nodes.get(node.id());
        final NodeSettings model = new NodeSettings("model");
        node.settings().getNodeSettings("model").copyInto(model);
        final Map<String, Variable> available = incomingVariables(node);
        final List<Variable> exposed = VariableMask.of(node.settings()).apply(model, available);
        instance.load(model);
        exposed.forEach(variable -> available.put(variable.name(), variable));
        variables.put(node.id(), available);
        final PortObjectSpec[] inSpecs = new PortObjectSpec[instance.inputs()];
        for (final Connection line : incoming(node)) {
            inSpecs[line.destinationPort() - 1] = specs.get(line.source())[line.sourcePort() - 1];
        }
        if (Arrays.stream(inSpecs).anyMatch(spec -> spec == null)) {
            specs.put(node.id(), new PortObjectSpec[instance.outputs()]);
        } else {
            specs.put(node.id(), instance.configure(inSpecs));
        }
    }

    private void execute(final SavedNode node) throws WorkflowException {
        final NodeInstance instance = nodes.get(node.id());
        final PortObject[] inputs = new PortObject[instance.inputs()];
        for (final Connection line : incoming(node)) {
            inputs[line.destinationPort() - 1] = objects.get(line.source())[line.sourcePort() - 1];
        }
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i] == null) {
                throw new WorkflowException(
                        ExitCode.EXECUTION_FAILED, label(node) + "Input port " + (i + 1) + " is not connected.");
            }
        }
        final int before = instance.warnings().size();
        try {
            configure(node);
            objects.put(node.id(), instance.executeConfigured(inputs));
        } catch (final InvalidSettingsException problem) {
            throw new WorkflowException(ExitCode.EXECUTION_FAILED, label(node) + problem.getMessage(), problem);
        } catch (final InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new WorkflowException(ExitCode.EXECUTION_FAILED, label(node) + "interrupted", interruption);
        } catch (final Exception failure) {
            throw new WorkflowException(
                    ExitCode.EXECUTION_FAILED, label(node) + NodeInstance.message(failure), failure);
        } finally {
            instance.warnings().stream()
                    .skip(before)
                    .distinct()
                    .forEach(warning -> log.println("WARN  " + label(node) + warning));
        }
        final PortObject[] outputs = objects.get(node.id());
        specs.put(node.id(), Arrays.stream(outputs).map(PortObject::getSpec).toArray(PortObjectSpec[]::new));
    }

    private List<Connection> incoming(final SavedNode node) {
        return workflow.connections().stream()
                .filter(line -> line.destination() == node.id() && line.destinationPort() > 0)
                .toList();
    }

    private Map<String, Variable> incomingVariables(final SavedNode node) {
        final Map<String, Variable> all = new LinkedHashMap<>(workflowVariables);
        workflow.connections().stream()
                .filter(line -> line.destination() == node.id())
                .forEach(line -> all.putAll(variables.getOrDefault(line.source(), Map.of())));
        return all;
    }

    private static String label(final SavedNode node) {
        return node.name() + " (#" + node.id() + "): ";
    }
}
