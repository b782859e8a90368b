/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;

/** The stage in which a node is given its ports. */
public interface RequirePorts {
    /** Adds ports that are always there. */
    default DefaultNode.RequireModel ports(final Consumer<PortsAdder> ports) {
        return dynamicPorts(adder -> ports.accept(new FixedPorts(adder)));
    }

    /** Adds ports, some of which the user may add or remove. */
    DefaultNode.RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

    /** Adds ports that are always there. */
    interface PortsAdder {
        /** Adds an input port. */
        PortsAdder addInputPort(String name, String description, PortType type);

        /** Adds an output port. */
        PortsAdder addOutputPort(String name, String description, PortType type);

        /** Adds an input port for tables. */
        default PortsAdder addInputTable(final String name, final String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        /** Adds an output port for tables. */
        default PortsAdder addOutputTable(final String name, final String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }

    /** Adds ports in groups. */
    interface DynamicPortsAdder {
        /** Adds input ports. */
        DynamicPortsAdder addInputPortGroup(String id, Function<RequirePortName, ConfigurablePort> group);

        /** Adds output ports. */
        DynamicPortsAdder addOutputPortGroup(String id, Function<RequirePortName, ConfigurablePort> group);
    }

    /** The stage in which a group is named. */
    interface RequirePortName {
        /** Names the group. */
        RequirePortDescription name(String name);
    }

    /** The stage in which a group is described. */
    interface RequirePortDescription {
        /** Describes the group. */
        RequireConfigurablePortMode description(String description);
    }

    /** The stage that says what the user may change. */
    interface RequireConfigurablePortMode {
        /** One port that is always there. */
        ConfigurablePort.FinalConfigurablePort fixed(PortType type);

        /** One port that the user may add. */
        RequireSupportedTypes<ConfigurablePort.OptionalConfigurablePort> optional();
    }

    /**
     * The stage that says which types a port can have.
     *
     * @param <T> the next stage
     */
    interface RequireSupportedTypes<T> {
        /** Names the types. */
        T supportedTypes(PortType... types);
    }

    /** A group that is described in full. */
    interface ConfigurablePort {
        /** A group of which no more can be said. */
        final class FinalConfigurablePort implements ConfigurablePort {
            /** Creates a group. */
            public FinalConfigurablePort() {}
        }

        /** A port that the user may add. */
        interface OptionalConfigurablePort extends ConfigurablePort {
            /** Makes it there from the beginning. */
            FinalConfigurablePort defaultPortType(PortType type);
        }
    }
}
