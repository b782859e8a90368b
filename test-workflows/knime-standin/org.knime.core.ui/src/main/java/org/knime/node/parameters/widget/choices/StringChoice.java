/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.widget.choices;

/**
 * A choice.
 *
 * @param id what is stored
 * @param text what is shown
 */
public record StringChoice(String id, String text) {
    /** Returns a choice that is shown as it is stored. */
    public static StringChoice fromId(final String id) {
        return new StringChoice(id, id);
    }
}
