/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.util.DuplicateKeyException;

/** Takes rows one by one and checks each against the columns. */
public class DataContainer {
    private final DataTableSpec spec;
    private final DataContainerSettings settings;
    private final List<DataRow> rows = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final ColumnDomains domains;
    private boolean closed;

    /** Creates a container for rows of the given columns. */
    public DataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        this.spec = spec;
        this.settings = settings;
        domains = new ColumnDomains(spec, settings);
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if a cell does not fit its column
     * @throws DuplicateKeyException if there is a row of that key
     */
    public void addRowToTable(final DataRow row) {
        if (closed) {
            throw new IllegalStateException("the table has been ended, it takes no rows");
        }
        final String key = row.getKey().getString();
        if (row.getNumCells() != spec.getNumColumns()) {
            throw new IllegalArgumentException("the row '" + key
                    + "' has " + row.getNumCells() + " cells, the table has columns: "
                    + spec.getNumColumns());
        }
        for (int i = 0; i < row.getNumCells(); i++) {
            checkCell(row.getCell(i), i, key);
        }
        if (settings.isCheckDuplicateRowKeys() && !keys.add(key)) {
            throw new DuplicateKeyException("two rows have the key '" + key + "'", key);
        }
        domains.update(row);
        rows.add(row);
    }

    /** Ends the table. */
    public void close() {
        closed = true;
    }

    /** Tells whether the table has been ended. */
    public boolean isClosed() {
        return closed;
    }

    /** Tells whether rows can be added. */
    public boolean isOpen() {
        return !closed;
    }

    /** Returns the number of rows so far. */
    public long size() {
        return rows.size();
    }

    /** Returns the columns, with the domains seen once the table has been ended. */
    public DataTableSpec getTableSpec() {
        return closed ? domains.spec() : spec;
    }

    /** Returns the table; only once it has been ended. */
    public DataTable getTable() {
        if (!closed) {
            throw new IllegalStateException("the table has not been ended");
        }
        return new RowList(domains.spec(), rows);
    }

    private void checkCell(final DataCell cell, final int index, final String key) {
        final DataType type = spec.getColumnSpec(index).getType();
        if (!type.isASuperTypeOf(cell.getType())) {
            throw new IllegalArgumentException(
                    "column '" + spec.getColumnSpec(index).getName() + "' takes " + type + ", row '" + key + "' has "
                            + cell.getType() + " for it: " + cell);
        }
    }
}
