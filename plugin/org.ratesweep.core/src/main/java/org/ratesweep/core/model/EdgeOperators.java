/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.template.Edge;
import org.ratesweep.core.template.EdgeTemplate;
import org.ratesweep.core.template.OperatorUse;
import org.ratesweep.core.template.Role;

/**
 * The operators that the signal of an edge passes: what drives their inputs, and where the signal leaves them.
 *
 * <p>An input that is the output of another operator of the edge, by name, is driven by it. The others are free: a single
 * one is driven by the edge's source, several need to be bound by the edge's attributes.
 */
final class EdgeOperators {
    private final EdgeTemplate template;
    private final Edge edge;

    EdgeOperators(final EdgeTemplate template, final Edge edge) {
        this.template = template;
        this.edge = edge;
    }

    /** What feeds the inputs that no other operator of the edge feeds, by {@code operator/variable}. */
    Map<String, String> bindings() {
        final Map<String, String> bindings = new LinkedHashMap<>(edge.bindings());
        final List<String> free = withRole(Role.INPUT).stream()
                .filter(input -> !withRole(Role.OUTPUT).stream()
                        .map(EdgeOperators::variableOf)
                        .toList()
                        .contains(variableOf(input)))
                .filter(input -> !bindings.containsKey(input))
                .toList();
        if (bindings.containsValue(Edge.SOURCE_KEYWORD) || free.isEmpty() && !bindings.isEmpty()) {
            final List<String> open = free.stream()
                    .filter(input -> !edge.parameters().containsKey(input))
                    .toList();
            requireNone(open);
            return bindings;
        }
        final List<String> open = free.size() == 1
                ? free
                : free.stream()
                        .filter(input -> !edge.parameters().containsKey(input))
                        .toList();
        if (open.isEmpty()) {
            throw new InputException(through() + " takes no input that the edge's source could drive");
        }
        if (open.size() > 1) {
            requireNone(open);
        }
        bindings.put(open.get(0), Edge.SOURCE_KEYWORD);
        return bindings;
    }

    private void requireNone(final List<String> open) {
        if (!open.isEmpty()) {
            throw new InputException(through() + " leaves open what drives " + String.join(" and ", open)
                    + "; say so among the edge's attributes, for instance '" + template.name() + "/" + open.get(0)
                    + ": " + Edge.SOURCE_KEYWORD + "' for the edge's own source, a path of another variable, "
                    + "or a number");
        }
    }

    /** Returns the output that no other operator of the edge takes, as {@code operator/variable}. */
    String terminal() {
        final List<String> inputs =
                withRole(Role.INPUT).stream().map(EdgeOperators::variableOf).toList();
        final List<String> ends = withRole(Role.OUTPUT).stream()
                .filter(output -> !inputs.contains(variableOf(output)))
                .toList();
        if (ends.size() != 1) {
            throw new InputException(through() + " must end in one output, but "
                    + (ends.isEmpty()
                            ? "no output is left that is no input of its operators"
                            : String.join(" and ", ends) + " are outputs that none of its operators takes"));
        }
        return ends.get(0);
    }

    private List<String> withRole(final Role role) {
        final List<String> found = new ArrayList<>();
        for (final OperatorUse use : template.operators()) {
            use.operator().variables().forEach((variable, declaration) -> {
                if (declaration.role() == role && !variable.equals(OperatorEquations.TIME)) {
                    found.add(use.label() + "/" + variable);
                }
            });
        }
        return found;
    }

    private static String variableOf(final String operatorAndVariable) {
        return operatorAndVariable.substring(operatorAndVariable.lastIndexOf('/') + 1);
    }

    private String through() {
        return "the edge template '" + template.name() + "'";
    }
}
