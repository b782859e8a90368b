/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.context;

import java.util.Optional;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortsConfiguration;

/** What was chosen when a node was put into its workflow. */
public class NodeCreationConfiguration {
    private final ModifiablePortsConfiguration ports;

    /** Creates a choice of ports. */
    protected NodeCreationConfiguration(final ModifiablePortsConfiguration ports) {
        this.ports = ports;
    }

    /** Returns the ports. */
    public Optional<? extends PortsConfiguration> getPortConfig() {
        return Optional.of(ports);
    }

    /** Returns the ports, to be changed. */
    protected Optional<ModifiablePortsConfiguration> getModifiablePortConfig() {
        return Optional.of(ports);
    }
}
