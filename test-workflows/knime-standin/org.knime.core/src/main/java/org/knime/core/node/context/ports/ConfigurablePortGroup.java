/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.context.ports;

import org.knime.core.node.port.PortType;

/** Ports that can be of different types. */
public interface ConfigurablePortGroup {
    /** Returns the types. */
    PortType[] getSupportedPortTypes();
}
