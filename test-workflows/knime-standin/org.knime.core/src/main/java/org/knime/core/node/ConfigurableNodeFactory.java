/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.port.PortType;

/**
 * Makes nodes whose ports the user may change.
 *
 * @param <T> what these nodes do
 */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {
    /** Creates a factory. */
    protected ConfigurableNodeFactory() {}

    /** Returns the ports that a node can have, if it has any. */
    protected abstract Optional<PortsConfigurationBuilder> createPortsConfigBuilder();

    /** Returns a node's model. */
    protected abstract T createNodeModel(NodeCreationConfiguration creationConfig);

    @Override
    public T createNodeModel() {
        return createNodeModel(createNodeCreationConfig());
    }

    /** Returns the ports that a new node has. */
    public final ModifiableNodeCreationConfiguration createNodeCreationConfig() {
        return new ModifiableNodeCreationConfiguration(new NodePorts(
                createPortsConfigBuilder().map(builder -> builder.groups).orElse(List.of())));
    }

    /** Collects the ports, in order. */
    public static final class PortsConfigurationBuilder {
        private final List<PortGroup> groups = new ArrayList<>();

        /** Begins without ports. */
        public PortsConfigurationBuilder() {}

        /** Adds input ports that are always there. */
        public void addFixedInputPortGroup(final String id, final PortType... types) {
            add(PortGroup.fixed(id, true, types));
        }

        /** Adds output ports that are always there. */
        public void addFixedOutputPortGroup(final String id, final PortType... types) {
            add(PortGroup.fixed(id, false, types));
        }

        /** Adds an input port that the user may add. */
        public void addOptionalInputPortGroup(final String id, final PortType... supported) {
            add(PortGroup.growing(id, true, 1, List.of(), supported));
        }

        /** Adds an input port that the user may remove. */
        public void addOptionalInputPortGroupWithDefault(
                final String id, final PortType present, final PortType... supported) {
            add(PortGroup.growing(id, true, 1, List.of(present), supported));
        }

        /** Adds an output port that the user may add. */
        public void addOptionalOutputPortGroup(final String id, final PortType... supported) {
            add(PortGroup.growing(id, false, 1, List.of(), supported));
        }

        /** Adds input ports of which the user may add more. */
        public void addExtendableInputPortGroup(final String id, final PortType... supported) {
            add(PortGroup.growing(id, true, Integer.MAX_VALUE, List.of(), supported));
        }

        /** Adds output ports of which the user may add more. */
        public void addExtendableOutputPortGroup(final String id, final PortType... supported) {
            add(PortGroup.growing(id, false, Integer.MAX_VALUE, List.of(), supported));
        }

        private void add(final PortGroup group) {
            if (group.id().isEmpty()
                    || groups.stream().anyMatch(other -> other.id().equals(group.id()))) {
                throw new IllegalArgumentException("each group of ports needs a name of its own: '" + group.id() + "'");
            }
            groups.add(group);
        }
    }
}
