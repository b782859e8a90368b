/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row of cells. */
public class DefaultRow implements DataRow {
    private final RowKey key;
    private final List<DataCell> cells;

    /** Creates a row. */
    public DefaultRow(final RowKey key, final DataCell... cells) {
        this.key = Objects.requireNonNull(key, "a row needs a key");
        this.cells = List.of(cells);
    }

    /** Creates a row. */
    public DefaultRow(final String key, final DataCell... cells) {
        this(new RowKey(key), cells);
    }

    /** Creates a row. */
    public DefaultRow(final RowKey key, final List<DataCell> cells) {
        this(key, cells.toArray(DataCell[]::new));
    }

    /** Creates a row. */
    public DefaultRow(final String key, final List<DataCell> cells) {
        this(new RowKey(key), cells);
    }

    /** Creates a row of doubles. */
    public DefaultRow(final String key, final double... values) {
        this(new RowKey(key), DoubleStream.of(values).mapToObj(DoubleCell::new).toArray(DataCell[]::new));
    }

    /** Creates a row of ints. */
    public DefaultRow(final String key, final int... values) {
        this(new RowKey(key), IntStream.of(values).mapToObj(IntCell::new).toArray(DataCell[]::new));
    }

    /** Creates a row of texts. */
    public DefaultRow(final String key, final String... values) {
        this(new RowKey(key), Arrays.stream(values).map(StringCell::new).toArray(DataCell[]::new));
    }

    @Override
    public final int getNumCells() {
        return cells.size();
    }

    @Override
    public final RowKey getKey() {
        return key;
    }

    @Override
    public final DataCell getCell(final int index) {
        return cells.get(index);
    }

    @Override
    public Iterator<DataCell> iterator() {
        return cells.iterator();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DefaultRow row && key.equals(row.key) && cells.equals(row.cells);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, cells);
    }

    @Override
    public String toString() {
        return key + ": " + cells;
    }
}
