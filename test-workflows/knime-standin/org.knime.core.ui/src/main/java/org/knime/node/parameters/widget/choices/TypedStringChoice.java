/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;

/** A choice that has a type, such as a column. */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {
    /** The type of a choice. */
    public record PossibleTypeValue(String id, String text) {}

    /** Returns the choice of a column. */
    public static TypedStringChoice fromColSpec(final DataColumnSpec column) {
        final String type = column.getType().getName();
        return new TypedStringChoice(column.getName(), column.getName(), new PossibleTypeValue(type, type));
    }
}
