/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which values a column has. */
public final class DataColumnDomain {
    private final Optional<Set<DataCell>> values;
    private final Optional<DataCell> lower;
    private final Optional<DataCell> upper;

    DataColumnDomain(
            final Optional<Set<DataCell>> values, final Optional<DataCell> lower, final Optional<DataCell> upper) {
        this.values = values;
        this.lower = lower;
        this.upper = upper;
    }

    /** Returns the distinct values; null if they are not known, as with KNIME. */
    @SuppressWarnings("NullAway")
    public Set<DataCell> getValues() {
        return values.orElse(null);
    }

    /** Tells whether the distinct values are known. */
    public boolean hasValues() {
        return values.isPresent();
    }

    /** Returns the smallest value; null if it is not known, as with KNIME. */
    @SuppressWarnings("NullAway")
    public DataCell getLowerBound() {
        return lower.orElse(null);
    }

    /** Returns the largest value; null if it is not known, as with KNIME. */
    @SuppressWarnings("NullAway")
    public DataCell getUpperBound() {
        return upper.orElse(null);
    }

    /** Tells whether both bounds are known. */
    public boolean hasBounds() {
        return lower.isPresent() && upper.isPresent();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataColumnDomain domain
                && values.equals(domain.values)
                && lower.equals(domain.lower)
                && upper.equals(domain.upper);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values, lower, upper);
    }

    @Override
    public String toString() {
        return Stream.of(
                        lower.map(cell -> "from " + cell),
                        upper.map(cell -> "to " + cell),
                        values.map(cells -> "one of " + cells))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }
}
