/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.expression.Equation;

/**
 * Neighbouring elements of a vector that have an equation of their own.
 *
 * @param path a name for them that is no path of a variable
 * @param first the number of the first one
 * @param extent how many they are
 * @param equation the equation
 */
record ElementPart(String path, int first, int extent, Equation equation) {
    private static final String NAME = " element";
    private static final int MOST_LISTED = 10;

    static ElementPart of(final String vector, final int first, final int end, final Equation equation) {
        final BitSet elements = new BitSet();
        elements.set(first, end);
        return new ElementPart(vector + NAME + numbers(elements), first, end - first, equation);
    }

    /** Tells whether a path is a name of elements. */
    static boolean isName(final String path) {
        return path.contains(NAME);
    }

    int end() {
        return first + extent;
    }

    /**
     * Puts the parts of a vector in the order of its elements.
     *
     * @param parts the parts
     * @param vector what the vector is called in its operator
     * @param extent the number of its elements
     * @throws InputException if an element has no equation or more than one
     */
    static List<ElementPart> ordered(final List<ElementPart> parts, final String vector, final int extent) {
        final BitSet given = new BitSet();
        final BitSet doubled = new BitSet();
        for (final ElementPart part : parts) {
            final BitSet elements = new BitSet();
            elements.set(part.first, part.end());
            final BitSet again = (BitSet) elements.clone();
            again.and(given);
            doubled.or(again);
            given.or(elements);
        }
        final BitSet missing = new BitSet();
        missing.set(0, extent);
        missing.andNot(given);
        final List<String> problems = new ArrayList<>();
        if (!doubled.isEmpty()) {
            problems.add("more than one equation gives element" + numbers(doubled));
        }
        if (!missing.isEmpty()) {
            problems.add("no equation gives element" + numbers(missing));
        }
        if (!problems.isEmpty()) {
            throw new InputException("each of the " + extent + " elements of '" + vector
                    + "' needs one equation, or the whole vector needs one: " + String.join(", and ", problems));
        }
        return parts.stream()
                .sorted(Comparator.comparingInt(ElementPart::first))
                .toList();
    }

    /** Lists what follows the singular of the word, neighbours together: {@code " 3"} or {@code "s 0, 2 to 4"}. */
    private static String numbers(final BitSet elements) {
        final List<String> runs = new ArrayList<>();
        for (int from = elements.nextSetBit(0); from >= 0 && runs.size() < MOST_LISTED; ) {
            final int to = elements.nextClearBit(from) - 1;
            runs.add(from == to ? Integer.toString(from) : from + " to " + to);
            from = elements.nextSetBit(to + 1);
        }
        final String more = runs.size() == MOST_LISTED ? ", …" : "";
        return (elements.cardinality() == 1 ? " " : "s ") + String.join(", ", runs) + more;
    }
}
