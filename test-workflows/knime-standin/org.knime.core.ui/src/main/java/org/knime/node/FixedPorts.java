/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node;

import org.knime.core.node.port.PortType;

/** Adds ports that are always there, each as a group of its own that has its name. */
final class FixedPorts implements RequirePorts.PortsAdder {
    private final RequirePorts.DynamicPortsAdder groups;

    FixedPorts(final RequirePorts.DynamicPortsAdder groups) {
        this.groups = groups;
    }

    @Override
    public RequirePorts.PortsAdder addInputPort(final String name, final String description, final PortType type) {
        groups.addInputPortGroup(
                name, group -> group.name(name).description(description).fixed(type));
        return this;
    }

    @Override
    public RequirePorts.PortsAdder addOutputPort(final String name, final String description, final PortType type) {
        groups.addOutputPortGroup(
                name, group -> group.name(name).description(description).fixed(type));
        return this;
    }
}
