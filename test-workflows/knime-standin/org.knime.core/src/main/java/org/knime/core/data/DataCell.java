/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

import java.io.Serializable;

/** A value in a table. */
public abstract class DataCell implements DataValue, Serializable {
    private static final long serialVersionUID = 1;

    /** Creates a cell. */
    public DataCell() {}

    /** Returns the type, which follows from the class and, for collections, from the elements. */
    public final DataType getType() {
        return DataType.of(this);
    }

    /** Tells whether the value is missing. */
    public boolean isMissing() {
        return false;
    }

    @Override
    public abstract String toString();

    @Override
    public final boolean equals(final Object other) {
        return this == other
                || other instanceof DataCell cell
                        && (isMissing() && cell.isMissing() || getClass() == cell.getClass() && equalsDataCell(cell));
    }

    /** Tells whether a cell of the same class has the same value. */
    protected abstract boolean equalsDataCell(DataCell other);

    @Override
    public abstract int hashCode();
}
