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
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.error.SourceLocation;
import org.ratesweep.core.expression.Constants;
import org.ratesweep.core.expression.Equation;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.LinearMap;
import org.ratesweep.core.expression.Operator;
import org.ratesweep.core.expression.PastValue;
import org.ratesweep.core.expression.UnitSelection;
import org.ratesweep.core.template.CircuitTemplate;
import org.ratesweep.core.template.Connection;
import org.ratesweep.core.template.Edge;
import org.ratesweep.core.template.EdgeTemplate;
import org.ratesweep.core.template.NodeTemplate;
import org.ratesweep.core.template.OperatorTemplate;
import org.ratesweep.core.template.OperatorUse;
import org.ratesweep.core.template.Role;
import org.ratesweep.core.template.Value;
import org.ratesweep.core.template.ValueType;
import org.ratesweep.core.template.VariableDeclaration;
import org.ratesweep.core.template.Weights;

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

    private static final int MOST_UNITS = 1 << 26;
    private static final String SOURCE_NODE = Edge.SOURCE_KEYWORD + "/";
    private static final String TARGET_NODE = "target/";
    /** The copies of an operator outside of populations, whose variables may be vectors. */
    private static final int SINGLE = 0;

    private final Map<String, Double> values;
    private final IdentityHashMap<OperatorTemplate, OperatorEquations> operators = new IdentityHashMap<>();
    private final Map<String, Declared> declared = new LinkedHashMap<>();
    /** Of all names that have more than one unit. */
    private final Map<String, Integer> extents = new HashMap<>();

    private final Map<String, LinearMap.Dense> matrices = new HashMap<>();
    private final Map<String, List<Source>> sources = new HashMap<>();
    private final List<ModelEdge> edges = new ArrayList<>();
    private final List<ModelVariable> ofEdges = new ArrayList<>();
    private final Map<String, Integer> parallel = new HashMap<>();
    private final Map<String, DelayedVariable> delayed = new LinkedHashMap<>();
    /** What carries a signal on, by its name: it is complex if the signal is. */
    private final Map<String, String> carried = new LinkedHashMap<>();

    /** The parts of vectors whose elements have equations of their own, by the vectors' paths. */
    private final Map<String, List<ElementPart>> elements = new LinkedHashMap<>();

    private final List<ModelVariable> ofElements = new ArrayList<>();
    private final List<Lag> lags = new ArrayList<>();
    private final List<Integer> stages = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private long units;

    /**
     * A variable of one operator in one node, population or edge.
     *
     * @param values one for all units, or one for each
     * @param extent the number of units
     * @param copies the number of copies that there are of the operator: {@link #SINGLE}, or those of a population
     */
    private record Declared(
            String path,
            String prefix,
            VariableDeclaration declaration,
            List<Value> values,
            int extent,
            int copies,
            OperatorEquations operator,
            String name) {
        UnitValues real() {
            return units(Value::real);
        }

        UnitValues imaginary() {
            return units(Value::imaginary);
        }

        private UnitValues units(final ToDoubleFunction<Value> part) {
            return values.size() == 1
                    ? UnitValues.same(extent, part.applyAsDouble(values.get(0)))
                    : UnitValues.each(values.stream().mapToDouble(part).toArray());
        }
    }

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
            declare(node.getValue().operators(), prefix + node.getKey() + "/", SINGLE, Map.of());
        }
        circuit.populations()
                .forEach((label, population) -> declare(
                        population.node().operators(),
                        prefix + label + "/",
                        population.size(),
                        population.parameters()));
        circuit.circuits().forEach((label, inner) -> declare(inner, prefix + label + "/"));
    }

    /** Declares the variables of some operators and joins outputs to inputs of the same name. */
    private void declare(
            final List<OperatorUse> uses,
            final String prefix,
            final int copies,
            final Map<String, List<Value>> overridesByOperatorAndVariable) {
        if (declared.size() > MOST_VARIABLES) {
            throw new InputException("the circuit has more than " + MOST_VARIABLES + " variables");
        }
        final Map<String, List<String>> outputs = new HashMap<>();
        for (final OperatorUse use : uses) {
            final OperatorEquations operator = operators.get(use.operator());
            final OperatorEquations equations = operator == null ? OperatorEquations.of(use.operator()) : operator;
            operators.put(use.operator(), equations);
            use.operator().variables().forEach((name, declaration) -> {
                final String local = use.label() + "/" + name;
                final String path = prefix + local;
                if (declaration.isMatrix()) {
                    requireNoOverride(path, use.overrides().containsKey(name));
                    matrices.put(path, matrix(declaration));
                } else if (!name.equals(OperatorEquations.TIME)) {
                    final Value override = use.overrides().get(name);
                    final List<Value> own = override == null ? declaredValues(declaration) : List.of(override);
                    declare(new Declared(
                            path,
                            prefix + use.label() + "/",
                            declaration,
                            overridesByOperatorAndVariable.getOrDefault(local, own),
                            Math.max(1, copies) * declaration.extent(),
                            copies,
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

    private void declare(final Declared variable) {
        final VariableDeclaration declaration = variable.declaration();
        if (variable.copies() != SINGLE && declaration.length() > 0) {
            throw new InputException("'" + variable.path() + "' is a vector, but its operator has " + variable.copies()
                    + " units, which have no units themselves");
        }
        final boolean complex = variable.values().stream().anyMatch(value -> value.imaginary() != 0);
        if (declaration.type() == ValueType.REAL && complex) {
            throw new InputException("the value of '" + variable.path()
                    + "' is complex, but the variable is declared as a real one; declare it as complex, as in input(complex) "
                    + "or variable(0.0+0.0j)");
        }
        declared.put(variable.path(), variable);
        extend(variable.path(), variable.extent());
    }

    /** Notes how many units a name has. */
    private void extend(final String name, final int extent) {
        if (extent > 1) {
            extents.put(name, extent);
            units += extent;
            if (units > MOST_UNITS) {
                throw new InputException("the populations, vectors and connections have more than " + MOST_UNITS
                        + " units of variables together");
            }
        }
    }

    private int extent(final String name) {
        return extents.getOrDefault(name, 1);
    }

    private static List<Value> declaredValues(final VariableDeclaration declaration) {
        return declaration.elements().isEmpty() ? List.of(declaration.value()) : declaration.elements();
    }

    private static void requireNoOverride(final String path, final boolean overridden) {
        if (overridden) {
            throw new InputException("'" + path + "' is a matrix, which a number cannot override");
        }
    }

    private static LinearMap.Dense matrix(final VariableDeclaration declaration) {
        final double[] elements = new double[declaration.extent()];
        final List<Value> values = declaredValues(declaration);
        for (int i = 0; i < elements.length; i++) {
            elements[i] = values.get(values.size() == 1 ? 0 : i).real();
        }
        return new LinearMap.Dense(declaration.length(), declaration.columns(), elements);
    }

    private void feed(final String input, final Source source) {
        sources.computeIfAbsent(input, any -> new ArrayList<>()).add(source);
    }

    private void connect(final CircuitTemplate circuit, final String prefix) {
        circuit.circuits().forEach((label, inner) -> connect(inner, prefix + label + "/"));
        circuit.edges().forEach(edge -> located(edge, () -> connect(edge, prefix)));
        circuit.connections().forEach(connection -> located(connection.edge(), () -> connect(connection, prefix)));
    }

    private static void located(final Edge edge, final Runnable step) {
        try {
            step.run();
        } catch (final InputException problem) {
            throw problem.location().isPresent() || !problem.chain().isEmpty()
                    ? problem
                    : InputException.at(edge.location(), problem.problem());
        }
    }

    /** An edge or connection whose ends are found. */
    private record Joined(Edge edge, String prefix, String source, String target, String name, Parameter weight) {}

    private Joined joined(final Edge edge, final String prefix) {
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
        return new Joined(edge, prefix, source, target, name, weight);
    }

    private void connect(final Edge edge, final String prefix) {
        final Joined joined = joined(edge, prefix);
        final int units = extent(joined.target());
        if (extent(joined.source()) != 1 && extent(joined.source()) != units) {
            throw new InputException("the edge leads from '" + edge.source() + "' with " + extent(joined.source())
                    + " units to '" + edge.target() + "' with " + units
                    + "; an edge joins units one to one. Write it under 'connections', which join every unit with every"
                    + " other, or as a matrix of weights says");
        }
        final String signal = edge.template()
                .map(template -> through(
                        template, joined, units == 1 ? SINGLE : units, (input, path) -> bound(joined, input, path)))
                .orElse(joined.source());
        final Expression late = late(joined, new Expression.Variable(signal), extent(signal), signal);
        feed(joined, late, late.toString());
    }

    private void connect(final Connection connection, final String prefix) {
        final Joined joined = joined(connection.edge(), prefix);
        final Pairs pairs = Pairs.of(connection.weights(), extent(joined.target()), extent(joined.source()));
        final Optional<String> output = connection
                .edge()
                .template()
                .map(template ->
                        through(template, joined, pairs.count(), (input, path) -> bound(joined, input, path, pairs)));
        final String signal = output.orElse(joined.source());
        final Expression sums = output.map(name -> pairs.sumsOfPairs(new Expression.Variable(name)))
                .orElseGet(() -> pairs.sumsOfSources(new Expression.Variable(joined.source())));
        final int extent = output.isPresent() ? extent(joined.target()) : pairs.extentOfSums();
        final Expression late = late(joined, sums, extent, signal);
        feed(joined, late, connection.weights() instanceof Weights.Same ? "sum(" + signal + ")" : "matrix*" + signal);
    }

    private void feed(final Joined joined, final Expression signal, final String words) {
        final Parameter weight = joined.weight();
        feed(
                joined.target(),
                new Source(
                        new Expression.Binary(Operator.MULTIPLY, new Expression.Variable(weight.path()), signal),
                        weight.value() == 1 ? words : weight.value() + "*" + words));
    }

    /** Declares the operators that a signal passes, and returns the name of their output. */
    private String through(
            final EdgeTemplate template,
            final Joined joined,
            final int copies,
            final BiFunction<String, String, Expression> bound) {
        final EdgeOperators passed = new EdgeOperators(template, joined.edge());
        final Map<String, List<Value>> parameters = new HashMap<>();
        joined.edge().parameters().forEach((variable, value) -> parameters.put(variable, List.of(value)));
        declare(template.operators(), joined.name() + "/", copies, parameters);
        passed.bindings().forEach((input, path) -> feed(joined.name() + "/" + input, source(bound.apply(input, path))));
        return joined.name() + "/" + passed.terminal();
    }

    private static Source source(final Expression expression) {
        return new Source(expression, String.join(", ", expression.variables()));
    }

    /** What drives an input of an edge's operators: the edge's source, or another variable. */
    private Expression bound(final Joined joined, final String input, final String written) {
        return new Expression.Variable(
                written.equals(Edge.SOURCE_KEYWORD)
                        ? joined.source()
                        : variable("the source of '" + input + "'", joined.prefix(), written));
    }

    /**
     * What drives an input of the operators between pairs of units: of a variable of the source's node the source unit of each
     * pair, of one of the target's node the target unit.
     */
    private Expression bound(final Joined joined, final String input, final String written, final Pairs pairs) {
        if (written.equals(Edge.SOURCE_KEYWORD)) {
            return ofPairs(joined.source(), pairs.ofSources());
        }
        if (written.startsWith(SOURCE_NODE)) {
            return ofPairs(
                    beside(joined.source(), written, written.substring(SOURCE_NODE.length())), pairs.ofSources());
        }
        if (written.startsWith(TARGET_NODE)) {
            return ofPairs(
                    beside(joined.target(), written, written.substring(TARGET_NODE.length())), pairs.ofTargets());
        }
        final String path = variable("the source of '" + input + "'", joined.prefix(), written);
        final boolean ofTarget = node(path).equals(node(joined.target())) && extent(path) == extent(joined.target());
        final boolean ofSource = node(path).equals(node(joined.source())) && extent(path) == extent(joined.source());
        if (extent(path) == 1 || ofTarget) {
            return ofPairs(path, pairs.ofTargets());
        }
        if (!ofSource) {
            throw new InputException(
                    "'" + written + "' has " + extent(path) + " units that belong neither to the source '"
                            + joined.source() + "' nor to the target '" + joined.target()
                            + "', so that a pair of units has none of them");
        }
        return ofPairs(path, pairs.ofSources());
    }

    private Expression ofPairs(final String path, final UnitSelection selection) {
        final Expression variable = new Expression.Variable(path);
        if (extent(path) == 1) {
            return variable;
        }
        if (selection.highest() >= extent(path)) {
            throw new InputException("'" + path + "' has " + extent(path) + " units, too few for the connection");
        }
        return new Expression.Units(variable, selection);
    }

    private String beside(final String end, final String written, final String operatorAndVariable) {
        final String path = node(end) + operatorAndVariable;
        if (!declared.containsKey(path)) {
            final List<String> known = declared.keySet().stream()
                    .filter(other -> other.startsWith(node(end)))
                    .map(other -> written.substring(0, written.indexOf('/') + 1)
                            + other.substring(node(end).length()))
                    .toList();
            throw new InputException("'" + written + "' does not exist" + NearMatches.suggest(written, known));
        }
        if (extent(path) != 1 && extent(path) != extent(end)) {
            throw new InputException(
                    "'" + written + "' has " + extent(path) + " units, but '" + end + "' has " + extent(end));
        }
        return path;
    }

    /** Returns what the paths of all variables of a variable's node begin with. */
    private static String node(final String path) {
        final int operator = path.lastIndexOf('/', path.lastIndexOf('/') - 1);
        return path.substring(0, operator + 1);
    }

    private Parameter attribute(
            final String edge, final String attribute, final VariableKind kind, final double value) {
        final Parameter parameter = new Parameter(edge + "/" + attribute, kind, value);
        ofEdges.add(parameter);
        return parameter;
    }

    /**
     * Adds what makes the signal of an edge late, and returns the late signal.
     *
     * @param signal the signal
     * @param extent how many units it has
     * @param variable the variable that it is complex with
     */
    private Expression late(final Joined joined, final Expression signal, final int extent, final String variable) {
        final Edge edge = joined.edge();
        final String name = joined.name();
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
        final String named = signal instanceof Expression.Variable plain
                ? plain.name()
                : sum(name + "/sum", signal, extent, variable);
        return new Expression.Variable(
                stages == Lag.DISCRETE
                        ? delayed(DelayedVariable.of(named, time, extent, PreHistory.ZERO))
                        : chain(name, named, time, stages));
    }

    /** Gives sums over units a name, which can be late. */
    private String sum(final String path, final Expression sums, final int extent, final String variable) {
        ofEdges.add(new AlgebraicVariable(
                path, VariableKind.AUXILIARY, UnitValues.same(extent, 0), sums, "sum of " + variable));
        extend(path, extent);
        carried.put(path, variable);
        return path;
    }

    private int form(final Lag lag, final ToDoubleFunction<String> parameters) {
        final int form = lag.stages(parameters);
        lags.add(lag);
        stages.add(form);
        return form;
    }

    private double value(final Parameter parameter) {
        return values.getOrDefault(parameter.path(), parameter.value());
    }

    /** Returns the value of a variable that is a parameter. */
    private double constant(final String path) {
        return value(parameter(declared.get(path)));
    }

    private String delayed(final DelayedVariable variable) {
        delayed.put(variable.name(), variable);
        extend(variable.name(), variable.extent());
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
                    UnitValues.same(extent(signal), 0),
                    new Expression.Binary(Operator.MULTIPLY, rate, difference),
                    "stage" + i + "' = " + stages + "/delay*(" + (i == 1 ? signal : "stage" + (i - 1)) + " - stage" + i
                            + ")"));
            extend(stage, extent(signal));
            carried.put(stage, signal);
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
        declared.values().forEach(this::findElements);
        declared.values().forEach(variable -> variables.add(modelVariable(variable)));
        variables.addAll(ofElements);
        variables.addAll(ofEdges);
        final Set<String> warnings = new LinkedHashSet<>();
        declared.values().forEach(variable -> variable.declaration().warning().ifPresent(warnings::add));
        final List<Integer> forms = new ArrayList<>(stages);
        forms.addAll(numbers);
        final Map<String, UnitValues> complex = complex();
        final List<DelayedVariable> past = delayed.values().stream()
                .flatMap(variable -> complex.containsKey(variable.source())
                        ? Stream.of(variable.part(Model.REAL_PART), variable.part(Model.IMAGINARY_PART))
                        : Stream.of(variable))
                .toList();
        return new Flattened(
                ComplexParts.of(variables, complex, this::location),
                edges,
                past,
                lags,
                places,
                forms,
                List.copyOf(warnings));
    }

    /** What is complex, with the imaginary parts of its values: variables, the stages of their delays and their pasts. */
    private Map<String, UnitValues> complex() {
        final Map<String, UnitValues> complex = new HashMap<>();
        declared.forEach((path, variable) -> {
            if (variable.declaration().type() == ValueType.COMPLEX) {
                complex.put(path, variable.imaginary());
            }
        });
        carried.forEach((name, signal) -> {
            if (complex.containsKey(signal)) {
                complex.put(name, UnitValues.same(extent(name), 0));
            }
        });
        delayed.values().forEach(variable -> {
            if (complex.containsKey(variable.source())) {
                complex.put(variable.name(), UnitValues.same(variable.extent(), 0));
            }
        });
        return complex;
    }

    private Optional<SourceLocation> location(final String path) {
        return Optional.ofNullable(declared.get(carried.getOrDefault(path, path)))
                .map(variable -> variable.declaration().location());
    }

    private ModelVariable modelVariable(final Declared variable) {
        final List<ElementPart> parts = elements.getOrDefault(variable.path(), List.of());
        if (!parts.isEmpty()) {
            return given(
                    variable,
                    parts.get(0).equation().kind(),
                    joined(variable, parts),
                    parts.stream().map(part -> part.equation().text()).collect(Collectors.joining("; ")));
        }
        final Optional<Equation> whole =
                variable.operator().equations().getOrDefault(variable.name(), List.of()).stream()
                        .findFirst();
        if (whole.isPresent()) {
            final Equation equation = whole.get();
            return given(variable, equation.kind(), right(variable, equation, variable.extent()), equation.text());
        }
        final List<Source> fed = sources.getOrDefault(variable.path(), List.of());
        if (!fed.isEmpty()) {
            final String words =
                    variable.name() + " = " + fed.stream().map(Source::words).collect(Collectors.joining(" + "));
            return new AlgebraicVariable(
                    variable.path(),
                    VariableKind.INPUT,
                    variable.real(),
                    byUnits(
                            variable,
                            Expression.sum(fed.stream().map(Source::term).toList()),
                            variable.extent(),
                            words),
                    words);
        }
        return parameter(variable);
    }

    private static ModelVariable given(
            final Declared variable, final Equation.Kind kind, final Expression right, final String text) {
        return kind == Equation.Kind.DERIVATIVE
                ? new StateVariable(variable.path(), variable.real(), right, text)
                : new AlgebraicVariable(variable.path(), VariableKind.ALGEBRAIC, variable.real(), right, text);
    }

    private Expression right(final Declared variable, final Equation equation, final int extent) {
        return byUnits(
                variable,
                equation.right().substitute(local -> global(variable, equation, local)),
                extent,
                equation.text());
    }

    /** Notes the parts of a vector whose elements have equations of their own. */
    private void findElements(final Declared variable) {
        final List<Equation> equations = variable.operator().equations().getOrDefault(variable.name(), List.of());
        if (equations.isEmpty() || equations.get(0).part().isEmpty()) {
            return;
        }
        final UnitFunctions functions = new UnitFunctions(new Known(), variable.copies() != SINGLE);
        final List<ElementPart> parts = new ArrayList<>();
        for (final Equation equation : equations) {
            final Expression.Call call = (Expression.Call)
                    equation.part().orElseThrow().substitute(local -> global(variable, equation, local));
            final UnitFunctions.Range range =
                    located(variable, equation.text(), () -> functions.elements(call, variable.extent()));
            parts.add(ElementPart.of(variable.path(), range.from(), range.to(), equation));
        }
        final OperatorTemplate template = variable.operator().template();
        try {
            elements.put(variable.path(), ElementPart.ordered(parts, variable.name(), variable.extent()));
        } catch (final InputException problem) {
            throw InputException.at(variable.declaration().location(), problem.problem())
                    .within("operator template '" + template.name() + "' (" + template.location() + ")");
        }
    }

    /**
     * Puts the equations of elements together. Algebraic ones get names, so that the elements of a vector may need others of
     * it.
     */
    private Expression joined(final Declared variable, final List<ElementPart> parts) {
        final List<Expression.Joined.Part> joined = new ArrayList<>();
        for (final ElementPart part : parts) {
            final Equation equation = part.equation();
            final Expression right = right(variable, equation, part.extent());
            if (parts.size() == 1) {
                return right;
            }
            joined.add(new Expression.Joined.Part(
                    equation.kind() == Equation.Kind.DERIVATIVE ? right : named(part, right, variable.path()),
                    part.extent()));
        }
        return new Expression.Joined(joined);
    }

    private Expression named(final ElementPart part, final Expression right, final String vector) {
        ofElements.add(new AlgebraicVariable(
                part.path(),
                VariableKind.AUXILIARY,
                UnitValues.same(part.extent(), 0),
                right,
                part.equation().text()));
        extend(part.path(), part.extent());
        carried.put(part.path(), vector);
        return new Expression.Variable(part.path());
    }

    /** Checks numbers of units, and writes functions of whole vectors as selections and sums; leaves what has neither. */
    private Expression byUnits(
            final Declared variable, final Expression right, final int extent, final String equation) {
        if (extents.isEmpty() && matrices.isEmpty() && !variable.operator().overUnits()) {
            return right;
        }
        final UnitFunctions functions = new UnitFunctions(new Known(), variable.copies() != SINGLE);
        return located(variable, equation, () -> functions.of(right, extent).expression());
    }

    private static <T> T located(final Declared variable, final String equation, final Supplier<T> step) {
        try {
            return step.get();
        } catch (final InputException problem) {
            throw InputException.at(variable.declaration().location(), problem.problem())
                    .within("the equation of '" + variable.path() + "', " + equation);
        }
    }

    /** What the functions of whole vectors know of the variables of the circuit. */
    private final class Known implements UnitFunctions.Names {
        @Override
        public int extent(final String name) {
            return Flattening.this.extent(name);
        }

        @Override
        public Optional<LinearMap.Dense> matrix(final String name) {
            return Optional.ofNullable(matrices.get(name));
        }

        @Override
        public Optional<UnitValues> constant(final String name) {
            return isConstant(name) && declared.get(name).declaration().role() == Role.CONSTANT
                    ? Optional.of(declared.get(name).real())
                    : Optional.empty();
        }

        @Override
        public List<ElementPart> parts(final String name) {
            final List<ElementPart> parts = elements.getOrDefault(name, List.of());
            return parts.size() > 1 && parts.get(0).equation().kind() == Equation.Kind.ALGEBRAIC ? parts : List.of();
        }

        @Override
        public int number(final Place place) {
            final int number = place.of(Flattening.this::constant);
            if (!place.number().variables().isEmpty()) {
                places.add(place);
                numbers.add(number);
            }
            return number;
        }
    }

    private static Parameter parameter(final Declared variable) {
        return new Parameter(
                variable.path(),
                variable.declaration().role() == Role.INPUT ? VariableKind.INPUT : VariableKind.CONSTANT,
                variable.real());
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
        if (delay.callsOverUnits()) {
            throw InputException.at(
                    context.operator().template().location(),
                    "the delay of " + words + " takes the elements of a vector together; a delay must be one number");
        }
        for (final String path : delay.variables()) {
            if (!isConstant(path)) {
                throw InputException.at(
                        context.operator().template().location(),
                        "the delay of " + words + " depends on '" + path
                                + "', which is no real constant; a delay must follow from those alone");
            }
        }
        for (final String path : delay.variables()) {
            if (!declared.get(path).real().isSame()) {
                throw InputException.at(
                        context.operator().template().location(),
                        "the delay of " + words + " depends on '" + path + "', whose " + extent(path)
                                + " units have different values; all units of a variable have the same delay");
            }
        }
        if (!(global(context, past.variable()) instanceof Expression.Variable variable)
                || variable.name().equals(Model.TIME)) {
            throw InputException.at(
                    context.operator().template().location(),
                    "the past of " + words + " is not known: it is no variable of the operator");
        }
        final int stages = form(new Lag(words, delay, Optional.empty()), this::constant);
        return stages == Lag.NONE
                ? variable
                : new Expression.Variable(delayed(
                        DelayedVariable.of(variable.name(), delay, extent(variable.name()), PreHistory.INITIAL)));
    }

    private boolean isConstant(final String path) {
        final Declared variable = declared.get(path);
        return variable != null
                && variable.declaration().type() == ValueType.REAL
                && !variable.operator().equations().containsKey(variable.name())
                && !sources.containsKey(path);
    }
}
