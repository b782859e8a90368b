/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.ratesweep.core.error.InputException;

/** Puts algebraic variables into an order in which each stands behind those that it needs. */
final class DependencyOrder {
    private DependencyOrder() {}

    /**
     * @param variables the algebraic variables in any order
     * @return the same, dependencies first, otherwise in the given order
     * @throws InputException if some of them need each other, naming them
     */
    static List<AlgebraicVariable> of(final List<AlgebraicVariable> variables) {
        final Map<String, AlgebraicVariable> byPath = new HashMap<>();
        variables.forEach(variable -> byPath.put(variable.path(), variable));
        final Map<String, Boolean> finished = new HashMap<>();
        final List<AlgebraicVariable> ordered = new ArrayList<>();
        for (final AlgebraicVariable start : variables) {
            if (!finished.containsKey(start.path())) {
                visit(start, byPath, finished, ordered);
            }
        }
        return List.copyOf(ordered);
    }

    /** Depth first with a stack of its own: a chain of algebraic variables may be longer than the thread's. */
    private static void visit(
            final AlgebraicVariable start,
            final Map<String, AlgebraicVariable> byPath,
            final Map<String, Boolean> finished,
            final List<AlgebraicVariable> ordered) {
        final Deque<Visit> open = new ArrayDeque<>();
        open.push(Visit.of(start));
        finished.put(start.path(), false);
        while (!open.isEmpty()) {
            final Visit top = open.peek();
            if (!top.dependencies.hasNext()) {
                open.pop();
                finished.put(top.variable.path(), true);
                ordered.add(top.variable);
                continue;
            }
            final String dependency = top.dependencies.next();
            final AlgebraicVariable next = byPath.get(dependency);
            if (next == null) {
                continue;
            }
            final Boolean state = finished.get(dependency);
            if (state == null) {
                finished.put(dependency, false);
                open.push(Visit.of(next));
            } else if (!state) {
                throw loop(dependency, open);
            }
        }
    }

    private static InputException loop(final String closing, final Deque<Visit> open) {
        final List<String> members = new ArrayList<>();
        for (final Visit visit : open) {
            members.add(0, visit.variable.path());
            if (visit.variable.path().equals(closing)) {
                break;
            }
        }
        members.add(closing);
        final boolean isOfElements = members.stream().anyMatch(ElementPart::isName);
        return new InputException("algebraic loop: each of these variables needs the next one at the same instant: "
                + String.join(" -> ", members)
                + "; break the loop with a state variable (a differential equation) in one of them"
                + (isOfElements
                        ? ", or, if only some elements of a vector need others, give each element an equation of its own and"
                                + " read others by index(x, i)"
                        : ""));
    }

    private record Visit(AlgebraicVariable variable, Iterator<String> dependencies) {
        static Visit of(final AlgebraicVariable variable) {
            return new Visit(variable, variable.expression().variables().iterator());
        }
    }
}
