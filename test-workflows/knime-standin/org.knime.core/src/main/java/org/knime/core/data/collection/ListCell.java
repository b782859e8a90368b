/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data.collection;

import java.util.Iterator;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** A cell that holds cells in order. */
public class ListCell extends DataCell implements ListDataValue {
    private static final long serialVersionUID = 1;
    private final transient List<DataCell> cells;
    private final transient DataType elementType;

    ListCell(final List<DataCell> cells, final DataType elementType) {
        this.cells = cells;
        this.elementType = elementType;
    }

    /** Returns the type of lists of cells of a type. */
    public static DataType getCollectionType(final DataType elementType) {
        return DataType.getType(ListCell.class, elementType);
    }

    @Override
    public DataType getElementType() {
        return elementType;
    }

    @Override
    public Iterator<DataCell> iterator() {
        return cells.iterator();
    }

    @Override
    public DataCell get(final int index) {
        return cells.get(index);
    }

    @Override
    public int size() {
        return cells.size();
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return cells.equals(((ListCell) other).cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return cells.toString();
    }
}
