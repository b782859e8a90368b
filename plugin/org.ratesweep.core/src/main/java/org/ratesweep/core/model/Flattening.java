/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.error.SourceLocation;
import org.ratesweep.core.expression.Constants;
import org.ratesweep.core.expression.Equation;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.Operator;
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
 * expressions, when all names are known.
 */
final class Flattening {
    /** Circuits that contain the same one many times over, level upon level, are written in a few lines. */
    private static final int MOST_VARIABLES = 5_000_000;

    private final IdentityHashMap<OperatorTemplate, OperatorEquations> operators = new IdentityHashMap<>();
    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private final Map<String, List<Source>> sources = new HashMap<>();
    private final List<ModelEdge> edges = new ArrayList<>();
    private final Map<String, Integer> parallel = new HashMap<>();

    /** A variable of one operator in one node. */
    private record Declared(
            String path,
            String prefix,
            VariableDeclaration declaration,
            Value value,
            OperatorEquations operator,
            String name) {}

    /** What feeds an input: another variable, directly or scaled by a weight. */
    private record Source(Expression term, String words) {}

    private Flattening() {}

    static Model flatten(final CircuitTemplate circuit) {
        final Flattening flattening = new Flattening();
        try {
            flattening.declare(circuit, "");
            flattening.connect(circuit, "");
            return flattening.model(circuit.name());
        } catch (final InputException problem) {
            throw problem.within("circuit template '" + circuit.name() + "' (" + circuit.location() + ")");
        }
    }

    private void declare(final CircuitTemplate circuit, final String prefix) {
        circuit.nodes().forEach((label, node) -> declare(node, prefix + label + "/"));
        circuit.circuits().forEach((label, inner) -> declare(inner, prefix + label + "/"));
    }

    private void declare(final NodeTemplate node, final String prefix) {
        if (declared.size() > MOST_VARIABLES) {
            throw new InputException("the circuit has more than " + MOST_VARIABLES + " variables");
        }
        final Map<String, List<String>> outputs = new HashMap<>();
        for (final OperatorUse use : node.operators()) {
            final OperatorEquations operator = operators.get(use.operator());
            final OperatorEquations equations = operator == null ? OperatorEquations.of(use.operator()) : operator;
            operators.put(use.operator(), equations);
            use.operator().variables().forEach((name, declaration) -> {
                if (!name.equals(OperatorEquations.TIME)) {
                    final String path = prefix + use.label() + "/" + name;
                    declared.put(
                            path,
                            new Declared(
                                    path,
                                    prefix + use.label() + "/",
                                    declaration,
                                    value(path, declaration, use.overrides().get(name)),
                                    equations,
                                    name));
                    if (declaration.role() == Role.OUTPUT) {
                        outputs.computeIfAbsent(name, any -> new ArrayList<>()).add(path);
                    }
                }
            });
        }
        for (final OperatorUse use : node.operators()) {
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

    private static Value value(final String path, final VariableDeclaration declaration, final Value override) {
        final Value value = override == null ? declaration.value() : override;
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
            refuseUnsupported(edge);
            final String source = endpoint(edge, "source", prefix, edge.source());
            final String target = endpoint(edge, "target", prefix, edge.target());
            final Declared fed = declared.get(target);
            if (fed.declaration().role() != Role.INPUT) {
                throw InputException.at(
                        edge.location(),
                        "the target '" + edge.target() + "' of an edge is no input; the inputs of its operator are: "
                                + inputsBeside(fed));
            }
            final int index = parallel.merge(source + " " + target, 1, Integer::sum) - 1;
            final String name = source + "->" + target + (index == 0 ? "" : "#" + index) + "/weight";
            final Parameter weight = new Parameter(name, VariableKind.WEIGHT, edge.weight());
            edges.add(new ModelEdge(source, target, index, weight));
            feed(
                    target,
                    new Source(
                            new Expression.Binary(
                                    Operator.MULTIPLY, new Expression.Variable(name), new Expression.Variable(source)),
                            weight.value() == 1 ? source : weight.value() + "*" + source));
        }
    }

    private static void refuseUnsupported(final Edge edge) {
        final String unsupported;
        if (edge.template().isPresent()) {
            unsupported =
                    "goes through the edge template '" + edge.template().get().name() + "'";
        } else if (edge.delay().orElse(0) != 0) {
            unsupported = "has a delay";
        } else if (edge.spread().orElse(0) != 0) {
            unsupported = "has a spread";
        } else if (!edge.parameters().isEmpty() || !edge.bindings().isEmpty()) {
            unsupported = "has attributes of an edge template";
        } else {
            return;
        }
        throw InputException.at(
                edge.location(),
                "the edge " + edge.source() + " -> " + edge.target() + " " + unsupported
                        + ", which is not supported yet");
    }

    private String endpoint(final Edge edge, final String role, final String prefix, final String written) {
        final String path = prefix + written;
        if (!declared.containsKey(path)) {
            final List<String> here = declared.keySet().stream()
                    .filter(known -> known.startsWith(prefix))
                    .map(known -> known.substring(prefix.length()))
                    .toList();
            throw InputException.at(
                    edge.location(),
                    "the " + role + " '" + written + "' of an edge does not exist"
                            + NearMatches.suggest(written, here));
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

    private Model model(final String name) {
        final List<ModelVariable> variables = new ArrayList<>();
        declared.values().forEach(variable -> variables.add(modelVariable(variable)));
        edges.forEach(edge -> variables.add(edge.weight()));
        return new Model(name, ComplexParts.of(variables, complex(), this::location), edges, List.of());
    }

    /** The complex variables, with their values. */
    private Map<String, Value> complex() {
        final Map<String, Value> complex = new HashMap<>();
        declared.forEach((path, variable) -> {
            if (variable.declaration().type() == ValueType.COMPLEX) {
                complex.put(path, variable.value());
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
            final Expression right = equation.right().substitute(local -> global(variable, local));
            return equation.kind() == Equation.Kind.DERIVATIVE
                    ? new StateVariable(variable.path(), variable.value().real(), right, equation.text())
                    : new AlgebraicVariable(
                            variable.path(),
                            VariableKind.ALGEBRAIC,
                            variable.value().real(),
                            right,
                            equation.text());
        }
        final List<Source> fed = sources.getOrDefault(variable.path(), List.of());
        if (!fed.isEmpty()) {
            return new AlgebraicVariable(
                    variable.path(),
                    VariableKind.INPUT,
                    variable.value().real(),
                    Expression.sum(fed.stream().map(Source::term).toList()),
                    variable.name() + " = " + fed.stream().map(Source::words).collect(Collectors.joining(" + ")));
        }
        return new Parameter(
                variable.path(),
                variable.declaration().role() == Role.INPUT ? VariableKind.INPUT : VariableKind.CONSTANT,
                variable.value().real());
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
}
