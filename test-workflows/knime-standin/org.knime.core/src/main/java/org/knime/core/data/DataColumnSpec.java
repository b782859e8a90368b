/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

import java.util.Objects;

/** A column of a table. */
public final class DataColumnSpec {
    private final String name;
    private final DataType type;
    private final DataColumnDomain domain;

    DataColumnSpec(final String name, final DataType type, final DataColumnDomain domain) {
        this.name = name;
        this.type = type;
        this.domain = domain;
    }

    /** Returns the name. */
    public String getName() {
        return name;
    }

    /** Returns what the cells have in common. */
    public DataType getType() {
        return type;
    }

    /** Returns which values the column has, as far as that is known. */
    public DataColumnDomain getDomain() {
        return domain;
    }

    /** Tells whether name and type are the same. */
    public boolean equalStructure(final DataColumnSpec other) {
        return name.equals(other.name) && type.equals(other.type);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataColumnSpec spec && equalStructure(spec) && domain.equals(spec.domain);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type);
    }

    @Override
    public String toString() {
        return name + " (" + type + ")";
    }
}
