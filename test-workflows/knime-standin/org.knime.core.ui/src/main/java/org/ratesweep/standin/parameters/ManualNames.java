/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin.parameters;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.knime.node.parameters.persistence.Persistable;

/** The part of a filter in which names are chosen one by one. */
public final class ManualNames implements Persistable {
    String[] m_manuallySelected;
    String[] m_manuallyDeselected = {};
    boolean m_includeUnknownColumns;

    ManualNames() {
        this(List.of());
    }

    /** Takes some names. */
    public ManualNames(final List<String> selected) {
        m_manuallySelected = selected.toArray(String[]::new);
    }

    /** Says what becomes of names that nobody has decided about. */
    public void takeUnknown(final boolean take) {
        m_includeUnknownColumns = take;
    }

    /** Tells whether a name is taken. */
    public boolean takes(final String name) {
        return m_includeUnknownColumns
                ? !List.of(m_manuallyDeselected).contains(name)
                : List.of(m_manuallySelected).contains(name);
    }

    /** Returns the names that are taken and are none of these. */
    public String[] missing(final Collection<String> names) {
        return m_includeUnknownColumns
                ? new String[0]
                : Arrays.stream(m_manuallySelected)
                        .filter(name -> !names.contains(name))
                        .toArray(String[]::new);
    }
}
