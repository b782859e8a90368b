/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
import org.ratesweep.core.error.SourceLocation;
import org.ratesweep.core.expression.Constants;
import org.ratesweep.core.expression.Equation;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.Operator;
import org.ratesweep.core.expression.PastValue;
import org.ratesweep.core.template.CircuitTemplate;
import org.ratesweep.core.template.Edge;
import org.ratesweep.core.template.NodeTemplate;
import org.ratesweep.core.template.OperatorTemplate;
import org.ratesweep.core.template.OperatorUse;
import org.ratesweep.core.template.Role;
import org.ratesweep.core.template.Value;
import org.ratesweep.core.template.ValueType;
import org.ratesweep.core.template.VariableDeclaration;

/**
 * Dissolves circuits, nodes, operators and edges into variables with full paths.
 *
 * <p>Two walks over the circuit: the first declares every variable and finds what feeds which input, the second writes the
 * expressions, when all names are known. The operators of an edge are declared like those of a node, under the name of the
 * edge.
 */
final class Flattening {
    /** Circuits that contain the same one many times over, level upon level, are written in a few lines. */
    private static final int MOST_VARIABLES = 5_000_000;

    private final Map<String, Double> values;
    private final IdentityHashMap<OperatorTemplate, OperatorEquations> operators = new IdentityHashMap<>();
    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private final Map<String, List<Source>> sources = new HashMap<>();
    private final List<ModelEdge> edges = new ArrayList<>();
    private final List<ModelVariable> ofEdges = new ArrayList<>();
    private final Map<String, Integer> parallel = new HashMap<>();
    private final Map<String, DelayedVariable> delayed = new LinkedHashMap<>();
    private final Map<String, String> signalOfStage = new LinkedHashMap<>();
    private final List<Lag> lags = new ArrayList<>();
    private final List<Integer> forms = new ArrayList<>();

    /** A variable of one operator in one node or edge. */
    private record Declared(
            String path,
            String prefix,
            VariableDeclaration declaration,
            Value value,
            OperatorEquations operator,
            String name) {}

    /** What feeds an input: another variable, directly or scaled by a weight. */
    private record Source(Expression term, String words) {}

    private Flattening(final Map<String, Double> values) {
        this.values = values;
    }

    /**
     * Dissolves a circuit.
     *
     * @param circuit the circuit
     * @param values values of parameters that differ from those in the templates; delays and spreads among them decide over
     *     the form of the equations
     */
    static Flattened flatten(final CircuitTemplate circuit, final Map<String, Double> values) {
        final Flattening flattening = new Flattening(values);
        try {
            flattening.declare(circuit, "");
            flattening.connect(circuit, "");
            return flattening.flattened();
        } catch (final InputException problem) {
            throw problem.within("circuit template '" + circuit.name() + "' (" + circuit.location() + ")");
        }
    }

    private void declare(final CircuitTemplate circuit, final String prefix) {
        for (final Map.Entry<String, NodeTemplate> node : circuit.nodes().entrySet()) {
            declare(node.getValue().operators(), prefix + node.getKey() + "/", Map.of());
        }
        circuit.circuits().forEach((label, inner) -> declare(inner, prefix + label + "/"));
    }

    /** Declares the variables of some operators and joins outputs to inputs of the same name. */
    private void declare(
            final List<OperatorUse> uses,
            final String prefix,
            final Map<String, Value> overridesByOperatorAndVariable) {
        if (declared.size() > MOST_VARIABLES) {
            throw new InputException("the circuit has more than " + MOST_VARIABLES + " variables");
        }
        final Map<String, List<String>> outputs = new HashMap<>();
        for (final OperatorUse use : uses) {
            final OperatorEquations operator = operators.get(use.operator());
            final OperatorEquations equations = operator == null ? OperatorEquations.of(use.operator()) : operator;
            operators.put(use.operator(), equations);
            use.operator().variables().forEach((name, declaration) -> {
                if (!name.equals(OperatorEquations.TIME)) {
                    final String local = use.label() + "/" + name;
                    final String path = prefix + local;
                    final Value override = overridesByOperatorAndVariable.getOrDefault(
                            local, use.overrides().getOrDefault(name, declaration.value()));
                    declared.put(
                            path,
                            new Declared(
                                    path,
                                    prefix + use.label() + "/",
                                    declaration,
                                    checked(path, declaration, override),
                                    equations,
                                    name));
                    if (declaration.role() == Role.OUTPUT) {
                        outputs.computeIfAbsent(name, any -> new ArrayList<>()).add(path);
                    }
                }
            });
        }
        for (final OperatorUse use : uses) {
            use.operator().variables().forEach((name, declaration) -> {
                if (declaration.role() == Role.INPUT) {
                    final String input = prefix + use.label() + "/" + name;
                    for (final String output : outputs.getOrDefault(name, List.of())) {
                        feed(input, new Source(new Expression.Variable(output), output));
                    }
                }
            });
        }
    }

    private static Value checked(final String path, final VariableDeclaration declaration, final Value value) {
        if (declaration.type() == ValueType.REAL && value.imaginary() != 0) {
            throw new InputException("the value of '" + path
                    + "' is complex, but the variable is declared as a real one; declare it as complex, as in input(complex) "
                    + "or variable(0.0+0.0j)");
        }
        return value;
    }

    private void feed(final String input, final Source source) {
        sources.computeIfAbsent(input, any -> new ArrayList<>()).add(source);
    }

    private void connect(final CircuitTemplate circuit, final String prefix) {
        circuit.circuits().forEach((label, inner) -> connect(inner, prefix + label + "/"));
        for (final Edge edge : circuit.edges()) {
            try {
                connect(edge, prefix);
            } catch (final InputException problem) {
                throw problem.location().isPresent() || !problem.chain().isEmpty()
                        ? problem
                        : InputException.at(edge.location(), problem.problem());
            }
        }
    }

    private void connect(final Edge edge, final String prefix) {
        final String source = variable("the source", prefix, edge.source());
        final String target = variable("the target", prefix, edge.target());
        final Declared fed = declared.get(target);
        if (fed.declaration().role() != Role.INPUT) {
            throw new InputException("the target '" + edge.target()
                    + "' of an edge is no input; the inputs of its operator are: " + inputsBeside(fed));
        }
        final int index = parallel.merge(source + " " + target, 1, Integer::sum) - 1;
        final String name = ModelEdge.nameOf(source, target, index);
        final Parameter weight = attribute(name, ModelEdge.WEIGHT, VariableKind.WEIGHT, edge.weight());
        edges.add(new ModelEdge(source, target, index, edge.template().map(template -> template.name()), weight));
        final String signal = edge.template()
                .map(template -> {
                    final EdgeOperators passed = new EdgeOperators(template, edge);
                    declare(template.operators(), name + "/", edge.parameters());
                    passed.bindings().forEach((input, bound) -> {
                        final String path = bound.equals(Edge.SOURCE_KEYWORD)
                                ? source
                                : variable("the source of '" + input + "'", prefix, bound);
                        feed(name + "/" + input, new Source(new Expression.Variable(path), path));
                    });
                    return name + "/" + passed.terminal();
                })
                .orElse(source);
        final String late = late(edge, name, signal);
        feed(
                target,
                new Source(
                        new Expression.Binary(
                                Operator.MULTIPLY,
                                new Expression.Variable(weight.path()),
                                new Expression.Variable(late)),
                        weight.value() == 1 ? late : weight.value() + "*" + late));
    }

    private Parameter attribute(
            final String edge, final String attribute, final VariableKind kind, final double value) {
        final Parameter parameter = new Parameter(edge + "/" + attribute, kind, value);
        ofEdges.add(parameter);
        return parameter;
    }

    /** Adds what makes the signal of an edge late, and returns the name of the late signal. */
    private String late(final Edge edge, final String name, final String signal) {
        final Parameter delay = attribute(
                name, ModelEdge.DELAY, VariableKind.DELAY, edge.delay().orElse(0));
        final Parameter spread = attribute(
                name, ModelEdge.SPREAD, VariableKind.SPREAD, edge.spread().orElse(0));
        final Expression time = new Expression.Variable(delay.path());
        final int stages = form(
                new Lag("the edge " + name, time, Optional.of(new Expression.Variable(spread.path()))),
                path -> value(path.equals(delay.path()) ? delay : spread));
        if (stages == Lag.NONE) {
            return signal;
        }
        return stages == Lag.DISCRETE
                ? delayed(DelayedVariable.of(signal, time, 1, PreHistory.ZERO))
                : chain(name, signal, time, stages);
    }

    private int form(final Lag lag, final ToDoubleFunction<String> parameters) {
        final int stages = lag.stages(parameters);
        lags.add(lag);
        forms.add(stages);
        return stages;
    }

    private double value(final Parameter parameter) {
        return values.getOrDefault(parameter.path(), parameter.value());
    }

    private String delayed(final DelayedVariable variable) {
        delayed.put(variable.name(), variable);
        return variable.name();
    }

    /** Adds stages z of the same rate, each following the one before, and returns the last one. */
    private String chain(final String edge, final String signal, final Expression delay, final int stages) {
        final Expression rate = new Expression.Binary(Operator.DIVIDE, new Expression.Constant(stages), delay);
        String before = signal;
        for (int i = 1; i <= stages; i++) {
            final String stage = edge + "/stage" + i;
            final Expression difference = new Expression.Binary(
                    Operator.SUBTRACT, new Expression.Variable(before), new Expression.Variable(stage));
            ofEdges.add(new StateVariable(
                    stage,
                    UnitValues.of(0),
                    new Expression.Binary(Operator.MULTIPLY, rate, difference),
                    "stage" + i + "' = " + stages + "/delay*(" + (i == 1 ? signal : "stage" + (i - 1)) + " - stage" + i
                            + ")"));
            signalOfStage.put(stage, signal);
            before = stage;
        }
        return before;
    }

    private String variable(final String subject, final String prefix, final String written) {
        final String path = prefix + written;
        if (!declared.containsKey(path)) {
            final List<String> here = declared.keySet().stream()
                    .filter(known -> known.startsWith(prefix) && !known.contains(ModelEdge.ARROW))
                    .map(known -> known.substring(prefix.length()))
                    .toList();
            throw new InputException(
                    subject + " '" + written + "' of an edge does not exist" + NearMatches.suggest(written, here));
        }
        return path;
    }

    private String inputsBeside(final Declared variable) {
        final String inputs = declared.values().stream()
                .filter(other -> other.prefix().equals(variable.prefix()))
                .filter(other -> other.declaration().role() == Role.INPUT)
                .map(Declared::name)
                .collect(Collectors.joining(", "));
        return inputs.isEmpty() ? "none" : inputs;
    }

    private Flattened flattened() {
        final List<ModelVariable> variables = new ArrayList<>();
        declared.values().forEach(variable -> variables.add(modelVariable(variable)));
        variables.addAll(ofEdges);
        final Set<String> warnings = new LinkedHashSet<>();
        declared.values().forEach(variable -> variable.declaration().warning().ifPresent(warnings::add));
        final Map<String, Value> complex = complex();
        final List<DelayedVariable> past = delayed.values().stream()
                .flatMap(variable -> complex.containsKey(variable.source())
                        ? Stream.of(variable.part(Model.REAL_PART), variable.part(Model.IMAGINARY_PART))
                        : Stream.of(variable))
                .toList();
        return new Flattened(
                ComplexParts.of(variables, complex, this::location), edges, past, lags, forms, List.copyOf(warnings));
    }

    /** What is complex, with the values of those that have some: variables, the stages of their delays and their pasts. */
    private Map<String, Value> complex() {
        final Map<String, Value> complex = new HashMap<>();
        declared.forEach((path, variable) -> {
            if (variable.declaration().type() == ValueType.COMPLEX) {
                complex.put(path, variable.value());
            }
        });
        signalOfStage.forEach((stage, signal) -> {
            if (complex.containsKey(signal)) {
                complex.put(stage, Value.ZERO);
            }
        });
        delayed.values().forEach(variable -> {
            if (complex.containsKey(variable.source())) {
                complex.put(variable.name(), Value.ZERO);
            }
        });
        return complex;
    }

    private Optional<SourceLocation> location(final String path) {
        return Optional.ofNullable(declared.get(path))
                .map(variable -> variable.declaration().location());
    }

    private ModelVariable modelVariable(final Declared variable) {
        final Equation equation = variable.operator().equations().get(variable.name());
        if (equation != null) {
            final Expression right = equation.right().substitute(local -> global(variable, equation, local));
            return equation.kind() == Equation.Kind.DERIVATIVE
                    ? new StateVariable(
                            variable.path(), UnitValues.of(variable.value().real()), right, equation.text())
                    : new AlgebraicVariable(
                            variable.path(),
                            VariableKind.ALGEBRAIC,
                            UnitValues.of(variable.value().real()),
                            right,
                            equation.text());
        }
        final List<Source> fed = sources.getOrDefault(variable.path(), List.of());
        if (!fed.isEmpty()) {
            return new AlgebraicVariable(
                    variable.path(),
                    VariableKind.INPUT,
                    UnitValues.of(variable.value().real()),
                    Expression.sum(fed.stream().map(Source::term).toList()),
                    variable.name() + " = " + fed.stream().map(Source::words).collect(Collectors.joining(" + ")));
        }
        return parameter(variable);
    }

    private static Parameter parameter(final Declared variable) {
        return new Parameter(
                variable.path(),
                variable.declaration().role() == Role.INPUT ? VariableKind.INPUT : VariableKind.CONSTANT,
                variable.value().real());
    }

    private Expression global(final Declared context, final Equation equation, final String local) {
        final PastValue past = equation.past().get(local);
        return past == null ? global(context, local) : earlier(context, equation, past);
    }

    private static Expression global(final Declared context, final String local) {
        if (local.equals(OperatorEquations.TIME)) {
            return new Expression.Variable(Model.TIME);
        }
        if (context.operator().template().variables().containsKey(local)) {
            return new Expression.Variable(context.prefix() + local);
        }
        return local.equals(Constants.IMAGINARY_UNIT)
                ? new Expression.Variable(local)
                : new Expression.Constant(Constants.VALUES.get(local));
    }

    private Expression earlier(final Declared context, final Equation equation, final PastValue past) {
        final String words = "'" + past.variable() + "' in the equation " + equation.text() + " of " + context.prefix();
        final Expression delay = past.delay().substitute(local -> global(context, local));
        for (final String path : delay.variables()) {
            if (!isConstant(path)) {
                throw InputException.at(
                        context.operator().template().location(),
                        "the delay of " + words + " depends on '" + path
                                + "', which is no real constant; a delay must follow from those alone");
            }
        }
        if (!(global(context, past.variable()) instanceof Expression.Variable variable)
                || variable.name().equals(Model.TIME)) {
            throw InputException.at(
                    context.operator().template().location(),
                    "the past of " + words + " is not known: it is no variable of the operator");
        }
        final int stages = form(new Lag(words, delay, Optional.empty()), path -> value(parameter(declared.get(path))));
        return stages == Lag.NONE
                ? variable
                : new Expression.Variable(delayed(DelayedVariable.of(variable.name(), delay, 1, PreHistory.INITIAL)));
    }

    private boolean isConstant(final String path) {
        final Declared variable = declared.get(path);
        return variable != null
                && variable.declaration().type() == ValueType.REAL
                && !variable.operator().equations().containsKey(variable.name())
                && !sources.containsKey(path);
    }
}
