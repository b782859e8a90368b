/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node;

import org.knime.core.node.port.PortType;

/** Adds ports that are always there, each as a group of its own. */
final class FixedPorts implements RequirePorts.PortsAdder {
    private final RequirePorts.DynamicPortsAdder groups;
    private int count;

    FixedPorts(final RequirePorts.DynamicPortsAdder groups) {
        this.groups = groups;
    }

    @Override
    public RequirePorts.PortsAdder addInputPort(final String name, final String description, final PortType type) {
        groups.addInputPortGroup(
                "Input #" + count++,
                group -> group.name(name).description(description).fixed(type));
        return this;
    }

    @Override
    public RequirePorts.PortsAdder addOutputPort(final String name, final String description, final PortType type) {
        groups.addOutputPortGroup(
                "Output #" + count++,
                group -> group.name(name).description(description).fixed(type));
        return this;
    }
}
