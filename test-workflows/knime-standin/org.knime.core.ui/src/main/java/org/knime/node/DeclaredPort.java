/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.ConfigurableNodeFactory.PortsConfigurationBuilder;
import org.knime.core.node.port.PortType;

/** A group of ports as a node describes it. */
final class DeclaredPort
        implements RequirePorts.RequirePortName,
                RequirePorts.RequirePortDescription,
                RequirePorts.RequireConfigurablePortMode,
                RequirePorts.ConfigurablePort.OptionalConfigurablePort {
    private final String id;
    private final boolean input;
    private String name = "";
    private String description = "";
    private boolean fixed = true;
    private List<PortType> types = List.of();
    private Optional<PortType> present = Optional.empty();

    DeclaredPort(final String id, final boolean input) {
        this.id = id;
        this.input = input;
    }

    boolean input() {
        return input;
    }

    String portName() {
        return name;
    }

    String portDescription() {
        return description;
    }

    boolean isAlwaysThere() {
        return fixed;
    }

    void addTo(final PortsConfigurationBuilder builder) {
        final PortType[] supported = types.toArray(PortType[]::new);
        if (fixed && input) {
            builder.addFixedInputPortGroup(id, supported);
        } else if (fixed) {
            builder.addFixedOutputPortGroup(id, supported);
        } else if (input && present.isPresent()) {
            builder.addOptionalInputPortGroupWithDefault(id, present.get(), supported);
        } else if (input) {
            builder.addOptionalInputPortGroup(id, supported);
        } else {
            builder.addOptionalOutputPortGroup(id, supported);
        }
    }

    @Override
    public RequirePorts.RequirePortDescription name(final String portName) {
        name = portName;
        return this;
    }

    @Override
    public RequirePorts.RequireConfigurablePortMode description(final String portDescription) {
        description = portDescription;
        return this;
    }

    @Override
    public RequirePorts.ConfigurablePort.FinalConfigurablePort fixed(final PortType type) {
        types = List.of(type);
        return new RequirePorts.ConfigurablePort.FinalConfigurablePort();
    }

    @Override
    public RequirePorts.RequireSupportedTypes<RequirePorts.ConfigurablePort.OptionalConfigurablePort> optional() {
        fixed = false;
        return supported -> {
            types = List.of(supported);
            return this;
        };
    }

    @Override
    public RequirePorts.ConfigurablePort.FinalConfigurablePort defaultPortType(final PortType type) {
        present = Optional.of(type);
        return new RequirePorts.ConfigurablePort.FinalConfigurablePort();
    }
}
