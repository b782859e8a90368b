/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** Ports of one kind on one side of a node. */
final class PortGroup implements ExtendablePortGroup {
    private static final String OBJECT_CLASS = "object_class";
    private final String id;
    private final boolean input;
    private final boolean changeable;
    private final int most;
    private final List<PortType> supported;
    private final List<PortType> ports;

    private PortGroup(
            final String id,
            final boolean input,
            final boolean changeable,
            final int most,
            final List<PortType> ports,
            final List<PortType> supported) {
        this.id = id;
        this.input = input;
        this.changeable = changeable;
        this.most = most;
        this.ports = new ArrayList<>(ports);
        this.supported = supported;
    }

    static PortGroup fixed(final String id, final boolean input, final PortType... types) {
        return new PortGroup(id, input, false, types.length, List.of(types), List.of(types));
    }

    static PortGroup growing(
            final String id,
            final boolean input,
            final int most,
            final List<PortType> present,
            final PortType... supported) {
        return new PortGroup(id, input, true, most, present, List.of(supported));
    }

    String id() {
        return id;
    }

    boolean changeable() {
        return changeable;
    }

    boolean input() {
        return input;
    }

    List<PortType> ports() {
        return ports;
    }

    PortGroup copy() {
        return new PortGroup(id, input, changeable, most, ports, supported);
    }

    void save(final NodeSettingsWO settings) {
        for (int i = 0; i < ports.size(); i++) {
            settings.addNodeSettings("port_" + i)
                    .addString(OBJECT_CLASS, ports.get(i).getPortObjectClass().getName());
        }
    }

    void load(final NodeSettingsRO settings) throws InvalidSettingsException {
        ports.clear();
        for (final String key : settings.keySet()) {
            final String className = settings.getNodeSettings(key).getString(OBJECT_CLASS);
            addPort(PortTypeRegistry.getInstance()
                    .getObjectClass(className)
                    .map(PortTypeRegistry.getInstance()::getPortType)
                    .orElseThrow(() ->
                            new InvalidSettingsException("no plugin.xml declares the port type of " + className)));
        }
    }

    @Override
    public PortType[] getSupportedPortTypes() {
        return supported.toArray(PortType[]::new);
    }

    @Override
    public PortType[] getConfiguredPorts() {
        return ports.toArray(PortType[]::new);
    }

    @Override
    public boolean canAddPort() {
        return changeable && ports.size() < most;
    }

    @Override
    public boolean hasConfiguredPorts() {
        return !ports.isEmpty();
    }

    @Override
    public void addPort(final PortType type) {
        if (!canAddPort() || !supported.contains(type)) {
            throw new IllegalArgumentException("The group '" + id + "' takes no further port of type " + type);
        }
        ports.add(type);
    }

    @Override
    public PortType removeLastPort() {
        return ports.remove(ports.size() - 1);
    }
}
