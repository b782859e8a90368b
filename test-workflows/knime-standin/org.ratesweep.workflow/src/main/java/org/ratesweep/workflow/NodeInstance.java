/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.Node;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/**
 * A node that is configured and run as KNIME does it: settings are validated before they are loaded, port objects are copied
 * through their serializers, the node runs in KNIME's thread pool, and what comes out is checked.
 */
public final class NodeInstance {
    private final Node node;
    private final NodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
    private final List<String> warnings = new ArrayList<>();
    private PortObjectSpec[] outSpecs = {};

    private NodeInstance(final Node node) {
        this.node = node;
        node.getNodeModel().addWarningListener(warning -> {
            if (warning != null) {
                warnings.add(warning.getSummary());
            }
        });
    }

    /** Creates a node with the ports that a new one has. */
    public static NodeInstance of(final NodeFactory<NodeModel> factory) {
        return new NodeInstance(new Node(factory));
    }

    /** Creates a node to which the user has added a port for each of the named groups. */
    public static NodeInstance withPorts(final NodeFactory<NodeModel> factory, final String... groups) {
        final ModifiableNodeCreationConfiguration config = creationConfig(factory);
        for (final String group : groups) {
            config.getPortConfig().orElseThrow().getExtendablePorts().entrySet().stream()
                    .filter(entry -> entry.getKey().equals(group))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the node has no group '" + group + "'"))
                    .getValue()
                    .addPort(supported(config, group));
        }
        return new NodeInstance(new Node(factory, config));
    }

    /** Creates a node with the ports with which it was saved. */
    static NodeInstance saved(final NodeFactory<NodeModel> factory, final NodeSettingsRO settings)
            throws InvalidSettingsException {
        if (!(factory instanceof ConfigurableNodeFactory<NodeModel>)) {
            return of(factory);
        }
        final ModifiableNodeCreationConfiguration config = creationConfig(factory);
        config.loadSettingsFrom(settings);
        return new NodeInstance(new Node(factory, config));
    }

    /** Returns the settings as they are written. */
    public NodeSettings settings() {
        final NodeSettings settings = new NodeSettings("model");
        node.saveModelSettingsTo(settings);
        return settings;
    }

    /** Validates and loads settings. */
    public NodeInstance load(final NodeSettingsRO settings) throws InvalidSettingsException {
        node.validateModelSettings(settings);
        node.loadModelSettingsFrom(settings);
        return this;
    }

    /** Returns what is known of the outputs. */
    public PortObjectSpec[] configure(final PortObjectSpec... inSpecs) throws InvalidSettingsException {
        outSpecs = node.invokeNodeModelConfigure(inSpecs);
        return outSpecs.clone();
    }

    /**
     * Configures and runs the node, in a thread of KNIME's pool.
     *
     * @throws Exception what the node threw
     */
    public PortObject[] execute(final PortObject... inputs) throws Exception {
        final PortObjectSpec[] specs = new PortObjectSpec[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            specs[i] = inputs[i] == null ? null : inputs[i].getSpec();
        }
        configure(specs);
        return executeConfigured(inputs);
    }

    PortObject[] executeConfigured(final PortObject... inputs) throws Exception {
        try {
            return KNIMEConstants.GLOBAL_THREAD_POOL.enqueue(() -> run(inputs)).get();
        } catch (final ExecutionException failure) {
            if (failure.getCause() instanceof Exception exception) {
                throw exception;
            }
            throw failure;
        }
    }

    /** Returns what the node has told its user so far. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Returns how far the node is; cancels it, too. */
    public NodeProgressMonitor monitor() {
        return monitor;
    }

    /** Returns the node. */
    public Node node() {
        return node;
    }

    /** Returns the number of input ports, that for flow variables left out. */
    public int inputs() {
        return node.getNrInPorts() - 1;
    }

    /** Returns the number of output ports, that for flow variables left out. */
    public int outputs() {
        return node.getNrOutPorts() - 1;
    }

    private PortObject[] run(final PortObject... inputs) throws Exception {
        final ExecutionContext exec = new ExecutionContext(monitor, node);
        final PortObject[] copies = inputs.clone();
        for (int i = 0; i < copies.length; i++) {
            if (copies[i] != null && !(copies[i] instanceof BufferedDataTable)) {
                copies[i] = Node.copyPortObject(copies[i], exec);
            }
        }
        exec.checkCanceled();
        final PortObject[] outputs = node.invokeNodeModelExecute(exec, copies);
        check(outputs);
        return outputs;
    }

    private void check(final PortObject... outputs) {
        for (int i = 0; i < outputs.length; i++) {
            if (!node.getOutputType(i + 1).acceptsPortObject(outputs[i])) {
                throw new IllegalStateException("the object at output " + i + " is not of the port's type");
            }
            if (outSpecs[i] instanceof DataTableSpec expected
                    && !((BufferedDataTable) outputs[i]).getDataTableSpec().equalStructure(expected)) {
                warnings.add("the table at output " + i + " has other columns than configure announced");
            }
        }
    }

    /** Tells the user of a failure in the words of KNIME. */
    static String message(final Exception failure) {
        if (failure instanceof CanceledExecutionException || failure instanceof org.knime.core.node.KNIMEException) {
            return failure.getMessage();
        }
        return "Execute failed: "
                + Optional.ofNullable(failure.getMessage())
                        .filter(message -> !message.isBlank())
                        .orElseGet(() -> failure.getClass().getName());
    }

    private static ModifiableNodeCreationConfiguration creationConfig(final NodeFactory<NodeModel> factory) {
        return ((ConfigurableNodeFactory<NodeModel>) factory).createNodeCreationConfig();
    }

    private static PortType supported(final ModifiableNodeCreationConfiguration config, final String group) {
        return config.getPortConfig()
                .orElseThrow()
                .getExtendablePorts()
                .get(group)
                .getSupportedPortTypes()[0];
    }
}
