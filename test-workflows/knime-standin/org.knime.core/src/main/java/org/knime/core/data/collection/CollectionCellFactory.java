/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data.collection;

import java.util.Collection;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** Makes cells that hold cells. */
public final class CollectionCellFactory {
    private CollectionCellFactory() {}

    /** Returns a list of cells; missing ones say nothing about its type. */
    public static ListCell createListCell(final Collection<? extends DataCell> cells) {
        return new ListCell(List.copyOf(cells), elementType(cells));
    }

    private static DataType elementType(final Collection<? extends DataCell> cells) {
        Class<?> previous = Object.class;
        DataType common = DataType.getMissingCell().getType();
        for (final DataCell cell : cells) {
            if (cell.getClass() != previous) {
                common = DataType.getCommonSuperType(common, cell.getType());
                previous = cell.getClass();
            }
        }
        return common;
    }
}
