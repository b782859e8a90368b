/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.function.Predicate;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** Takes some columns of a table. */
public final class ColumnFilter extends TypedStringFilter {
    /** Takes none. */
    public ColumnFilter() {
        super(List.of());
    }

    /** Takes columns of these names. */
    public ColumnFilter(final String[] selected) {
        super(List.of(selected));
    }

    /** Takes these columns. */
    public ColumnFilter(final List<DataColumnSpec> selected) {
        super(selected.stream().map(DataColumnSpec::getName).toList());
    }

    /** Takes, if columns are chosen one by one, those too that nobody has decided about. */
    public ColumnFilter withIncludeUnknownColumns() {
        m_manualFilter.takeUnknown(true);
        return this;
    }

    /** Takes, if columns are chosen one by one, none that nobody has decided about. */
    public ColumnFilter withExcludeUnknownColumns() {
        m_manualFilter.takeUnknown(false);
        return this;
    }

    /** Returns what tells whether a column is taken. */
    public Predicate<DataColumnSpec> getFilterPredicate() {
        if (m_mode == FilterMode.TYPE) {
            return m_typeFilter::takes;
        }
        final Predicate<String> takesName = takesName();
        return column -> takesName.test(column.getName());
    }

    /** Returns the names of those that are taken, in the order in which they come. */
    public String[] filter(final List<DataColumnSpec> choices) {
        return choices.stream()
                .filter(getFilterPredicate())
                .map(DataColumnSpec::getName)
                .toArray(String[]::new);
    }

    /** Returns the names of those columns of a table that are taken, in its order. */
    public String[] filterFromFullSpec(final DataTableSpec spec) {
        return filter(spec.stream().toList());
    }

    /** Returns the columns that were chosen by name and are none of these. */
    public String[] getMissingSelected(final List<DataColumnSpec> choices) {
        return m_mode == FilterMode.MANUAL
                ? m_manualFilter.missing(
                        choices.stream().map(DataColumnSpec::getName).toList())
                : new String[0];
    }

    /** Returns the columns that were chosen by name and are not in a table. */
    public String[] getMissingSelectedFromFullSpec(final DataTableSpec spec) {
        return getMissingSelected(spec.stream().toList());
    }
}
