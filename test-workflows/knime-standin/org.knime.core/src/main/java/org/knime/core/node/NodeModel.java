/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** What a node does. */
public abstract class NodeModel {
    private final List<PortType> inPorts;
    private final List<PortType> outPorts;
    private final List<NodeModelWarningListener> listeners = new CopyOnWriteArrayList<>();

    /** Creates a model of a node with the given ports. */
    protected NodeModel(final PortType[] inPorts, final PortType[] outPorts) {
        this.inPorts = List.of(inPorts);
        this.outPorts = List.of(outPorts);
    }

    /** Writes the settings. */
    protected abstract void saveSettingsTo(NodeSettingsWO settings);

    /** Throws if the node cannot have such settings. */
    protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    /** Takes settings over. */
    protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;

    /** Returns what is known of the output. */
    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        throw new UnsupportedOperationException("configure is not overridden");
    }

    /** Returns the output. */
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        throw new UnsupportedOperationException("execute is not overridden");
    }

    /** Forgets the output. */
    protected abstract void reset();

    /** Tells the user of something that may be wrong; null takes it back, as with KNIME. */
    @SuppressWarnings("NullAway")
    protected final void setWarningMessage(final String warning) {
        listeners.forEach(listener -> listener.warningChanged(warning == null ? null : Message.fromSummary(warning)));
    }

    /** Adds who is to be told of warnings. */
    public void addWarningListener(final NodeModelWarningListener listener) {
        listeners.add(listener);
    }

    final List<PortType> inPorts() {
        return inPorts;
    }

    final List<PortType> outPorts() {
        return outPorts;
    }
}
