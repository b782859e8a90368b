/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.port;

import java.io.IOException;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** What one node hands to another. */
public interface PortObject {
    /** The type of ports that take anything. */
    PortType TYPE = PortTypeRegistry.getInstance().getPortType(PortObject.class);

    /** Returns a line that describes it. */
    String getSummary();

    /** Returns what was known of it before. */
    PortObjectSpec getSpec();

    /** Returns views of the classic user interface. */
    JComponent[] getViews();

    /**
     * Writes and reads objects of one class.
     *
     * @param <T> the class
     */
    abstract class PortObjectSerializer<T extends PortObject> {
        /** Creates a serializer. */
        public PortObjectSerializer() {}

        /** Writes an object. */
        public abstract void savePortObject(T object, PortObjectZipOutputStream out, ExecutionMonitor monitor)
                throws IOException, CanceledExecutionException;

        /** Reads an object. */
        public abstract T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor monitor)
                throws IOException, CanceledExecutionException;
    }
}
