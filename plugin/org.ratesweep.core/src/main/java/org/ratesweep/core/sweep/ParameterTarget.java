/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.ModelEdge;
import org.ratesweep.core.model.ModelVariable;
import org.ratesweep.core.model.UnitPath;
import org.ratesweep.core.model.VariableUnits;

/** What a column of the grid sets: the values of variables, or attributes of edges. */
public sealed interface ParameterTarget {

    /**
     * Variables of nodes: every one of them on every node that has it.
     *
     * @param variables variables as {@code operator/variable}, or units of them as {@code operator/variable[3]}
     * @param nodes paths of nodes, in which {@code all} may stand for any circuit or node
     */
    record NodeVariables(List<String> variables, List<String> nodes) implements ParameterTarget {
        public NodeVariables {
            variables = List.copyOf(variables);
            nodes = List.copyOf(nodes);
        }

        @Override
        public List<String> paths(final Model model) {
            final Set<String> paths = new LinkedHashSet<>();
            for (final String variable : variables) {
                requireMatch(nodes.stream().map(node -> node + "/" + variable).toList(), model);
            }
            for (final String node : nodes) {
                final List<String> patterns = variables.stream()
                        .map(variable -> node + "/" + variable)
                        .toList();
                requireMatch(patterns, model);
                for (final String pattern : patterns) {
                    model.select(pattern).forEach(units -> paths.add(sweepable(units, pattern)));
                }
            }
            return List.copyOf(paths);
        }

        /** A variable that only some of the nodes have is fine; one that none has, or a node that has none, is a mistake. */
        private static void requireMatch(final List<String> patterns, final Model model) {
            if (patterns.stream().allMatch(pattern -> model.select(pattern).isEmpty())) {
                patterns.forEach(model::selecting);
            }
        }
    }

    /**
     * Anything that has a path in the model, weights of edges included.
     *
     * @param patterns full paths, in which {@code all} may stand for any circuit or node
     */
    record Paths(List<String> patterns) implements ParameterTarget {
        public Paths {
            patterns = List.copyOf(patterns);
        }

        @Override
        public List<String> paths(final Model model) {
            return patterns.stream()
                    .flatMap(pattern -> model.selecting(pattern).stream().map(units -> sweepable(units, pattern)))
                    .distinct()
                    .toList();
        }
    }

    /**
     * Attributes of edges.
     *
     * @param attributes {@code weight}, {@code delay}, {@code spread}, or {@code operator/variable} for a variable of the
     *     edge's template
     * @param edges the edges
     */
    record EdgeAttributes(List<String> attributes, List<EdgeAddress> edges) implements ParameterTarget {
        public EdgeAttributes {
            attributes = List.copyOf(attributes);
            edges = List.copyOf(edges);
        }

        @Override
        public List<String> paths(final Model model) {
            final Set<String> paths = new LinkedHashSet<>();
            for (final EdgeAddress address : edges) {
                final ModelEdge edge = model.edge(address.source(), address.target(), address.index());
                for (final String attribute : attributes) {
                    final List<VariableUnits> found = model.select(edge.path(attribute));
                    if (found.isEmpty()) {
                        throw new InputException("the edge " + edge.name() + " has no attribute '" + attribute + "'"
                                + NearMatches.suggest(attribute, attributes(edge, model)));
                    }
                    found.forEach(units -> paths.add(sweepable(units, attribute)));
                }
            }
            return List.copyOf(paths);
        }

        private static List<String> attributes(final ModelEdge edge, final Model model) {
            final String prefix = edge.name() + "/";
            return model.variables().stream()
                    .map(ModelVariable::path)
                    .filter(path -> path.startsWith(prefix))
                    .map(path -> path.substring(prefix.length()))
                    .toList();
        }
    }

    /**
     * An edge, as the circuit defines it.
     *
     * @param source the full path of the variable that it reads
     * @param target the full path of the input that it feeds
     * @param index its number among the edges with this source and target, from 0
     */
    record EdgeAddress(String source, String target, int index) {}

    private static String sweepable(final VariableUnits units, final String pattern) {
        final ModelVariable variable = units.variable();
        final boolean isPart = !variable.path().equals(variable.declaredPath());
        final String part = variable.path().substring(variable.declaredPath().length());
        if (isPart && !UnitPath.of(pattern).variable().endsWith(part)) {
            throw new InputException(
                    "'" + variable.declaredPath() + "' is complex; its parts are swept one by one, as '" + pattern
                            + Model.REAL_PART + "' and '" + pattern + Model.IMAGINARY_PART + "'");
        }
        if (!variable.sweepable()) {
            throw new InputException(
                    "'" + variable.path() + "' cannot be swept: its value follows from " + variable.equation());
        }
        return units.path();
    }

    /**
     * Finds what is set.
     *
     * @param model the model
     * @return full paths of parameters and state variables, or of units of them, each once
     * @throws InputException if something is not found, with near matches, or cannot be swept
     */
    List<String> paths(Model model);
}
