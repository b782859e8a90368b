/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

import java.util.Objects;

/** The name of a row, unique in its table. */
public final class RowKey {
    private final String name;

    /** Creates a key. */
    public RowKey(final String name) {
        this.name = Objects.requireNonNull(name, "a row key needs a text");
    }

    /** Returns the key of the n-th row where rows are numbered from 0. */
    public static RowKey createRowKey(final long index) {
        return new RowKey("Row" + index);
    }

    /** Returns the name. */
    public String getString() {
        return name;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof RowKey key && name.equals(key.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
