/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.terminal;

/** How a word is set off from the text around it, on terminals that show colours. */
public enum Style {
    /** Something to look at. */
    WARNING("33;1"),
    /** Something that failed. */
    ERROR("31;1"),
    /** The head of a table or a group. */
    HEAD("1");

    private final String code;

    Style(final String code) {
        this.code = code;
    }

    /**
     * Sets a text off.
     *
     * @param text the text
     * @param colours whether colours are shown
     * @return the text, with the codes for the terminal around it if so
     */
    public String on(final String text, final boolean colours) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
