/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The stage in which a node is given its ports.
 *
 * @param text what users read of it
 */
record PortsStage(NodeText text) implements RequirePorts {
    @Override
    public DefaultNode.RequireModel dynamicPorts(final Consumer<DynamicPortsAdder> ports) {
        final List<DeclaredPort> declared = new ArrayList<>();
        ports.accept(new Groups(declared));
        return model -> new DefaultNode(
                text, declared, model.apply(parametersClass -> new ModelStages(Optional.of(parametersClass))));
    }

    private record Groups(List<DeclaredPort> declared) implements DynamicPortsAdder {
        @Override
        public DynamicPortsAdder addInputPortGroup(
                final String id, final Function<RequirePortName, ConfigurablePort> group) {
            return add(new DeclaredPort(id, true), group);
        }

        @Override
        public DynamicPortsAdder addOutputPortGroup(
                final String id, final Function<RequirePortName, ConfigurablePort> group) {
            return add(new DeclaredPort(id, false), group);
        }

        private DynamicPortsAdder add(
                final DeclaredPort port, final Function<RequirePortName, ConfigurablePort> group) {
            // All that follows is said to the same object.
            final ConfigurablePort unused = group.apply(port);
            declared.add(port);
            return this;
        }
    }
}
