/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data.collection;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;

/** What holds cells. */
public interface CollectionDataValue extends DataValue, Iterable<DataCell> {
    /** Returns what the cells have in common. */
    DataType getElementType();

    /** Returns the number of cells. */
    int size();
}
