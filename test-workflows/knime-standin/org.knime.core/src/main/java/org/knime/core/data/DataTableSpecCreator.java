/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the columns of a table. */
public final class DataTableSpecCreator {
    private final List<DataColumnSpec> columns = new ArrayList<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private String name = "default";

    /** Begins without columns. */
    public DataTableSpecCreator() {}

    /** Begins with the columns of a table. */
    public DataTableSpecCreator(final DataTableSpec spec) {
        addColumns(spec);
        name = spec.getName();
        properties.putAll(spec.getProperties());
    }

    /** Appends columns. */
    public DataTableSpecCreator addColumns(final DataColumnSpec... added) {
        columns.addAll(List.of(added));
        return this;
    }

    /** Appends the columns of a table. */
    public DataTableSpecCreator addColumns(final DataTableSpec spec) {
        spec.forEach(columns::add);
        return this;
    }

    /** Replaces a column. */
    public DataTableSpecCreator replaceColumn(final int index, final DataColumnSpec column) {
        columns.set(index, column);
        return this;
    }

    /** Sets the name of the table. */
    public DataTableSpecCreator setName(final String tableName) {
        name = tableName;
        return this;
    }

    /** Notes something of the table. */
    public DataTableSpecCreator putProperty(final String key, final String value) {
        properties.put(key, value);
        return this;
    }

    /** Forgets what is known of the values. */
    public DataTableSpecCreator dropAllDomains() {
        columns.replaceAll(column -> new DataColumnSpecCreator(column.getName(), column.getType()).createSpec());
        return this;
    }

    /** Returns the columns. */
    public DataTableSpec createSpec() {
        return new DataTableSpec(name, columns, properties);
    }
}
