/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.Function;
import org.ratesweep.core.template.CircuitTemplate;

/**
 * A system of ordinary differential equations with names: what a circuit template comes to when circuits, nodes, operators
 * and edges are dissolved.
 *
 * <p>At every instant the algebraic variables follow from the parameters, the state variables, the time and the signals, in
 * the order of {@link #algebraicVariables()}; then the derivatives of the state variables follow from all of them. Units are
 * those of the template; time is in its unit of time (s in the library unless a template says otherwise).
 */
public final class Model {
    /** What the path of a complex variable's real part ends with. */
    public static final String REAL_PART = ".real";

    /** What the path of a complex variable's imaginary part ends with. */
    public static final String IMAGINARY_PART = ".imag";

    /** The name under which expressions refer to the time. No path can be equal to it: paths have slashes. */
    public static final String TIME = "t";

    private final String name;
    private final Map<String, ModelVariable> variables;
    private final List<AlgebraicVariable> algebraic;
    private final List<ModelEdge> edges;
    private final List<Signal> signals;

    Model(
            final String name,
            final List<ModelVariable> variables,
            final List<ModelEdge> edges,
            final List<Signal> signals) {
        this.name = name;
        this.variables = new LinkedHashMap<>();
        variables.forEach(variable -> this.variables.put(variable.path(), variable));
        this.algebraic = DependencyOrder.of(only(AlgebraicVariable.class, variables));
        this.edges = List.copyOf(edges);
        this.signals = List.copyOf(signals);
    }

    /**
     * Flattens a circuit.
     *
     * @param circuit the template, with everything that it refers to loaded
     * @return the system
     * @throws InputException if an equation cannot be read or names an undeclared variable, an edge leads nowhere, variables
     *     need each other at the same instant, or the circuit uses what is not supported yet (delays, edge templates, vectors)
     */
    public static Model of(final CircuitTemplate circuit) {
        return Flattening.flatten(circuit);
    }

    /** Returns the name of the template. */
    public String name() {
        return name;
    }

    /** Returns all variables, in the order of the templates: nodes, their operators, their variables; then the weights. */
    public List<ModelVariable> variables() {
        return variables.values().stream()
                .filter(variable -> variable.kind() != VariableKind.AUXILIARY)
                .toList();
    }

    /** Returns the state variables, in the order of {@link #variables()}. */
    public List<StateVariable> stateVariables() {
        return only(StateVariable.class, variables.values());
    }

    /** Returns the parameters, in the order of {@link #variables()}. */
    public List<Parameter> parameters() {
        return only(Parameter.class, variables.values());
    }

    /** Returns the algebraic variables, each behind those that it needs. */
    public List<AlgebraicVariable> algebraicVariables() {
        return algebraic;
    }

    /** Returns the signals that the run must supply, in the order in which {@link #drivenBy} named their inputs. */
    public List<Signal> signals() {
        return signals;
    }

    /**
     * Returns the variable with a path.
     *
     * @param path the full path, without {@code all}
     * @return the variable, if there is one
     */
    public Optional<ModelVariable> variable(final String path) {
        return Optional.ofNullable(variables.get(path));
    }

    /**
     * Returns the variables that a path stands for.
     *
     * @param pattern a full path, in which {@code all} may stand for any circuit or node; the path of a complex variable
     *     stands for both of its parts
     * @return the variables, in the order of {@link #variables()}; none if nothing matches
     * @throws InputException if the text is no path
     */
    public List<ModelVariable> find(final String pattern) {
        final Optional<ModelVariable> exact = variable(pattern);
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        final PathPattern path = new PathPattern(pattern);
        if (path.isExact()) {
            return Stream.of(REAL_PART, IMAGINARY_PART)
                    .flatMap(part -> variable(pattern + part).stream())
                    .toList();
        }
        return variables.values().stream()
                .filter(variable -> variable.kind() != VariableKind.WEIGHT && variable.kind() != VariableKind.AUXILIARY)
                .filter(variable -> path.matches(variable.path()) || path.matches(variable.declaredPath()))
                .toList();
    }

    /**
     * Returns the variables that a path stands for, of which there must be some.
     *
     * @param pattern a full path, in which {@code all} may stand for any circuit or node
     * @return at least one variable, in the order of {@link #variables()}
     * @throws InputException if nothing matches, with the nearest paths
     */
    public List<ModelVariable> matching(final String pattern) {
        final List<ModelVariable> matches = find(pattern);
        if (matches.isEmpty()) {
            throw new InputException("no variable of " + name + " matches '" + pattern + "'"
                    + NearMatches.suggest(pattern, pathsWithoutWeights()));
        }
        return matches;
    }

    /**
     * Returns an edge.
     *
     * @param source the full path of the variable that it reads
     * @param target the full path of the input that it feeds
     * @param index its number among the edges with this source and target, from 0
     * @return the edge
     * @throws InputException if there is no such edge, with the nearest ones
     */
    public ModelEdge edge(final String source, final String target, final int index) {
        final List<ModelEdge> parallel = edges.stream()
                .filter(edge -> edge.source().equals(source) && edge.target().equals(target))
                .toList();
        if (parallel.isEmpty()) {
            throw new InputException("no edge of " + name + " leads from '" + source + "' to '" + target + "'"
                    + NearMatches.suggest(
                            source + " -> " + target,
                            edges.stream()
                                    .map(edge -> edge.source() + " -> " + edge.target())
                                    .toList()));
        }
        if (index < 0 || index >= parallel.size()) {
            throw new InputException("there is no edge number " + index + " from '" + source + "' to '" + target
                    + "'; they are counted from 0 and there are " + parallel.size());
        }
        return parallel.get(index);
    }

    /**
     * Returns the same system with signals that add to inputs.
     *
     * <p>The declared value of an input has no effect once a signal drives it.
     *
     * @param inputs full paths of inputs, each at most once
     * @return a new model, whose {@link #signals()} are in the order of the paths
     * @throws InputException if a path is no input or is named twice
     */
    public Model drivenBy(final Collection<String> inputs) {
        final Map<String, ModelVariable> driven = new LinkedHashMap<>(variables);
        final List<Signal> all = new ArrayList<>(signals);
        for (final String path : inputs) {
            final Signal signal = Signal.into(path);
            if (all.contains(signal)) {
                throw new InputException("the input '" + path + "' is driven by more than one signal");
            }
            all.add(signal);
            driven.put(path, driven(path, signal));
        }
        return new Model(name, List.copyOf(driven.values()), edges, all);
    }

    /** Tells whether an equation has {@code noise()}. */
    public boolean hasNoise() {
        return stateVariables().stream()
                        .anyMatch(variable -> variable.derivative().calls(Function.NOISE))
                || algebraic.stream().anyMatch(variable -> variable.expression().calls(Function.NOISE));
    }

    /**
     * Returns the same system with a signal of its own in the place of each {@code noise()}.
     *
     * <p>A term {@code noise(sigma)} becomes {@code sigma} times the last of the new {@link #signals()}; the numbers of the
     * signals follow the state variables, and in each equation the order in which it is written.
     *
     * @return a new model, whose equations call no noise
     * @throws InputException if noise is anything but a term of a derivative, times or divided by what is no noise
     */
    public Model withoutNoise() {
        final NoiseTerms terms = new NoiseTerms();
        final Map<String, ModelVariable> calm = new LinkedHashMap<>(variables);
        algebraic.forEach(NoiseTerms::refuseIn);
        stateVariables().forEach(variable -> calm.put(variable.path(), terms.without(variable)));
        final List<Signal> all = new ArrayList<>(signals);
        all.addAll(terms.signals());
        return new Model(name, List.copyOf(calm.values()), edges, all);
    }

    private AlgebraicVariable driven(final String path, final Signal signal) {
        final ModelVariable variable = variable(path)
                .orElseThrow(() -> new InputException(
                        "no variable of " + name + " is called '" + path + "'" + NearMatches.suggest(path, inputs())));
        if (variable.kind() != VariableKind.INPUT) {
            throw new InputException("'" + path + "' is no input but "
                    + variable.kind().withArticle() + "; signals can drive: " + String.join(", ", inputs()));
        }
        final Expression term = new Expression.Variable(signal.name());
        if (variable instanceof AlgebraicVariable fed) {
            return new AlgebraicVariable(
                    path,
                    VariableKind.INPUT,
                    fed.value(),
                    Expression.sum(List.of(fed.expression(), term)),
                    fed.equation() + " + signal");
        }
        return new AlgebraicVariable(path, VariableKind.INPUT, variable.value(), term, lastSegment(path) + " = signal");
    }

    private List<String> inputs() {
        return variables.values().stream()
                .filter(variable -> variable.kind() == VariableKind.INPUT)
                .map(ModelVariable::path)
                .toList();
    }

    private List<String> pathsWithoutWeights() {
        return variables().stream()
                .filter(variable -> variable.kind() != VariableKind.WEIGHT)
                .map(ModelVariable::path)
                .toList();
    }

    private static String lastSegment(final String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static <T extends ModelVariable> List<T> only(
            final Class<T> kind, final Collection<? extends ModelVariable> variables) {
        return variables.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
