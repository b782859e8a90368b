/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Builds domains. */
public class DataColumnDomainCreator {
    private final Optional<Set<DataCell>> values;
    private final Optional<DataCell> lower;
    private final Optional<DataCell> upper;

    /** Creates a domain of which nothing is known. */
    public DataColumnDomainCreator() {
        this(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Creates a domain of values. */
    public DataColumnDomainCreator(final Set<? extends DataCell> values) {
        this(Optional.of(Collections.unmodifiableSet(new LinkedHashSet<>(values))), Optional.empty(), Optional.empty());
    }

    /** Creates a domain of bounds. */
    public DataColumnDomainCreator(final DataCell lower, final DataCell upper) {
        this(Optional.empty(), Optional.of(lower), Optional.of(upper));
    }

    private DataColumnDomainCreator(
            final Optional<Set<DataCell>> values, final Optional<DataCell> lower, final Optional<DataCell> upper) {
        this.values = values;
        this.lower = lower;
        this.upper = upper;
    }

    /** Returns the domain. */
    public DataColumnDomain createDomain() {
        return new DataColumnDomain(values, lower, upper);
    }
}
