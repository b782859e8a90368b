/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import java.util.Iterator;
import javax.swing.JComponent;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A table that a node has made. */
public final class BufferedDataTable implements DataTable, PortObject {
    /** The type of ports with tables. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    private final DataTable rows;
    private final long size;

    BufferedDataTable(final DataTable rows, final long size) {
        this.rows = rows;
        this.size = size;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return rows.getDataTableSpec();
    }

    @Override
    public DataTableSpec getSpec() {
        return rows.getDataTableSpec();
    }

    @Override
    public String getSummary() {
        return size + " rows of " + getSpec().getNumColumns() + " cells";
    }

    /** Returns the number of rows. */
    public long size() {
        return size;
    }

    @Override
    public CloseableRowIterator iterator() {
        final Iterator<DataRow> all = rows.iterator();
        return new CloseableRowIterator() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public DataRow next() {
                return all.next();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
