/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

/** A row. */
public interface DataRow extends Iterable<DataCell> {
    /** Returns the number of cells. */
    int getNumCells();

    /** Returns the name. */
    RowKey getKey();

    /** Returns a cell. */
    DataCell getCell(int index);
}
