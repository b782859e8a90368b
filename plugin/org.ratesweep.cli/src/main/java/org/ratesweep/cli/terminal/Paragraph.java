/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Running text, broken into lines. */
public final class Paragraph {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Paragraph() {}

    /**
     * Breaks a text between its words.
     *
     * @param text the text; how it was broken before does not matter
     * @param width the longest line, where words are not longer
     * @param indent how many blanks each line starts with
     * @return the lines, none for a text without words
     */
    public static List<String> lines(final String text, final int width, final int indent) {
        final List<String> lines = new ArrayList<>();
        final StringBuilder line = new StringBuilder();
        for (final String word : BLANKS.split(text.strip())) {
            if (line.length() > 0 && indent + line.length() + 1 + word.length() > width) {
                lines.add(" ".repeat(indent) + line);
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            lines.add(" ".repeat(indent) + line);
        }
        return lines;
    }
}
