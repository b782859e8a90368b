/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;

/** A table in memory. */
public record Rows(DataTableSpec spec, List<DataRow> rows) implements DataTable {
    public static Rows of(final DataTableSpec spec) {
        return new Rows(spec, List.of());
    }

    public static DataTableSpec spec(final DataType type, final String... names) {
        return new DataTableSpec(Arrays.stream(names)
                .map(name -> new DataColumnSpecCreator(name, type).createSpec())
                .toArray(DataColumnSpec[]::new));
    }

    public static DataTableSpec numbers(final String... names) {
        return spec(DoubleCell.TYPE, names);
    }

    public Rows with(final String key, final DataCell... cells) {
        final List<DataRow> more = new ArrayList<>(rows);
        more.add(new DefaultRow(key, cells));
        return new Rows(spec, more);
    }

    public Rows with(final String key, final double... numbers) {
        return with(key, Arrays.stream(numbers).mapToObj(DoubleCell::new).toArray(DataCell[]::new));
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return spec;
    }

    @Override
    public RowIterator iterator() {
        final Iterator<DataRow> each = rows.iterator();
        return new RowIterator() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public DataRow next() {
                return each.next();
            }
        };
    }
}
