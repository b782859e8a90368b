/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.context.ports;

import org.knime.core.node.port.PortType;

/** Ports that can be added and removed. */
public interface ExtendablePortGroup extends ConfigurablePortGroup {
    /** Returns the ports that are there. */
    PortType[] getConfiguredPorts();

    /** Tells whether there is room for another. */
    boolean canAddPort();

    /** Tells whether any are there. */
    boolean hasConfiguredPorts();

    /** Adds a port. */
    void addPort(PortType type);

    /** Removes the last port. */
    PortType removeLastPort();
}
