/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.expression.Equation;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.Lexer;
import org.ratesweep.core.random.Distribution;

/**
 * Writes a template and all that it is made of as one YAML file, inheritance resolved, in the forms that PyRates reads, too.
 *
 * <p>PyRates has no populations and connections in files; they are written in the form that this program reads, values that came
 * from files or at random as numbers, unless a rule with a seed says them shorter.
 *
 * <p>Operators keep their names, since paths contain them; other templates of equal names are numbered.
 */
public final class TemplateExport {
    private static final String TIME = "t";

    private final StringBuilder text = new StringBuilder("%YAML 1.2\n---\n");
    private final Map<String, OperatorTemplate> operators = new LinkedHashMap<>();
    /** By identity, and each part once: circuits may contain the same one many times over, level upon level. */
    private final IdentityHashMap<Template, String> names = new IdentityHashMap<>();

    private final Set<Template> collected = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> taken = new HashSet<>();

    private TemplateExport() {}

    /**
     * Writes a template.
     *
     * @param template the template, inheritance resolved
     * @return the text of a file in which the template has its own name, unless an operator inside has it
     * @throws InputException if two different operators inside have the same name
     */
    public static String yaml(final Template template) {
        final TemplateExport export = new TemplateExport();
        export.collectOperators(template);
        export.taken.addAll(export.operators.keySet());
        export.operators.values().forEach(export::write);
        if (!(template instanceof OperatorTemplate)) {
            export.name(template);
            export.writeParts(template);
        }
        return export.text.toString();
    }

    private void collectOperators(final Template template) {
        if (!collected.add(template)) {
            return;
        }
        if (template instanceof OperatorTemplate operator) {
            final OperatorTemplate other = operators.putIfAbsent(operator.name(), operator);
            if (other != null && !operator(other).equals(operator(operator))) {
                throw new InputException("two operators are called '" + operator.name() + "' (" + other.location()
                        + " and " + operator.location()
                        + "), and paths contain these names, so that one file cannot hold both; rename one of them");
            }
        } else if (template instanceof NodeTemplate node) {
            node.operators().forEach(use -> collectOperators(use.operator()));
        } else if (template instanceof EdgeTemplate edge) {
            edge.operators().forEach(use -> collectOperators(use.operator()));
        } else if (template instanceof CircuitTemplate circuit) {
            circuit.nodes().values().forEach(this::collectOperators);
            circuit.populations().values().forEach(population -> collectOperators(population.node()));
            circuit.circuits().values().forEach(this::collectOperators);
            edges(circuit).forEach(edge -> edge.template().ifPresent(this::collectOperators));
        }
    }

    private static List<Edge> edges(final CircuitTemplate circuit) {
        final List<Edge> edges = new ArrayList<>(circuit.edges());
        circuit.connections().forEach(connection -> edges.add(connection.edge()));
        return edges;
    }

    /** Writes what a template refers to, then the template itself, each once. */
    private void writeParts(final Template template) {
        if (template instanceof NodeTemplate node) {
            write(template, "NodeTemplate", operators(node.operators()));
        } else if (template instanceof EdgeTemplate edge) {
            write(template, "EdgeTemplate", operators(edge.operators()));
        } else if (template instanceof CircuitTemplate circuit) {
            final List<Template> parts = new ArrayList<>(circuit.nodes().values());
            circuit.populations().values().forEach(population -> parts.add(population.node()));
            parts.addAll(circuit.circuits().values());
            edges(circuit).forEach(edge -> edge.template().ifPresent(parts::add));
            for (final Template part : parts) {
                if (!names.containsKey(part)) {
                    name(part);
                    writeParts(part);
                }
            }
            write(template, "CircuitTemplate", parts(circuit));
        }
    }

    private void name(final Template template) {
        String name = template.name();
        for (int number = 2; !taken.add(name); number++) {
            name = template.name() + "_" + number;
        }
        names.put(template, name);
    }

    private void write(final Template template, final String base, final String body) {
        text.append(head(names.get(template), base, template.description())).append(body);
    }

    private void write(final OperatorTemplate operator) {
        text.append(operator(operator));
    }

    private static String head(final String name, final String base, final String description) {
        return "\n" + key(name) + ":\n  base: " + base + "\n"
                + (description.isEmpty() ? "" : "  description: " + quoted(description) + "\n");
    }

    private static String operator(final OperatorTemplate operator) {
        final StringBuilder text = new StringBuilder(head(operator.name(), "OperatorTemplate", operator.description()));
        text.append("  equations:\n");
        boolean needsTime = false;
        for (final EquationText equation : operator.equations()) {
            final Equation parsed = parsed(equation);
            needsTime |= parsed.right().variables().contains(TIME);
            text.append("    - ").append(quoted(written(parsed))).append('\n');
        }
        text.append("  variables:\n");
        operator.variables()
                .forEach((name, declaration) -> text.append("    ")
                        .append(key(name))
                        .append(": ")
                        .append(declared(declaration))
                        .append('\n'));
        if (needsTime && !operator.variables().containsKey(TIME)) {
            // PyRates knows the time only where it is declared.
            text.append("    ").append(TIME).append(": variable(0.0)\n");
        }
        return text.toString();
    }

    private static Equation parsed(final EquationText equation) {
        try {
            return Equation.parse(equation.text());
        } catch (final InputException problem) {
            throw InputException.at(equation.location(), problem.problem());
        }
    }

    /** The left-hand side in a form of PyRates', the right-hand side as it was written. */
    private static String written(final Equation equation) {
        final int equals = Lexer.tokens(equation.text()).stream()
                .filter(token -> token.text().equals("="))
                .findFirst()
                .orElseThrow()
                .end();
        final String right = equation.text().substring(equals);
        return equation.part().map(Expression::toString).orElse(equation.target())
                + (equation.kind() == Equation.Kind.DERIVATIVE ? "' = " : " = ")
                + right.strip().replaceAll("\\s+", " ");
    }

    private static String declared(final VariableDeclaration declaration) {
        if (declaration.role() == Role.CONSTANT && declaration.length() == 0) {
            return number(declaration.value(), declaration.type());
        }
        if (declaration.role() == Role.CONSTANT || !declaration.elements().isEmpty()) {
            return fields(declaration);
        }
        final String value =
                declaration.type() == ValueType.COMPLEX && declaration.value().equals(Value.ZERO)
                        ? "complex"
                        : number(declaration.value(), declaration.type());
        return declaration.role() + "(" + value + (declaration.length() > 0 ? "," + declaration.length() : "") + ")";
    }

    /** The form with a field for everything, which alone has room for elements. */
    private static String fields(final VariableDeclaration declaration) {
        final String value = declaration.elements().isEmpty()
                ? number(declaration.value(), declaration.type())
                : declaration.isMatrix() ? rows(declaration) : list(declaration.elements(), declaration.type());
        return "{vtype: " + declaration.role() + ", dtype: "
                + (declaration.type() == ValueType.COMPLEX ? "complex" : "float") + ", shape: [" + declaration.length()
                + (declaration.isMatrix() ? ", " + declaration.columns() : "") + "], value: " + value + "}";
    }

    private static String rows(final VariableDeclaration matrix) {
        final StringJoiner rows = new StringJoiner(", ", "[", "]");
        for (int row = 0; row < matrix.length(); row++) {
            rows.add(list(
                    matrix.elements().subList(row * matrix.columns(), (row + 1) * matrix.columns()), matrix.type()));
        }
        return rows.toString();
    }

    private static String list(final List<Value> values, final ValueType type) {
        return values.stream().map(value -> number(value, type)).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String number(final Value value, final ValueType type) {
        if (type == ValueType.REAL && value.imaginary() == 0) {
            return number(value.real());
        }
        final String imaginary = number(value.imaginary());
        return number(value.real()) + (imaginary.startsWith("-") ? "" : "+") + imaginary + "j";
    }

    /** With a dot, without which YAML 1.1 takes a number with an exponent for a text, and with the exponent's sign. */
    private static String number(final double value) {
        final String written = Double.toString(value);
        return written.contains("E-") ? written.replace('E', 'e') : written.replace("E", "e+");
    }

    private static String operators(final List<OperatorUse> uses) {
        final StringBuilder text = new StringBuilder("  operators:");
        if (uses.isEmpty()) {
            text.append(" []");
        }
        text.append('\n');
        final boolean plain = uses.stream().allMatch(use -> use.overrides().isEmpty());
        for (final OperatorUse use : uses) {
            if (plain) {
                text.append("    - ").append(key(use.label())).append('\n');
            } else {
                text.append("    ")
                        .append(key(use.label()))
                        .append(": ")
                        .append(overrides(use))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String overrides(final OperatorUse use) {
        final StringJoiner values = new StringJoiner(", ", "{", "}");
        use.overrides()
                .forEach((name, value) -> values.add(key(name) + ": "
                        + number(value, use.operator().variables().get(name).type())));
        return values.toString();
    }

    private String parts(final CircuitTemplate circuit) {
        final StringBuilder body = new StringBuilder();
        labelled(body, "nodes", circuit.nodes());
        if (!circuit.populations().isEmpty()) {
            body.append("  populations:\n");
            circuit.populations()
                    .forEach((label, population) -> body.append("    ")
                            .append(key(label))
                            .append(": ")
                            .append(population(population))
                            .append('\n'));
        }
        labelled(body, "circuits", circuit.circuits());
        if (!circuit.edges().isEmpty()) {
            body.append("  edges:\n");
            circuit.edges()
                    .forEach(edge -> body.append("    - ")
                            .append(edge(edge, number(edge.weight())))
                            .append('\n'));
        }
        if (!circuit.connections().isEmpty()) {
            body.append("  connections:\n");
            circuit.connections()
                    .forEach(connection -> body.append("    - ")
                            .append(edge(connection.edge(), weight(connection)))
                            .append('\n'));
        }
        return body.toString();
    }

    private void labelled(final StringBuilder body, final String key, final Map<String, ? extends Template> parts) {
        if (!parts.isEmpty()) {
            body.append("  ").append(key).append(":\n");
            parts.forEach((label, part) -> body.append("    ")
                    .append(key(label))
                    .append(": ")
                    .append(key(names.get(part)))
                    .append('\n'));
        }
    }

    private String population(final Population population) {
        final StringJoiner parameters = new StringJoiner(", ", "{", "}");
        population
                .parameters()
                .forEach((variable, values) -> parameters.add(key(variable) + ": "
                        + (values.size() == 1 ? number(values.get(0), ValueType.REAL) : list(values, ValueType.REAL))));
        return "{node: " + key(names.get(population.node())) + ", n: " + population.size() + ", params: " + parameters
                + "}";
    }

    private static String weight(final Connection connection) {
        final Weights weights = connection.weights();
        if (weights instanceof Weights.Matrix dense) {
            final StringJoiner rows = new StringJoiner(", ", "[", "]");
            for (int row = 0; row < dense.matrix().rows(); row++) {
                final StringJoiner elements = new StringJoiner(", ", "[", "]");
                for (int column = 0; column < dense.matrix().columns(); column++) {
                    elements.add(number(dense.matrix().element(row, column)));
                }
                rows.add(elements.toString());
            }
            return rows.toString();
        }
        if (weights instanceof Weights.Listed listed) {
            return listed.pairs().stream()
                    .map(pair -> "[" + pair.target() + ", " + pair.source() + ", " + number(pair.weight()) + "]")
                    .collect(Collectors.joining(", ", "{triplets: [", "]}"));
        }
        if (weights instanceof Weights.Random rule) {
            return "{random: {probability: " + number(rule.probability()) + ", weight: " + distribution(rule.weight())
                    + ", seed: " + rule.seed() + "}}";
        }
        return number(connection.edge().weight());
    }

    private static String distribution(final Distribution distribution) {
        if (distribution instanceof Distribution.Uniform uniform) {
            return "{uniform: [" + number(uniform.low()) + ", " + number(uniform.high()) + "]}";
        }
        if (distribution instanceof Distribution.Normal normal) {
            return "{normal: [" + number(normal.mean()) + ", " + number(normal.deviation()) + "]}";
        }
        if (distribution instanceof Distribution.Lorentz lorentz) {
            return "{lorentz: [" + number(lorentz.center()) + ", " + number(lorentz.halfWidth()) + "]}";
        }
        return number(((Distribution.Always) distribution).value());
    }

    private String edge(final Edge edge, final String weight) {
        final String template = edge.template().map(names::get).orElse("null");
        final StringJoiner attributes = new StringJoiner(", ", "{", "}");
        attributes.add("weight: " + weight);
        edge.delay().ifPresent(delay -> attributes.add("delay: " + number(delay)));
        edge.spread().ifPresent(spread -> attributes.add("spread: " + number(spread)));
        edge.parameters()
                .forEach((variable, value) -> attributes.add(key(variable) + ": " + number(value, ValueType.REAL)));
        edge.bindings()
                .forEach((variable, bound) -> attributes.add(quoted(template + "/" + variable) + ": " + quoted(bound)));
        return "[" + quoted(edge.source()) + ", " + quoted(edge.target()) + ", "
                + (template.equals("null") ? template : key(template)) + ", " + attributes + "]";
    }

    /** A name that YAML reads as a text whatever it is. */
    private static String key(final String name) {
        final boolean plain =
                name.matches("[A-Za-z_][A-Za-z0-9_/]*") && !name.matches("(?i)null|true|false|yes|no|on|off|y|n");
        return plain ? name : quoted(name);
    }

    private static String quoted(final String text) {
        final StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(character -> {
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> quoted.append((char) character);
            }
        });
        return quoted.append('"').toString();
    }
}
