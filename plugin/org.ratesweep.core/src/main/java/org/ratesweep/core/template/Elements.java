/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.ArrayList;
import java.util.List;
import org.ratesweep.core.yaml.YamlNode;
import org.ratesweep.core.yaml.YamlSequence;

/** Reads the elements of vectors and matrices from lists and lists of lists. */
final class Elements {
    /** The most elements that a matrix may have: 128 MB of numbers. */
    static final int MOST = 1 << 24;

    private Elements() {}

    /**
     * Reads a list of numbers, or a list of rows that are lists of numbers.
     *
     * @param node the list
     * @param subject what a message begins with
     * @param shape the lengths that it must have; none, if it may be a list of numbers of any length
     * @return the numbers, row by row, at least one
     */
    static List<Value> read(final YamlNode node, final String subject, final List<Integer> shape) {
        if (shape.size() < 2) {
            final List<Value> elements = row(node, subject);
            requireLength(node, subject, elements.size(), shape.isEmpty() ? elements.size() : shape.get(0), "numbers");
            return elements;
        }
        final List<YamlNode> rows = node.asSequence(subject).elements();
        requireLength(node, subject, rows.size(), shape.get(0), "rows");
        final List<Value> elements = new ArrayList<>();
        for (final YamlNode row : rows) {
            final List<Value> numbers = row(row, "a row of " + subject);
            requireLength(row, "a row of " + subject, numbers.size(), shape.get(1), "numbers");
            elements.addAll(numbers);
        }
        return elements;
    }

    /** Reads a list of at least one number. */
    static List<Value> row(final YamlNode node, final String subject) {
        final List<YamlNode> elements = node.asSequence(subject).elements();
        if (elements.isEmpty()) {
            throw node.mismatch(subject, "a list of at least one number");
        }
        final List<Value> values = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            values.add(Values.require(elements.get(i), "element " + i + " of " + subject));
        }
        return values;
    }

    /** Tells whether a list holds lists. */
    static boolean isNested(final YamlSequence list) {
        return !list.elements().isEmpty() && list.elements().get(0) instanceof YamlSequence;
    }

    private static void requireLength(
            final YamlNode node, final String subject, final int found, final int expected, final String of) {
        if (found != expected) {
            throw node.mismatch(subject, "a list of " + expected + " " + of + " (it has " + found + ")");
        }
    }
}
