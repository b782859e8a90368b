/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.widget.choices.util;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/** The columns of a table that can be read in a way. */
public class CompatibleColumnsProvider implements FilteredInputTableColumnsProvider {
    private final Class<? extends DataValue> valueClass;

    /** Creates a provider. */
    protected CompatibleColumnsProvider(final Class<? extends DataValue> valueClass) {
        this.valueClass = valueClass;
    }

    @Override
    public boolean isIncluded(final DataColumnSpec column) {
        return column.getType().isCompatible(valueClass);
    }

    /** Columns of numbers. */
    public static class DoubleColumnsProvider extends CompatibleColumnsProvider {
        /** Creates a provider. */
        protected DoubleColumnsProvider() {
            super(DoubleValue.class);
        }
    }

    /** Columns of texts. */
    public static class StringColumnsProvider extends CompatibleColumnsProvider {
        /** Creates a provider. */
        protected StringColumnsProvider() {
            super(StringValue.class);
        }
    }
}
