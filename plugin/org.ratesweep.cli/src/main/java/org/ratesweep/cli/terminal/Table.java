/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of texts, to be shown in aligned columns.
 *
 * @param head the heads of the columns, none for a table without a head
 * @param rows the rows, each with as many texts as all others
 */
public record Table(List<String> head, List<List<String>> rows) {
    private static final String GAP = "  ";

    public Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Returns a table without a head. */
    public static Table of(final List<List<String>> rows) {
        return new Table(List.of(), rows);
    }

    /**
     * Aligns the columns, to the left. The last one is as wide as it is: terminals wrap it, scripts want it whole.
     *
     * @param indent how many blanks each line starts with
     * @return one line a row, the head first
     */
    public List<String> lines(final int indent) {
        final List<List<String>> all = new ArrayList<>();
        if (!head.isEmpty()) {
            all.add(head);
        }
        all.addAll(rows);
        return all.stream().map(row -> line(row, indent, all)).toList();
    }

    private static String line(final List<String> row, final int indent, final List<List<String>> all) {
        final StringBuilder line = new StringBuilder(" ".repeat(indent));
        for (int column = 0; column < row.size(); column++) {
            final String text = row.get(column);
            line.append(text);
            if (column + 1 < row.size()) {
                line.append(" ".repeat(width(column, all) - text.length())).append(GAP);
            }
        }
        return line.toString().stripTrailing();
    }

    private static int width(final int column, final List<List<String>> rows) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
