/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.error.SourceLocation;
import org.ratesweep.core.yaml.YamlEntry;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;
import org.ratesweep.core.yaml.YamlScalar;
import org.ratesweep.core.yaml.YamlSequence;

/** Reads the declarations of variables in all their forms. */
final class Declarations {
    private static final String FORMS = "a variable is declared as a number, or as input, variable or output,"
            + " with an initial value as in variable(0.5), a type as in input(complex), a length as in output(0.5,10)";

    private static final Pattern ROLE = Pattern.compile("([^()]*+)(?:\\((.*)\\))?", Pattern.DOTALL);
    private static final String FLOAT = "float";
    private static final String COMPLEX = "complex";
    private static final List<String> REAL_TYPES = List.of(FLOAT, "float32", "float64", "int", "int32", "int64");
    private static final List<String> COMPLEX_TYPES = List.of(COMPLEX, "complex64", "complex128");
    private static final int LONGEST = 1_000_000;

    /** PyRates' own word for a variable with a differential equation. */
    private static final String STATE = "state_var";

    private static final String VTYPE = "vtype";
    private static final String DTYPE = "dtype";
    private static final String SHAPE = "shape";
    private static final String VALUE = "value";
    private static final String OLD_FORM = "default";
    private static final List<String> OLD_KEYS = List.of(OLD_FORM, "unit", "description");

    private Declarations() {}

    static VariableDeclaration read(final YamlEntry entry) {
        final SourceLocation location = entry.value().location();
        if (entry.value() instanceof YamlMapping fields) {
            return fromFields(entry.key(), fields);
        }
        if (!(entry.value() instanceof YamlScalar scalar)) {
            throw problem(entry, entry.value().words());
        }
        final Optional<Value> constant = Values.of(scalar);
        if (constant.isPresent()) {
            return new VariableDeclaration(Role.CONSTANT, constant.get(), Values.type(scalar), 0, location);
        }
        return fromText(entry, Values.withoutBlanks(scalar.text()));
    }

    private static VariableDeclaration fromText(final YamlEntry entry, final String text) {
        final Matcher declaration = ROLE.matcher(text);
        if (!declaration.matches()) {
            throw problem(entry, entry.value().words());
        }
        final Optional<Role> role = Arrays.stream(Role.values())
                .filter(candidate -> candidate != Role.CONSTANT)
                .filter(candidate -> candidate.toString().equals(declaration.group(1)))
                .findFirst();
        if (role.isEmpty()) {
            final List<String> near = NearMatches.of(declaration.group(1), List.of("input", "variable", "output"));
            throw problem(
                    entry, entry.value().words() + (near.isEmpty() ? "" : " (did you mean '" + near.get(0) + "'?)"));
        }
        final String arguments = declaration.group(2) == null ? "" : declaration.group(2);
        final String[] parts = arguments.split(",", -1);
        final int length = parts.length == 1 ? 0 : length(parts[1]).orElse(0);
        if (parts.length > 2 || parts.length == 2 && (length == 0 || parts[0].isEmpty())) {
            throw problem(entry, entry.value().words());
        }
        return withValue(entry, role.get(), parts[0], length);
    }

    private static VariableDeclaration withValue(
            final YamlEntry entry, final Role role, final String valueOrType, final int length) {
        final SourceLocation location = entry.value().location();
        if (valueOrType.isEmpty() || valueOrType.equals(FLOAT)) {
            return new VariableDeclaration(role, Value.ZERO, ValueType.REAL, length, location);
        }
        if (valueOrType.equals(COMPLEX)) {
            return new VariableDeclaration(role, Value.ZERO, ValueType.COMPLEX, length, location);
        }
        final Value value = Values.parse(valueOrType)
                .orElseThrow(() -> problem(entry, entry.value().words()));
        return new VariableDeclaration(role, value, Values.type(valueOrType), length, location);
    }

    private static Optional<Integer> length(final String text) {
        return text.matches("[0-9]{1,7}")
                ? Optional.of(Integer.valueOf(text)).filter(length -> length > 0 && length <= LONGEST)
                : Optional.empty();
    }

    private static VariableDeclaration fromFields(final String name, final YamlMapping fields) {
        if (fields.get(OLD_FORM).isPresent()) {
            return fromOldForm(name, fields);
        }
        fields.refuseKeysBeyond(List.of(VTYPE, DTYPE, SHAPE, VALUE), "a declaration");
        final YamlNode vtype = fields.require(VTYPE, "the declaration of '" + name + "'");
        final String written = vtype.asText("'" + VTYPE + "'");
        final Role role = Arrays.stream(Role.values())
                .filter(candidate -> candidate.toString().equals(written.equals(STATE) ? "variable" : written))
                .findFirst()
                .orElseThrow(() -> vtype.mismatch("'" + VTYPE + "'", "constant, input, variable or output"));
        final Optional<YamlNode> given = fields.given(VALUE);
        final boolean listed = given.filter(YamlSequence.class::isInstance).isPresent();
        final List<Integer> shape = fields.given(SHAPE).map(Declarations::shape).orElse(List.of());
        final List<Value> elements =
                listed ? Elements.read(given.orElseThrow(), "the value of '" + name + "'", shape) : List.of();
        final Optional<YamlScalar> scalar =
                listed ? Optional.empty() : given.map(node -> node.asScalar("'" + VALUE + "'"));
        final Value value = listed
                ? elements.get(0)
                : scalar.map(number -> Values.require(number, "'" + VALUE + "'"))
                        .orElse(Value.ZERO);
        final ValueType type = fields.given(DTYPE)
                .map(Declarations::type)
                .orElse(scalar.map(Values::type).orElse(ofElements(elements)));
        final boolean isComplex =
                value.imaginary() != 0 || elements.stream().anyMatch(element -> element.imaginary() != 0);
        if (type == ValueType.REAL && isComplex) {
            throw InputException.at(
                    fields.location(),
                    "the value of '" + name + "' is complex, but its type is not; write dtype: complex");
        }
        final int length = shape.isEmpty() ? elements.size() : shape.get(0);
        final int columns = shape.size() < 2 ? 0 : shape.get(1);
        if (columns > 0 && (role != Role.CONSTANT || type == ValueType.COMPLEX)) {
            throw InputException.at(fields.location(), "'" + name + "' is a matrix, which can only be a real constant");
        }
        return new VariableDeclaration(
                role, value, type, length, columns, elements, fields.location(), Optional.empty());
    }

    private static ValueType ofElements(final List<Value> elements) {
        return elements.stream().anyMatch(element -> element.imaginary() != 0) ? ValueType.COMPLEX : ValueType.REAL;
    }

    /** The form of early versions of PyRates: {@code {default: …}}, with a unit and a description. */
    private static VariableDeclaration fromOldForm(final String name, final YamlMapping fields) {
        fields.refuseKeysBeyond(OLD_KEYS, "a declaration with '" + OLD_FORM + "'");
        final YamlEntry entry = fields.inOrder().stream()
                .filter(field -> field.key().equals(OLD_FORM))
                .findFirst()
                .orElseThrow();
        if (!(entry.value() instanceof YamlScalar scalar)) {
            throw problem(
                    new YamlEntry(name, entry.location(), entry.value()),
                    entry.value().words());
        }
        return read(new YamlEntry(name, entry.location(), scalar))
                .withWarning(fields.location() + ": '" + name + "' is declared in the old form {" + OLD_FORM
                        + ": …}; write '" + name + ": " + scalar.text() + "'");
    }

    private static ValueType type(final YamlNode node) {
        final String written = node.asText("'" + DTYPE + "'").toLowerCase(Locale.ROOT);
        if (REAL_TYPES.contains(written)) {
            return ValueType.REAL;
        }
        if (COMPLEX_TYPES.contains(written)) {
            return ValueType.COMPLEX;
        }
        throw node.mismatch("'" + DTYPE + "'", FLOAT + ", int or " + COMPLEX);
    }

    /** The lengths of a vector's or a matrix's dimensions; none of a scalar's. */
    private static List<Integer> shape(final YamlNode node) {
        final List<YamlNode> dimensions = node instanceof YamlSequence several ? several.elements() : List.of(node);
        final List<Integer> shape = new ArrayList<>();
        long elements = 1;
        for (final YamlNode dimension : dimensions) {
            final int length = dimension instanceof YamlScalar scalar && scalar.type() == YamlScalar.Type.INTEGER
                    ? scalar.asInteger("'" + SHAPE + "'")
                    : 0;
            elements *= Math.max(0, length);
            if (elements < 1 || length > LONGEST || elements > Elements.MOST || shape.size() == 2) {
                throw node.mismatch(
                        "'" + SHAPE + "'",
                        "[], [n] or, of a matrix, [n, m], with lengths from 1 to " + LONGEST + " and at most "
                                + Elements.MOST + " elements");
            }
            shape.add(length);
        }
        return shape;
    }

    private static InputException problem(final YamlEntry entry, final String found) {
        return InputException.at(
                entry.value().location(), "variable '" + entry.key() + "' is declared as " + found + ", but " + FORMS);
    }
}
