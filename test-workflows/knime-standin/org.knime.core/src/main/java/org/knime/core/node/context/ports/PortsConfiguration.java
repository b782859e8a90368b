/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.context.ports;

import java.util.List;
import java.util.Map;
import org.knime.core.node.port.PortType;

/** The ports of a node, in groups. */
public interface PortsConfiguration {
    /** Returns the input ports. */
    PortType[] getInputPorts();

    /** Returns the output ports. */
    PortType[] getOutputPorts();

    /** Returns the places of the input ports of each group. */
    Map<String, int[]> getInputPortLocation();

    /** Returns the places of the output ports of each group. */
    Map<String, int[]> getOutputPortLocation();

    /** Returns the groups. */
    List<String> getPortGroupNames();
}
