/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.error.InputException;

/** Complex equations as pairs of real ones, against the complex numbers of another library. */
class ComplexPartsTest {
    private static final String Z = "p/Test/z";
    private static final Map<String, BinaryOperator<Complex>> EXPECTED = Map.ofEntries(
            Map.entry("z + a", Complex::add),
            Map.entry("z - a + 1 - z", (z, a) -> a.negate().add(1)),
            Map.entry("-(z - a)", (z, a) -> a.subtract(z)),
            Map.entry("z*a", Complex::multiply),
            Map.entry("z*3*a", (z, a) -> z.multiply(a).multiply(3)),
            Map.entry("x*z", (z, a) -> z.multiply(0.7)),
            Map.entry("I*z + E*I", (z, a) -> z.add(Math.E).multiply(Complex.I)),
            Map.entry("z/a", Complex::divide),
            Map.entry("z/x", (z, a) -> z.divide(0.7)),
            Map.entry("x/z", (z, a) -> new Complex(0.7).divide(z)),
            Map.entry(
                    "(z + a)/(z*a - 2)", (z, a) -> z.add(a).divide(z.multiply(a).subtract(2))),
            Map.entry("z^2", (z, a) -> z.multiply(z)),
            Map.entry("(z + 1)**3", (z, a) -> z.add(1).multiply(z.add(1)).multiply(z.add(1))),
            Map.entry("z^7", (z, a) -> z.pow(7)),
            Map.entry("z^-2", (z, a) -> z.multiply(z).reciprocal()),
            Map.entry("z^0", (z, a) -> Complex.ONE),
            Map.entry("z^0.3", (z, a) -> z.pow(0.3)),
            Map.entry("z^a", Complex::pow),
            Map.entry("pow(x, z)", (z, a) -> new Complex(0.7).pow(z)),
            Map.entry(
                    "square(z) + cube(a)",
                    (z, a) -> z.multiply(z).add(a.multiply(a).multiply(a))),
            Map.entry("real(z) + 2*I*imag(a)", (z, a) -> new Complex(z.getReal(), 2 * a.getImaginary())),
            Map.entry("conj(z*a)", (z, a) -> z.multiply(a).conjugate()),
            Map.entry("absv(z - a)", (z, a) -> new Complex(z.subtract(a).abs())),
            Map.entry("absv(z)^2*I", (z, a) -> new Complex(0, z.abs() * z.abs())),
            Map.entry("arg(z)", (z, a) -> new Complex(z.getArgument())),
            Map.entry("exp(z)", (z, a) -> z.exp()),
            Map.entry("log(z)", (z, a) -> z.log()),
            Map.entry("log(z, 10)", (z, a) -> z.log().divide(Math.log(10))),
            Map.entry("sqrt(z)", (z, a) -> z.sqrt()),
            Map.entry("sin(z)", (z, a) -> z.sin()),
            Map.entry("cos(z)", (z, a) -> z.cos()),
            Map.entry("tan(z)", (z, a) -> z.tan()),
            Map.entry("sinh(z)", (z, a) -> z.sinh()),
            Map.entry("cosh(z)", (z, a) -> z.cosh()),
            Map.entry("tanh(z)", (z, a) -> z.tanh()),
            Map.entry("sec(z)", (z, a) -> z.cos().reciprocal()),
            Map.entry("sigmoid(z)", (z, a) -> z.negate().exp().add(1).reciprocal()),
            Map.entry("where(x > 0, z, a)", (z, a) -> z),
            Map.entry("where(real(z) > real(a), z, 1)", (z, a) -> z.getReal() > a.getReal() ? z : Complex.ONE),
            Map.entry("imag(x) + z", (z, a) -> z),
            Map.entry("conj(x)*real(x)*z", (z, a) -> z.multiply(0.7 * 0.7)));

    private static Model model(final String right) {
        return Model.of(
                TestTemplates.operator("[\"z' = " + right + "\"]", "{z: variable(0.3+0.2j), a: 1.0-2.0j, x: 0.7}"));
    }

    /** Evaluates the derivative of z for values of z and a. */
    private static Complex derivative(final Model model, final Complex z, final Complex a) {
        final Map<String, Double> known = new HashMap<>();
        model.variables().forEach(variable -> known.put(variable.path(), variable.value()));
        known.put(Z + ".real", z.getReal());
        known.put(Z + ".imag", z.getImaginary());
        known.put("p/Test/a.real", a.getReal());
        known.put("p/Test/a.imag", a.getImaginary());
        model.algebraicVariables()
                .forEach(variable ->
                        known.put(variable.path(), variable.expression().evaluate(known::get)));
        final List<StateVariable> states = model.stateVariables();
        return new Complex(
                states.get(0).derivative().evaluate(known::get),
                states.get(1).derivative().evaluate(known::get));
    }

    @Test
    void partsHaveTheValueOfTheComplexExpression() {
        EXPECTED.forEach((text, expected) -> {
            final Model model = model(text);
            final Random random = new Random(3);
            for (int i = 0; i < 200; i++) {
                final Complex z = new Complex(2 * random.nextGaussian(), 2 * random.nextGaussian());
                final Complex a = new Complex(random.nextGaussian(), random.nextGaussian());
                final Complex exact = expected.apply(z, a);
                final Complex actual = derivative(model, z, a);
                assertEquals(
                        0,
                        actual.subtract(exact).abs() / Math.max(exact.abs(), 1),
                        1e-12,
                        () -> text + " at z=" + z + ", a=" + a + ": " + exact + " but was " + actual);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "sqrt(z), -4, 0, 0, 2",
        "sqrt(z), 0, 0, 0, 0",
        "sqrt(z), -1e-300, -1e-320, 4.9999e-171, -1e-150",
        "log(z), -1, 0, 0, 3.141592653589793",
        "tanh(z), 800, 1, 1, 0",
        "tan(z), 1, -800, 0, -1",
        "z^2.5, 0, 0, 0, 0",
        "z^3, 0, 1e100, 0, -1e300",
    })
    void principalValuesAndLimitsAreKept(
            final String text, final double x, final double y, final double real, final double imaginary) {
        final Complex value = derivative(model(text), new Complex(x, y), Complex.ONE);
        assertEquals(real, value.getReal(), Math.abs(real) * 1e-3);
        assertEquals(imaginary, value.getImaginary(), Math.abs(imaginary) * 1e-15);
    }

    @Test
    void aComplexVariableIsAPairOfVariablesUnderItsPath() {
        final Model model = model("a*z");
        assertEquals(
                List.of(Z + ".real", Z + ".imag", "p/Test/a.real", "p/Test/a.imag", "p/Test/x"),
                model.variables().stream().map(ModelVariable::path).toList());
        assertEquals(
                List.of(0.3, 0.2, 1.0, -2.0, 0.7),
                model.variables().stream().map(ModelVariable::value).toList());
        for (final String pattern : List.of(Z, "all/Test/z")) {
            assertEquals(
                    List.of(Z + ".real", Z + ".imag"),
                    model.find(pattern).stream().map(ModelVariable::path).toList());
        }
        assertEquals(1, model.find("all/Test/z.imag").size());
        assertEquals(
                "imaginary part of z' = a*z", model.find(Z + ".imag").get(0).equation());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "z + conj(z)",
                "z*conj(z)",
                "conj(z)*z*2*x",
                "(z - a)*conj(z - a)",
                "1 + z + conj(z) + absv(z)^2",
                "(1 - absv(z)^2)/(pi*(1 + z + conj(z) + absv(z)^2))",
                "real(z)*imag(z)",
                "I*I",
                "z*a - a*z",
                "arg(z) + where(x > 1, real(z), imag(a))"
            })
    void whatIsRealByItsFormMayBeTheValueOfARealVariable(final String right) {
        final Model model = Model.of(TestTemplates.operator(
                "[\"z' = a\", \"r = " + right + "\"]", "{z: variable(0.3+0.2j), a: 1.0-2.0j, x: 0.7, r: output}"));
        assertTrue(model.variable("p/Test/r").isPresent());
    }

    @Test
    void longProductsStayShort() {
        final Model model = model("z" + "*(z + 1)".repeat(150));
        final Complex value = derivative(model, new Complex(-1, 0.5), Complex.ONE);
        final Complex expected = new Complex(-1, 0.5).multiply(new Complex(0, 0.5).pow(150));
        assertEquals(0, value.subtract(expected).abs() / expected.abs(), 1e-12);
        assertTrue(model.algebraicVariables().size() < 1000);
        assertFalse(model.variables().stream().anyMatch(variable -> variable.kind() == VariableKind.AUXILIARY));
    }

    private static String refusal(final String equations, final String variables) {
        final InputException refused =
                assertThrows(InputException.class, () -> Model.of(TestTemplates.operator(equations, variables)));
        assertTrue(refused.location().isPresent(), refused::getMessage);
        return refused.getMessage();
    }

    @Test
    void imaginaryPartsAreNeverLost() {
        final String real = refusal("[\"x' = I*x\"]", "{x: output(1.0)}");
        assertTrue(real.contains("'p/Test/x' is real, but its equation is complex"), real);
        final String algebraic = refusal("[\"z' = a\", \"r = z\"]", "{z: variable(1j), a: 1j, r: output}");
        assertTrue(algebraic.contains("'p/Test/r' is real"), algebraic);
        final InputException override = assertThrows(InputException.class, () -> Model.of(TestTemplates.circuit("""
                op: {base: OperatorTemplate, equations: "x' = -k*x", variables: {x: output, k: 1.0}}
                Test: {base: NodeTemplate, operators: {op: {k: 1.0+1.0j}}}
                """)));
        assertTrue(override.problem().contains("'p/op/k' is complex, but the variable is declared as a real one"));
        final InputException edge = assertThrows(InputException.class, () -> Model.of(TestTemplates.circuit("""
                op: {base: OperatorTemplate, equations: "z' = u", variables: {z: output(1j), u: input}}
                n: {base: NodeTemplate, operators: [op]}
                Test:
                  base: CircuitTemplate
                  nodes: {p: n}
                  edges: [[p/op/z, p/op/u, null, {}]]
                """)));
        assertTrue(edge.problem().startsWith("'p/op/u' is real, but its equation is complex"), edge::problem);
    }

    @Test
    void functionsOfRealNumbersAloneAreRefused() {
        for (final String right : List.of("floor(z)", "max(z, 1)", "z > 1", "z == a", "not z", "erf(z)")) {
            final String message = refusal("[\"z' = " + right + "\"]", "{z: variable(1j), a: 1j}");
            assertTrue(message.contains("not defined for complex numbers; "), message);
        }
        final String message = refusal("[\"z' = where(z, 1, 2)\"]", "{z: variable(1j)}");
        assertTrue(message.contains("the condition of 'where' is complex"), message);
    }
}
