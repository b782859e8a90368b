/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.knime.core.node.port.PortObjectSpec;

/** The columns of a table. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {
    private static final String DEFAULT_NAME = "default";
    private final String name;
    private final List<DataColumnSpec> columns;
    private final Map<String, Integer> indices;
    private final Map<String, String> properties;

    /** Creates a table without columns. */
    public DataTableSpec() {
        this(DEFAULT_NAME);
    }

    /** Creates a table of columns. */
    public DataTableSpec(final DataColumnSpec... columns) {
        this(DEFAULT_NAME, columns);
    }

    /** Creates a named table without columns. */
    public DataTableSpec(final String name) {
        this(name, new DataColumnSpec[0]);
    }

    /** Creates a named table of columns. */
    public DataTableSpec(final String name, final DataColumnSpec... columns) {
        this(name, List.of(columns), Map.of());
    }

    /** Creates a table of columns with names and types. */
    public DataTableSpec(final String[] names, final DataType[] types) {
        this(DEFAULT_NAME, createColumnSpecs(names, types));
    }

    /** Creates a named table of columns with names and types. */
    public DataTableSpec(final String name, final String[] names, final DataType[] types) {
        this(name, createColumnSpecs(names, types));
    }

    /** Creates a table of the columns of two. */
    public DataTableSpec(final DataTableSpec first, final DataTableSpec second) {
        this(
                DEFAULT_NAME,
                Stream.concat(first.columns.stream(), second.columns.stream()).toList(),
                Map.of());
    }

    DataTableSpec(final String name, final List<DataColumnSpec> columns, final Map<String, String> properties) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        final Map<String, Integer> found = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (found.put(columns.get(i).getName(), i) != null) {
                throw new IllegalArgumentException("two columns have the name '"
                        + columns.get(i).getName() + "': columns "
                        + this.columns.stream()
                                .map(DataColumnSpec::getName)
                                .toList()
                                .indexOf(columns.get(i).getName())
                        + " and " + i + ".");
            }
        }
        indices = found;
    }

    /** Returns columns with names and types. */
    public static DataColumnSpec[] createColumnSpecs(final String[] names, final DataType[] types) {
        if (names.length != types.length) {
            throw new IllegalArgumentException(names.length + " names, but types: " + types.length);
        }
        return IntStream.range(0, names.length)
                .mapToObj(i -> new DataColumnSpecCreator(names[i], types[i]).createSpec())
                .toArray(DataColumnSpec[]::new);
    }

    /** Returns a name like the given one that no column has. */
    public static String getUniqueColumnName(final DataTableSpec spec, final String columnName) {
        String unique = columnName;
        for (int i = 1; spec.containsName(unique); i++) {
            unique = columnName + " (#" + i + ")";
        }
        return unique;
    }

    /** Returns the name of the table. */
    public String getName() {
        return name;
    }

    /** Returns the number of columns. */
    public int getNumColumns() {
        return columns.size();
    }

    /** Returns a column. */
    public DataColumnSpec getColumnSpec(final int index) {
        return columns.get(index);
    }

    /** Returns a column; null if there is none of that name, as with KNIME. */
    @SuppressWarnings("NullAway")
    public DataColumnSpec getColumnSpec(final String columnName) {
        return Optional.ofNullable(indices.get(columnName)).map(columns::get).orElse(null);
    }

    /** Returns the names of the columns. */
    public String[] getColumnNames() {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    /** Returns the place of a column, -1 if there is none of that name. */
    public int findColumnIndex(final String columnName) {
        return indices.getOrDefault(columnName, -1);
    }

    /** Tells whether there is a column of that name. */
    public boolean containsName(final String columnName) {
        return indices.containsKey(columnName);
    }

    /** Tells whether a column can be read in that way. */
    public boolean containsCompatibleType(final Class<? extends DataValue> valueClass) {
        return columns.stream().anyMatch(column -> column.getType().isCompatible(valueClass));
    }

    /** Returns what else was noted of the table. */
    public Map<String, String> getProperties() {
        return properties;
    }

    /** Tells whether the names and types of all columns are the same. */
    public boolean equalStructure(final DataTableSpec other) {
        return columns.size() == other.columns.size()
                && IntStream.range(0, columns.size())
                        .allMatch(i -> columns.get(i).equalStructure(other.columns.get(i)));
    }

    /** Returns the columns. */
    public Stream<DataColumnSpec> stream() {
        return columns.stream();
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return columns.iterator();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataTableSpec spec && name.equals(spec.name) && columns.equals(spec.columns);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, columns);
    }

    @Override
    public String toString() {
        return name + Arrays.toString(getColumnNames());
    }
}
