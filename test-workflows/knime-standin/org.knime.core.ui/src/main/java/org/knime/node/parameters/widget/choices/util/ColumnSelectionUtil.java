/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.widget.choices.util;

import java.util.List;
import java.util.function.Predicate;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.node.parameters.NodeParametersInput;

/** Picks columns; none where no table is connected. */
public final class ColumnSelectionUtil {
    private ColumnSelectionUtil() {}

    /** Returns all columns of an input. */
    public static List<DataColumnSpec> getAllColumns(final NodeParametersInput input, final int index) {
        return getFilteredColumns(input, index, column -> true);
    }

    /** Returns some columns of an input. */
    public static List<DataColumnSpec> getFilteredColumns(
            final NodeParametersInput input, final int index, final Predicate<DataColumnSpec> filter) {
        return input.getInTableSpec(index).stream()
                .flatMap(DataTableSpec::stream)
                .filter(filter)
                .toList();
    }

    /** Returns the columns of numbers of an input. */
    public static List<DataColumnSpec> getDoubleColumns(final NodeParametersInput input, final int index) {
        return getFilteredColumns(input, index, column -> column.getType().isCompatible(DoubleValue.class));
    }
}
