/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FunctionTest {
    private static final double[] SAMPLES = {
        -1e300,
        -700.0,
        -2.5,
        -1.0,
        -0.3,
        -0.0,
        0.0,
        1e-320,
        0.3,
        0.5,
        1.0,
        2.5,
        8.0,
        700.0,
        1e300,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };
    private static final Map<String, DoubleUnaryOperator> OF_ONE = Map.ofEntries(
            Map.entry("sin", Math::sin),
            Map.entry("cos", Math::cos),
            Map.entry("tan", Math::tan),
            Map.entry("sec", x -> 1.0 / Math.cos(x)),
            Map.entry("csc", x -> 1.0 / Math.sin(x)),
            Map.entry("cot", x -> 1.0 / Math.tan(x)),
            Map.entry("arcsin", Math::asin),
            Map.entry("asin", Math::asin),
            Map.entry("arccos", Math::acos),
            Map.entry("acos", Math::acos),
            Map.entry("arctan", Math::atan),
            Map.entry("atan", Math::atan),
            Map.entry("sinh", Math::sinh),
            Map.entry("cosh", Math::cosh),
            Map.entry("tanh", Math::tanh),
            Map.entry("exp", Math::exp),
            Map.entry("log", Math::log),
            Map.entry("ln", Math::log),
            Map.entry("sqrt", Math::sqrt),
            Map.entry("square", x -> x * x),
            Map.entry("cube", x -> x * x * x),
            Map.entry("sigmoid", x -> 1.0 / (1.0 + Math.exp(-x))),
            Map.entry("absv", Math::abs),
            Map.entry("abs", Math::abs),
            Map.entry("sign", Math::signum),
            Map.entry("real", x -> x),
            Map.entry("conj", x -> x),
            Map.entry("imag", x -> 0.0),
            Map.entry("arg", x -> Math.atan2(0.0, x)),
            Map.entry("angle", x -> Math.atan2(0.0, x)),
            Map.entry("not", x -> Double.isNaN(x) ? x : x == 0 ? 1 : 0),
            Map.entry("heaviside", x -> (Math.signum(x) + 1) / 2),
            Map.entry("Heaviside", x -> (Math.signum(x) + 1) / 2),
            Map.entry("erf", ErrorFunction::erf),
            Map.entry("round", Math::rint),
            Map.entry("floor", Math::floor),
            Map.entry("ceil", Math::ceil),
            Map.entry("no_op", x -> x),
            Map.entry("index_axis", x -> x),
            Map.entry("noise", sigma -> Double.NaN));
    private static final Map<String, DoubleBinaryOperator> OF_TWO = Map.ofEntries(
            Map.entry("log", (x, base) -> Math.log(x) / Math.log(base)),
            Map.entry("ln", (x, base) -> Math.log(x) / Math.log(base)),
            Map.entry("pow", Math::pow),
            Map.entry("hypot", Math::hypot),
            Map.entry("arctan2", Math::atan2),
            Map.entry("atan2", Math::atan2),
            Map.entry("maxi", Math::max),
            Map.entry("max", Math::max),
            Map.entry("mini", Math::min),
            Map.entry("min", Math::min));

    @Test
    void computesEveryFunctionAsMathDoes() {
        OF_ONE.forEach((name, expected) -> {
            final Expression call = Expression.parse(name + "(x)");
            for (final double x : SAMPLES) {
                final double value = expected.applyAsDouble(x);
                final double actual = call.evaluate(variable -> x);
                assertTrue(
                        Double.compare(value, actual) == 0
                                || isOwn(name) && Math.abs(value - actual) <= 2 * Math.ulp(value),
                        () -> name + "(" + x + ") is " + actual + ", of Math " + value);
            }
        });
        OF_TWO.forEach((name, expected) -> {
            final Expression call = Expression.parse(name + "(x, y)");
            for (final double x : SAMPLES) {
                for (final double y : SAMPLES) {
                    final double value = call.evaluate(variable -> variable.equals("x") ? x : y);
                    assertEquals(expected.applyAsDouble(x, y), value, () -> name + "(" + x + ", " + y + ")");
                }
            }
        });
        final Set<String> tested = new HashSet<>(OF_ONE.keySet());
        tested.addAll(OF_TWO.keySet());
        tested.add("where");
        final Set<String> ofNumbers = Arrays.stream(Function.values())
                .filter(function -> !function.isOverUnits())
                .flatMap(function -> function.names().stream())
                .collect(Collectors.toSet());
        assertEquals(ofNumbers, tested);
    }

    /** Tells whether a function is computed by this project, to the bound that its class states and tests. */
    private static boolean isOwn(final String name) {
        return Function.named(name).stream()
                .map(Function::computation)
                .anyMatch(computation -> computation instanceof Function.Unary unary && unary.overLanes()
                        || computation instanceof Function.Formula);
    }

    @Test
    void signOfZeroIsZero() {
        assertEquals(0.0, Expression.parse("sign(0)").evaluate(name -> Double.NaN));
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void namesTheMethodThatItCalls(final Function function) throws ReflectiveOperationException {
        if (function.computation() instanceof Function.Unary unary) {
            final Method method = unary.owner().getMethod(unary.method(), double.class);
            assertTrue(Modifier.isStatic(method.getModifiers())
                    && Modifier.isPublic(unary.owner().getModifiers()));
            for (final double x : SAMPLES) {
                assertEquals(method.invoke(null, x), unary.operation().applyAsDouble(x));
            }
        } else if (function.computation() instanceof Function.Binary binary) {
            final Method method = binary.owner().getMethod(binary.method(), double.class, double.class);
            assertTrue(Modifier.isStatic(method.getModifiers())
                    && Modifier.isPublic(binary.owner().getModifiers()));
            for (final double x : SAMPLES) {
                assertEquals(method.invoke(null, x, 1.5), binary.operation().applyAsDouble(x, 1.5));
            }
        } else if (function.computation() instanceof Function.Choice choice) {
            final Method method = choice.owner().getMethod(choice.method(), double.class, double.class, double.class);
            assertTrue(Modifier.isStatic(method.getModifiers())
                    && Modifier.isPublic(choice.owner().getModifiers()));
            for (final double x : SAMPLES) {
                assertEquals(
                        method.invoke(null, x, 1.5, -2.5), choice.operation().applyAsDouble(x, 1.5, -2.5));
            }
        } else if (function.computation() instanceof Function.Formula formula) {
            final long names = Lexer.tokens(formula.text()).stream()
                    .filter(token -> function.parameters().contains(token.text()))
                    .count();
            assertEquals(function.parameters().size(), names, "each parameter is used once");
            assertEquals(
                    Set.copyOf(function.parameters()),
                    Expression.parse(formula.text()).variables());
        }
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void isTheOnlyOneOfItsNamesAndArguments(final Function function) {
        for (final String name : function.names()) {
            assertEquals(
                    function, Function.find(name, function.parameters().size()).orElseThrow());
        }
        assertTrue(!function.description().isBlank()
                && function.signature().startsWith(function.names().get(0) + "("));
    }
}
