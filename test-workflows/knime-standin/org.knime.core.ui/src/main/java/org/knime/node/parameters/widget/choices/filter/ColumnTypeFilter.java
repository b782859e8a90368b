/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.persistence.Persistable;

/** Takes columns of some types, which are known by the names of their preferred values. */
final class ColumnTypeFilter implements Persistable {
    String[] m_selectedTypes = {};

    boolean takes(final DataColumnSpec column) {
        return List.of(m_selectedTypes)
                .contains(column.getType().getPreferredValueClass().getName());
    }
}
