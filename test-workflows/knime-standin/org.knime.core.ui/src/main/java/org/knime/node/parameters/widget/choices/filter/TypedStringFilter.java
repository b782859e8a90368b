/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.function.Predicate;
import org.knime.node.parameters.persistence.Persistable;
import org.ratesweep.standin.parameters.ManualNames;
import org.ratesweep.standin.parameters.NamePattern;

/** Takes some of many names, one by one, by a pattern, or by what they are names of. */
public abstract class TypedStringFilter implements Persistable {
    FilterMode m_mode = FilterMode.MANUAL;
    NamePattern m_patternFilter = new NamePattern();
    ManualNames m_manualFilter;
    ColumnTypeFilter m_typeFilter = new ColumnTypeFilter();

    /** What decides. */
    enum FilterMode {
        MANUAL,
        REGEX,
        WILDCARD,
        TYPE
    }

    TypedStringFilter(final List<String> selected) {
        m_manualFilter = new ManualNames(selected);
    }

    /** Returns what decides by names; by types it is decided elsewhere. */
    Predicate<String> takesName() {
        return switch (m_mode) {
            case MANUAL -> m_manualFilter::takes;
            case REGEX -> m_patternFilter::takesAsExpression;
            case WILDCARD -> m_patternFilter::takesWithWildcards;
            case TYPE -> throw new IllegalStateException("types decide, not names");
        };
    }
}
