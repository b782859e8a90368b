/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
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
 * the order of {@link #algebraicVariables()}; then the derivatives of the state variables follow from all of them. The values
 * that variables had some time ago, {@link #delayed()}, are leaves like the signals. Units are those of the template; time is in its unit of time (s in the library unless a template says otherwise).
 */
public final class Model {
    /** What the path of a complex variable's real part ends with. */
    public static final String REAL_PART = ".real";

    /** What the path of a complex variable's imaginary part ends with. */
    public static final String IMAGINARY_PART = ".imag";

    /** The name under which expressions refer to the time. No path can be equal to it: paths have slashes. */
    public static final String TIME = "t";

    private final CircuitTemplate circuit;
    private final Flattened flattened;
    private final Map<String, ModelVariable> variables;
    private final List<AlgebraicVariable> algebraic;
    private final List<Signal> signals;
    private final Optional<PreHistory> preHistory;

    private Model(
            final CircuitTemplate circuit,
            final Flattened flattened,
            final List<Signal> signals,
            final Optional<PreHistory> preHistory) {
        this.circuit = circuit;
        this.flattened = flattened;
        this.variables = new LinkedHashMap<>();
        flattened.variables().forEach(variable -> this.variables.put(variable.path(), variable));
        this.algebraic = DependencyOrder.of(only(AlgebraicVariable.class, flattened.variables()));
        this.signals = List.copyOf(signals);
        this.preHistory = preHistory;
    }

    /**
     * Flattens a circuit.
     *
     * @param circuit the template, with everything that it refers to loaded
     * @return the system
     * @throws InputException if an equation cannot be read or names an undeclared variable, an edge leads nowhere, an edge
     *     template leaves open what drives it, variables need each other at the same instant, a delay is not constant, or
     *     numbers of units do not fit
     */
    public static Model of(final CircuitTemplate circuit) {
        return of(circuit, Map.of());
    }

    private static Model of(final CircuitTemplate circuit, final Map<String, Double> values) {
        try {
            return new Model(circuit, Flattening.flatten(circuit, values), List.of(), Optional.empty());
        } catch (final InputException problem) {
            final String step = "circuit template '" + circuit.name() + "' (" + circuit.location() + ")";
            throw problem.chain().contains(step) ? problem : problem.within(step);
        }
    }

    /**
     * Returns the form that the equations take for some values of parameters: which signals are late, how many stages their
     * delays are spread over, and which elements of vectors are meant where constants say so. Two sets of values with the
     * same form have the same equations.
     *
     * @param values values that differ from this model's, by path
     * @return the form, to be compared with others of the same circuit
     * @throws InputException if a delay or spread is impossible, or the number of an element is not whole
     */
    public List<Integer> form(final Map<String, Double> values) {
        return flattened.form(changed(values));
    }

    private ToDoubleFunction<String> changed(final Map<String, Double> values) {
        return path -> {
            final Double value = values.get(path);
            return value == null ? variables.get(path).value() : value;
        };
    }

    /**
     * Returns a delay for some values of parameters.
     *
     * @param delayed one of {@link #delayed()}
     * @param values values that differ from this model's, by path
     * @return the delay, in the model's unit of time
     */
    public double delay(final DelayedVariable delayed, final Map<String, Double> values) {
        return delayed.delay().evaluate(changed(values));
    }

    /**
     * Returns the longest delay for some values of parameters.
     *
     * @param values values that differ from this model's, by path
     * @return the delay, in the model's unit of time; 0 if nothing is late
     */
    public double longestDelay(final Map<String, Double> values) {
        return flattened.lags().stream()
                .mapToDouble(lag -> lag.delay().evaluate(changed(values)))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /** Returns the form that the equations of this model have, see {@link #form(Map)}. */
    public List<Integer> form() {
        return flattened.forms();
    }

    /** Returns the paths of the parameters that {@link #form(Map)} depends on. */
    public Set<String> formative() {
        final Set<String> paths = new LinkedHashSet<>();
        for (final Lag lag : flattened.lags()) {
            paths.addAll(lag.delay().variables());
            lag.spread().ifPresent(spread -> paths.addAll(spread.variables()));
        }
        flattened.places().forEach(place -> paths.addAll(place.number().variables()));
        return Collections.unmodifiableSet(paths);
    }

    /**
     * Returns the system in the form that it takes for some values of parameters, driven by the same signals.
     *
     * @param values values of parameters of {@link #formative()}, by path
     * @return a new model
     * @throws InputException as {@link #of}, or if a delay or spread is impossible
     */
    public Model inForm(final Map<String, Double> values) {
        final Model driven = of(circuit, values)
                .driven(signals.stream().filter(signal -> !signal.isNoise()).toList());
        final Model changed = signals.stream().anyMatch(Signal::isNoise) ? driven.withoutNoise() : driven;
        return preHistory.map(changed::withPreHistory).orElse(changed);
    }

    /** Returns the name of the template. */
    public String name() {
        return circuit.name();
    }

    /** Returns all variables, in the order of the templates: nodes, their operators, their variables; then the edges. */
    public List<ModelVariable> variables() {
        return variables.values().stream()
                .filter(variable -> variable.kind() != VariableKind.AUXILIARY)
                .toList();
    }

    /** Returns the state variables, in the order of {@link #variables()}. */
    public List<StateVariable> stateVariables() {
        return only(StateVariable.class, variables.values());
    }

    /** Returns the units of the state variables, variable by variable: the system's state as a vector. */
    public List<VariableUnit> stateUnits() {
        return stateVariables().stream().flatMap(VariableUnit::of).toList();
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

    /** Returns what all delayed variables were before the run, if {@link #withPreHistory} chose it. */
    public Optional<PreHistory> preHistory() {
        return preHistory;
    }

    /** Returns the values from the past that the run must supply. */
    public List<DelayedVariable> delayed() {
        return flattened.delayed();
    }

    /** Returns what the templates say that may not be what was meant, a sentence each. */
    public List<String> warnings() {
        return flattened.warnings();
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
        final List<ModelVariable> parts = Stream.of(REAL_PART, IMAGINARY_PART)
                .flatMap(part -> variable(pattern + part).stream())
                .toList();
        if (!parts.isEmpty()) {
            return parts;
        }
        final PathPattern path = new PathPattern(pattern);
        return variables.values().stream()
                .filter(variable -> variable.kind() != VariableKind.AUXILIARY)
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
            throw new InputException("no variable of " + name() + " matches '" + pattern + "'"
                    + NearMatches.suggest(pattern, near(pattern)));
        }
        return matches;
    }

    /**
     * Returns what a path stands for.
     *
     * @param pattern a path as of {@link #find}; behind it there may be the number of a unit, as in {@code p/op/x[3]}
     * @return the variables with all their units, or the unit of that number of each of them; none if nothing matches
     * @throws InputException if the text is no path, or one of the variables has no unit of that number
     */
    public List<VariableUnits> select(final String pattern) {
        final UnitPath path = UnitPath.of(pattern);
        return find(path.variable()).stream()
                .map(variable -> VariableUnits.of(variable, path.unit()))
                .toList();
    }

    /**
     * Returns what a path stands for, which must be something.
     *
     * @param pattern a path as of {@link #select}
     * @return at least one variable or unit
     * @throws InputException as {@link #select}, or if nothing matches, with the nearest paths
     */
    public List<VariableUnits> selecting(final String pattern) {
        final List<VariableUnits> selected = select(pattern);
        if (selected.isEmpty()) {
            matching(UnitPath.of(pattern).variable());
        }
        return selected;
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
        final List<ModelEdge> parallel = flattened.edges().stream()
                .filter(edge -> edge.source().equals(source) && edge.target().equals(target))
                .toList();
        if (parallel.isEmpty()) {
            throw new InputException("no edge of " + name() + " leads from '" + source + "' to '" + target + "'"
                    + NearMatches.suggest(
                            source + " -> " + target,
                            flattened.edges().stream()
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
        return driven(inputs.stream().map(path -> Signal.into(path, 1)).toList());
    }

    /**
     * Returns the same system with signals that add to the units of inputs, each of its own.
     *
     * @param inputs full paths of inputs, each at most once
     * @return a new model, whose {@link #signals()} have as many units as the inputs
     * @throws InputException as {@link #drivenBy}
     */
    public Model drivenByUnits(final Collection<String> inputs) {
        return driven(inputs.stream()
                .map(path -> Signal.into(
                        path, variable(path).map(ModelVariable::extent).orElse(1)))
                .toList());
    }

    private Model driven(final List<Signal> more) {
        final Map<String, ModelVariable> driven = new LinkedHashMap<>(variables);
        final List<Signal> all = new ArrayList<>(signals);
        final Set<String> targets = signals.stream().map(Signal::target).collect(Collectors.toSet());
        for (final Signal signal : more) {
            if (!targets.add(signal.target())) {
                throw new InputException("the input '" + signal.target() + "' is driven by more than one signal");
            }
            all.add(signal);
            driven.put(signal.target(), driven(signal.target(), signal));
        }
        return new Model(circuit, flattened.with(List.copyOf(driven.values())), all, preHistory);
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
        return new Model(circuit, flattened.with(List.copyOf(calm.values())), all, preHistory);
    }

    /**
     * Returns the same system with one pre-history for all delayed variables.
     *
     * @param choice what they were before the run begins
     * @return a new model
     */
    public Model withPreHistory(final PreHistory choice) {
        return new Model(circuit, flattened.withPreHistory(choice), signals, Optional.of(choice));
    }

    /**
     * Returns the same system with nodes that are alike as the units of one, so that loops go over them.
     *
     * @param varied the paths of what differs between parameter sets, or of units of it
     */
    public StackedModel stacked(final Set<String> varied) {
        final StackedVariables stacked = Stacking.of(variables, varied);
        return stacked.units().isEmpty()
                ? new StackedModel(this, Map.of())
                : new StackedModel(
                        new Model(circuit, flattened.with(stacked.variables()), signals, preHistory), stacked.units());
    }

    private AlgebraicVariable driven(final String path, final Signal signal) {
        final ModelVariable variable = variable(path)
                .orElseThrow(() -> new InputException("no variable of " + name() + " is called '" + path + "'"
                        + NearMatches.suggest(path, inputs())));
        if (variable.kind() != VariableKind.INPUT) {
            throw new InputException("'" + path + "' is no input but "
                    + variable.kind().withArticle() + "; signals can drive: " + String.join(", ", inputs()));
        }
        if (formative().contains(path)) {
            throw new InputException(
                    "no signal can drive '" + path + "': a delay depends on it, which must be constant");
        }
        final Expression term = new Expression.Variable(signal.name());
        if (variable instanceof AlgebraicVariable fed) {
            return new AlgebraicVariable(
                    path,
                    VariableKind.INPUT,
                    fed.values(),
                    Expression.sum(List.of(fed.expression(), term)),
                    fed.equation() + " + signal");
        }
        return new AlgebraicVariable(
                path, VariableKind.INPUT, variable.values(), term, lastSegment(path) + " = signal");
    }

    private List<String> inputs() {
        return variables.values().stream()
                .filter(variable -> variable.kind() == VariableKind.INPUT)
                .map(ModelVariable::path)
                .toList();
    }

    /** Paths of edges are long: they are near only to what looks like one. */
    private List<String> near(final String pattern) {
        return variables().stream()
                .filter(variable -> variable.ofEdge() == pattern.contains(ModelEdge.ARROW))
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
