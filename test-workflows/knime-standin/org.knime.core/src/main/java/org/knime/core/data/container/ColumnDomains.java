/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data.container;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;

/** Which values have been seen in each column: bounds of numbers, distinct values of texts as long as they are few. */
final class ColumnDomains {
    private static final int MAX_VALUES = 60;
    private final DataTableSpec spec;
    private final DataContainerSettings settings;
    private final DataCell[] lower;
    private final DataCell[] upper;
    private final Set<DataCell>[] values;

    @SuppressWarnings({"unchecked", "rawtypes"})
    ColumnDomains(final DataTableSpec spec, final DataContainerSettings settings) {
        this.spec = spec;
        this.settings = settings;
        lower = new DataCell[spec.getNumColumns()];
        upper = new DataCell[spec.getNumColumns()];
        values = IntStream.range(0, spec.getNumColumns())
                .mapToObj(i -> new LinkedHashSet<>())
                .toArray(LinkedHashSet[]::new);
    }

    void update(final DataRow row) {
        if (!settings.isEnableDomainUpdate()) {
            return;
        }
        for (int i = 0; i < lower.length; i++) {
            final DataCell cell = row.getCell(i);
            if (cell instanceof BoundedValue && cell instanceof DoubleValue number) {
                final double value = number.getDoubleValue();
                if (!Double.isNaN(value)) {
                    lower[i] = lower[i] == null || value < ((DoubleValue) lower[i]).getDoubleValue() ? cell : lower[i];
                    upper[i] = upper[i] == null || value > ((DoubleValue) upper[i]).getDoubleValue() ? cell : upper[i];
                }
            } else if (cell instanceof NominalValue && values[i].size() <= MAX_VALUES) {
                values[i].add(cell);
            }
        }
    }

    DataTableSpec spec() {
        final DataColumnSpec[] columns = new DataColumnSpec[lower.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column(i);
        }
        return new DataTableSpec(spec.getName(), columns);
    }

    private DataColumnSpec column(final int index) {
        final DataColumnSpec column = spec.getColumnSpec(index);
        if (!settings.isEnableDomainUpdate()) {
            return settings.isInitializeDomain()
                    ? column
                    : new DataColumnSpecCreator(column.getName(), column.getType()).createSpec();
        }
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(column.getName(), column.getType());
        if (lower[index] != null) {
            creator.setDomain(new DataColumnDomainCreator(lower[index], upper[index]).createDomain());
        } else if (column.getType().isCompatible(NominalValue.class)
                && !column.getType().isCompatible(BooleanValue.class)
                && values[index].size() <= MAX_VALUES) {
            creator.setDomain(new DataColumnDomainCreator(values[index]).createDomain());
        }
        return creator.createSpec();
    }
}
