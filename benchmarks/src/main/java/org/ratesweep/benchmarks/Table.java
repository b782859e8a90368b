/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Figures to be read by people, as Markdown.
 *
 * @param title what they are
 * @param head the heads of the columns; the first column is text, all others are numbers
 * @param rows the rows, each with as many cells as the head
 * @param notes what one has to know to read them, a paragraph each
 */
record Table(String title, List<String> head, List<List<String>> rows, List<String> notes) {
    Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        for (final List<String> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(row + " under " + head);
            }
        }
    }

    /** Returns the lines of the table. */
    List<String> markdown() {
        final List<String> lines = new ArrayList<>(List.of("### " + title, ""));
        if (!rows.isEmpty()) {
            lines.add(line(head));
            final List<String> rule = new ArrayList<>(Collections.nCopies(head.size(), "---:"));
            rule.set(0, "---");
            lines.add(line(rule));
            rows.forEach(row -> lines.add(line(row)));
            lines.add("");
        }
        for (final String note : notes) {
            lines.add(note);
            lines.add("");
        }
        return lines;
    }

    private static String line(final List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /** Writes a number with about three digits. */
    static String number(final double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        final double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
