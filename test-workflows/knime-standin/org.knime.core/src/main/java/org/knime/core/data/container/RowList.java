/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data.container;

import java.util.Iterator;
import java.util.List;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;

/** A table in memory. */
final class RowList implements DataTable {
    private final DataTableSpec spec;
    private final List<DataRow> rows;

    RowList(final DataTableSpec spec, final List<DataRow> rows) {
        this.spec = spec;
        this.rows = rows;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return spec;
    }

    @Override
    public CloseableRowIterator iterator() {
        final Iterator<DataRow> all = rows.iterator();
        return new CloseableRowIterator() {
            private boolean closed;

            @Override
            public boolean hasNext() {
                return !closed && all.hasNext();
            }

            @Override
            public DataRow next() {
                return all.next();
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }
}
