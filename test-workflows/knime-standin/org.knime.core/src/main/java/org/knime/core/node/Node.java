/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;

/** A node in a workflow. Port 0 on each side is that for flow variables. */
public final class Node {
    private final NodeFactory<NodeModel> factory;
    private final Optional<ModifiableNodeCreationConfiguration> creationConfig;
    private final NodeModel model;

    /** Creates a node with the ports that a new one has. */
    public Node(final NodeFactory<NodeModel> factory) {
        this(factory, newConfig(factory));
    }

    /** Creates a node with chosen ports. */
    public Node(final NodeFactory<NodeModel> factory, final ModifiableNodeCreationConfiguration creationConfig) {
        this(factory, Optional.of(creationConfig));
    }

    private Node(final NodeFactory<NodeModel> factory, final Optional<ModifiableNodeCreationConfiguration> config) {
        this.factory = factory;
        creationConfig = config;
        model = factory instanceof ConfigurableNodeFactory<NodeModel> configurable && config.isPresent()
                ? configurable.createNodeModel(config.get())
                : factory.createNodeModel();
    }

    /** Returns the name. */
    public String getName() {
        return factory.getNodeName();
    }

    /** Returns which ports were chosen. */
    public Optional<ModifiableNodeCreationConfiguration> getCopyOfCreationConfig() {
        return creationConfig.map(ModifiableNodeCreationConfiguration::copy);
    }

    /** Returns what the node does. */
    public NodeModel getNodeModel() {
        return model;
    }

    /** Returns the number of input ports. */
    public int getNrInPorts() {
        return model.inPorts().size() + 1;
    }

    /** Returns the number of output ports. */
    public int getNrOutPorts() {
        return model.outPorts().size() + 1;
    }

    /** Returns the type of an input port. */
    public PortType getInputType(final int index) {
        return index == 0 ? FlowVariablePortObject.TYPE : model.inPorts().get(index - 1);
    }

    /** Returns the type of an output port. */
    public PortType getOutputType(final int index) {
        return index == 0 ? FlowVariablePortObject.TYPE : model.outPorts().get(index - 1);
    }

    /** Writes the settings. */
    public void saveModelSettingsTo(final NodeSettingsWO settings) {
        model.saveSettingsTo(settings);
    }

    /** Throws if the node cannot have such settings. */
    public void validateModelSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        model.validateSettings(settings);
    }

    /** Takes settings over. */
    public void loadModelSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        model.loadValidatedSettingsFrom(settings);
    }

    /** Returns what is known of the output, the port for flow variables left out. */
    public PortObjectSpec[] invokeNodeModelConfigure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        final PortObjectSpec[] checked = inSpecs.clone();
        for (int i = 0; i < checked.length; i++) {
            final PortType type = model.inPorts().get(i);
            if (checked[i] == null && type.equals(BufferedDataTable.TYPE)) {
                checked[i] = new DataTableSpec();
            }
            if (!type.acceptsPortObjectSpec(checked[i])) {
                throw new InvalidSettingsException("what is connected does not fit"
                        + (checked.length > 1 ? " at port " + i : "")
                        + ", expected: " + type.getPortObjectSpecClass().getSimpleName()
                        + ", actual: " + checked[i].getClass().getSimpleName());
            }
        }
        model.setWarningMessage(null);
        return model.configure(checked);
    }

    /** Returns the output, the port for flow variables left out. */
    public PortObject[] invokeNodeModelExecute(final ExecutionContext exec, final PortObject[] inObjects)
            throws Exception {
        model.setWarningMessage(null);
        final PortObject[] outObjects = model.execute(inObjects, exec);
        exec.checkCanceled();
        final List<PortType> types = model.outPorts();
        for (int i = 0; i < types.size(); i++) {
            if (outObjects[i] == null) {
                throw new IllegalStateException("the node made nothing for output " + i);
            }
        }
        return outObjects;
    }

    /** Forgets the output. */
    public void reset() {
        model.reset();
    }

    /** Returns a copy of a port object, made through its serializers. */
    public static PortObject copyPortObject(final PortObject object, final ExecutionContext exec)
            throws IOException, CanceledExecutionException {
        if (object instanceof BufferedDataTable) {
            throw new IOException("tables are passed on, not copied");
        }
        final PortObjectSpec spec = copySpec(object.getSpec());
        final PortObject.PortObjectSerializer<PortObject> serializer = PortTypeRegistry.getInstance()
                .getObjectSerializer(object.getClass())
                .orElseThrow(() -> new IOException("No plugin.xml declares the port object "
                        + object.getClass().getName()));
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PortObjectZipOutputStream out = PortUtil.getPortObjectZipOutputStream(bytes)) {
            serializer.savePortObject(object, out, exec);
        }
        try (PortObjectZipInputStream in =
                PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return serializer.loadPortObject(in, spec, exec);
        }
    }

    private static PortObjectSpec copySpec(final PortObjectSpec spec) throws IOException {
        final PortObjectSpec.PortObjectSpecSerializer<PortObjectSpec> serializer = PortTypeRegistry.getInstance()
                .getSpecSerializer(spec.getClass())
                .orElseThrow(() -> new IOException(
                        "No plugin.xml declares the spec " + spec.getClass().getName()));
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PortObjectSpecZipOutputStream out = PortUtil.getPortObjectSpecZipOutputStream(bytes)) {
            serializer.savePortObjectSpec(spec, out);
        }
        try (PortObjectSpecZipInputStream in =
                PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return serializer.loadPortObjectSpec(in);
        }
    }

    private static Optional<ModifiableNodeCreationConfiguration> newConfig(final NodeFactory<NodeModel> factory) {
        return factory instanceof ConfigurableNodeFactory<NodeModel> configurable
                ? Optional.of(configurable.createNodeCreationConfig())
                : Optional.empty();
    }
}
