/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** What is connected to a node whose dialog opens. */
public interface NodeParametersInput {
    /** Returns the types of the input ports. */
    PortType[] getInPortTypes();

    /** Returns the specs; null where nothing is known, as with KNIME. */
    PortObjectSpec[] getInPortSpecs();

    /** Returns the spec of an input port, if it is known. */
    Optional<PortObjectSpec> getInPortSpec(int index);

    /** Returns the specs of tables; null where nothing is known, as with KNIME. */
    DataTableSpec[] getInTableSpecs();

    /** Returns the spec of a table, if it is known. */
    Optional<DataTableSpec> getInTableSpec(int index);

    /** Returns what is at an input port, if it is there. */
    Optional<PortObject> getInPortObject(int index);

    /** Returns the types of the output ports. */
    PortType[] getOutPortTypes();
}
