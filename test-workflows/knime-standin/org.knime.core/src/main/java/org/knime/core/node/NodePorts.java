/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.port.PortType;

/** The ports of a node. */
final class NodePorts implements ModifiablePortsConfiguration {
    private final List<PortGroup> groups;

    NodePorts(final List<PortGroup> groups) {
        this.groups = List.copyOf(groups);
    }

    @Override
    public PortType[] getInputPorts() {
        return ports(true);
    }

    @Override
    public PortType[] getOutputPorts() {
        return ports(false);
    }

    @Override
    public List<String> getPortGroupNames() {
        return groups.stream().map(PortGroup::id).toList();
    }

    @Override
    public Map<String, int[]> getInputPortLocation() {
        return locations(true);
    }

    @Override
    public Map<String, int[]> getOutputPortLocation() {
        return locations(false);
    }

    @Override
    public Map<String, ExtendablePortGroup> getExtendablePorts() {
        final Map<String, ExtendablePortGroup> changeable = new LinkedHashMap<>();
        groups.stream().filter(PortGroup::changeable).forEach(group -> changeable.put(group.id(), group));
        return changeable;
    }

    @Override
    public ModifiablePortsConfiguration copy() {
        return new NodePorts(groups.stream().map(PortGroup::copy).toList());
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        groups.stream()
                .filter(PortGroup::changeable)
                .forEach(group -> group.save(settings.addNodeSettings(group.id())));
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        for (final PortGroup group : groups) {
            if (group.changeable() && settings.containsKey(group.id())) {
                group.load(settings.getNodeSettings(group.id()));
            }
        }
    }

    private PortType[] ports(final boolean input) {
        return groups.stream()
                .filter(group -> group.input() == input)
                .flatMap(group -> group.ports().stream())
                .toArray(PortType[]::new);
    }

    private Map<String, int[]> locations(final boolean input) {
        final Map<String, int[]> locations = new LinkedHashMap<>();
        int next = 0;
        for (final PortGroup group : groups) {
            if (group.input() == input) {
                final int[] places = new int[group.ports().size()];
                for (int i = 0; i < places.length; i++) {
                    places[i] = next++;
                }
                locations.put(group.id(), places);
            }
        }
        return locations;
    }
}
