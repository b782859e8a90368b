/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** What holds cells in order. */
public interface ListDataValue extends CollectionDataValue {
    /** Returns a cell. */
    DataCell get(int index);
}
