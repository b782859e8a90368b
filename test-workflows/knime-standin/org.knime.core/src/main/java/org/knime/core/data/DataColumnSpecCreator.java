/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

/** Builds columns. */
public final class DataColumnSpecCreator {
    private String name;
    private DataType type;
    private DataColumnDomain domain;

    /** Creates a column whose name loses the blanks around it, as with KNIME. */
    public DataColumnSpecCreator(final String name, final DataType type) {
        this(new DataColumnSpec(trimmed(name), type, new DataColumnDomainCreator().createDomain()));
    }

    /** Creates a column like another. */
    public DataColumnSpecCreator(final DataColumnSpec spec) {
        name = spec.getName();
        type = spec.getType();
        domain = spec.getDomain();
    }

    /** Sets the name. */
    public void setName(final String columnName) {
        name = trimmed(columnName);
    }

    /** Sets the type. */
    public void setType(final DataType columnType) {
        type = columnType;
    }

    /** Sets what is known of the values. */
    public void setDomain(final DataColumnDomain columnDomain) {
        domain = columnDomain;
    }

    /** Returns the type. */
    public DataType getType() {
        return type;
    }

    /** Returns the column. */
    public DataColumnSpec createSpec() {
        return new DataColumnSpec(name, type, domain);
    }

    private static String trimmed(final String name) {
        final String trimmed = name.trim();
        return trimmed.isEmpty() ? "<empty>" : trimmed;
    }
}
