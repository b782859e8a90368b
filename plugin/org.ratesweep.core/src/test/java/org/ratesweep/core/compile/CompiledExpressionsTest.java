/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.expression.ErrorFunction;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.Function;
import org.ratesweep.core.expression.Operator;
import org.ratesweep.core.expression.RandomTrees;
import org.ratesweep.core.expression.Simplifier;
import org.ratesweep.core.model.Model;

/** The code that is generated for random expressions and for every function, against plain computation. */
class CompiledExpressionsTest {
    private static final int LANES = 16;
    private static final int TOGETHER = 100;
    private static final String PATH = "p/Test/";

    /** Right-hand sides compiled together as derivatives, which all depend on the same state variables. */
    private record Compiled(List<String> variables, Block block, double[] derivative) {
        static Compiled of(final List<String> texts, final List<String> variables) {
            final String equations =
                    variables.stream().map(name -> "\"" + name + "' = 0\", ").collect(Collectors.joining())
                            + IntStream.range(0, texts.size())
                                    .mapToObj(i -> "\"e" + i + "' = " + texts.get(i) + "\"")
                                    .collect(Collectors.joining(", "));
            final String declarations =
                    variables.stream().map(name -> name + ": variable, ").collect(Collectors.joining())
                            + IntStream.range(0, texts.size())
                                    .mapToObj(i -> "e" + i + ": variable")
                                    .collect(Collectors.joining(", "));
            final Model model = Model.of(TestTemplates.operator("[" + equations + "]", "{" + declarations + "}"));
            final Block block = CompiledModel.compile(
                            model,
                            LANES,
                            variables.stream().map(name -> PATH + name).toList(),
                            Set.of(),
                            List.of())
                    .newBlock(LANES);
            return new Compiled(variables, block, new double[block.state().length]);
        }

        /** Computes all right-hand sides, one lane for each assignment of values. */
        void compute(final List<Map<String, Double>> values) {
            for (int lane = 0; lane < values.size(); lane++) {
                for (final String name : variables) {
                    block.set(PATH + name, lane, values.get(lane).get(name));
                }
            }
            block.prepare();
            block.derivatives(0, block.state(), derivative);
        }

        double value(final int text, final int lane) {
            return derivative[(variables.size() + text) * LANES + lane];
        }
    }

    private static List<Map<String, Double>> values(final RandomTrees trees) {
        return IntStream.range(0, LANES)
                .mapToObj(lane ->
                        RandomTrees.VARIABLES.stream().collect(Collectors.toMap(name -> name, name -> trees.value())))
                .toList();
    }

    /** Tells whether no product of the expression is computed in another order than it is written in. */
    private static boolean keepsItsOrder(final Expression tree) {
        if (tree instanceof Expression.Binary binary && isProduct(tree)) {
            final boolean nested = isProduct(unsigned(binary.left())) || isProduct(unsigned(binary.right()));
            if (nested
                    || binary.operator() == Operator.DIVIDE
                            && binary.right().variables().isEmpty()) {
                return false;
            }
        }
        return RandomTrees.parts(tree).stream().allMatch(CompiledExpressionsTest::keepsItsOrder);
    }

    private static Expression unsigned(final Expression tree) {
        return tree instanceof Expression.Negation negation ? unsigned(negation.operand()) : tree;
    }

    private static boolean isProduct(final Expression tree) {
        return tree instanceof Expression.Binary binary
                && (binary.operator() == Operator.MULTIPLY || binary.operator() == Operator.DIVIDE);
    }

    @Test
    void expressionsWithoutPowersAndReorderedProductsHaveEveryBit() {
        final RandomTrees trees = new RandomTrees(17L, false);
        for (int batch = 0; batch < 20; batch++) {
            final List<Expression> chosen = new ArrayList<>();
            while (chosen.size() < TOGETHER) {
                final Expression tree = trees.next(1 + chosen.size() % 5);
                if (!RandomTrees.addsZero(tree) && keepsItsOrder(Simplifier.simplify(tree))) {
                    chosen.add(tree);
                }
            }
            final Compiled compiled =
                    Compiled.of(chosen.stream().map(Expression::toString).toList(), RandomTrees.VARIABLES);
            final List<Map<String, Double>> values = values(trees);
            compiled.compute(values);
            for (int i = 0; i < TOGETHER; i++) {
                for (int lane = 0; lane < LANES; lane++) {
                    final Map<String, Double> given = values.get(lane);
                    final Expression tree = chosen.get(i);
                    assertEquals(tree.evaluate(given::get), compiled.value(i, lane), () -> tree + " at " + given);
                }
            }
        }
    }

    /** Products of four, one of them a power or a constant: each is rounded seven times at most, wherever that happens. */
    @Test
    void productsInAnyOrderAreWithinFourUnitsInTheLastPlace() {
        final Random random = new Random(19);
        final List<String> factors = List.of("a", "b", "x_1", "V_e", "τ", "3.7", "a^2", "b^-1", "x_1^0.5", "0.3");
        for (int batch = 0; batch < 10; batch++) {
            final List<String> texts = new ArrayList<>();
            for (int i = 0; i < TOGETHER; i++) {
                String text = factors.get(random.nextInt(factors.size()));
                for (int factor = 0; factor < 3; factor++) {
                    final String sign = random.nextBoolean() ? "*" : "/";
                    final String next = factors.get(random.nextInt(5 + random.nextInt(6)));
                    text = random.nextBoolean() ? text + sign + next : next + sign + "(" + text + ")";
                }
                texts.add(text);
            }
            final Compiled compiled = Compiled.of(texts, RandomTrees.VARIABLES);
            final List<Map<String, Double>> values = IntStream.range(0, LANES)
                    .mapToObj(lane -> RandomTrees.VARIABLES.stream()
                            .collect(Collectors.toMap(name -> name, name -> 0.1 + 10 * random.nextDouble())))
                    .toList();
            compiled.compute(values);
            for (int i = 0; i < TOGETHER; i++) {
                final Expression tree = Expression.parse(texts.get(i));
                for (int lane = 0; lane < LANES; lane++) {
                    assertNear(tree.evaluate(values.get(lane)::get), compiled.value(i, lane), 4, texts.get(i));
                }
            }
        }
    }

    private static void assertNear(final double expected, final double actual, final double units, final String what) {
        if (Double.compare(expected, actual) != 0) {
            assertTrue(
                    Math.abs(expected - actual) <= units * Math.ulp(expected),
                    () -> what + ": " + expected + " but was " + actual);
        }
    }

    private static final Map<Function, DoubleUnaryOperator> OF_ONE = Map.ofEntries(
            Map.entry(Function.SIN, StrictMath::sin),
            Map.entry(Function.COS, StrictMath::cos),
            Map.entry(Function.TAN, StrictMath::tan),
            Map.entry(Function.SEC, x -> 1 / StrictMath.cos(x)),
            Map.entry(Function.CSC, x -> 1 / StrictMath.sin(x)),
            Map.entry(Function.COT, x -> 1 / StrictMath.tan(x)),
            Map.entry(Function.ARCSIN, StrictMath::asin),
            Map.entry(Function.ARCCOS, StrictMath::acos),
            Map.entry(Function.ARCTAN, StrictMath::atan),
            Map.entry(Function.SINH, StrictMath::sinh),
            Map.entry(Function.COSH, StrictMath::cosh),
            Map.entry(Function.TANH, StrictMath::tanh),
            Map.entry(Function.EXP, StrictMath::exp),
            Map.entry(Function.LOG, StrictMath::log),
            Map.entry(Function.SQRT, StrictMath::sqrt),
            Map.entry(Function.SQUARE, x -> x * x),
            Map.entry(Function.CUBE, x -> x * x * x),
            Map.entry(Function.SIGMOID, x -> 1 / (1 + StrictMath.exp(-x))),
            Map.entry(Function.ABSV, StrictMath::abs),
            Map.entry(Function.SIGN, StrictMath::signum),
            Map.entry(Function.REAL, x -> x),
            Map.entry(Function.CONJ, x -> x),
            Map.entry(Function.IMAG, x -> 0),
            Map.entry(Function.ARG, x -> StrictMath.atan2(0, x)),
            Map.entry(Function.NOT, x -> Double.isNaN(x) ? x : x == 0 ? 1 : 0),
            Map.entry(Function.HEAVISIDE, x -> (StrictMath.signum(x) + 1) / 2),
            // Its own error is tested against numbers of many digits.
            Map.entry(Function.ERF, ErrorFunction::erf),
            Map.entry(Function.NO_OP, x -> x),
            Map.entry(Function.ROUND, StrictMath::rint),
            Map.entry(Function.FLOOR, StrictMath::floor),
            Map.entry(Function.CEIL, StrictMath::ceil),
            Map.entry(Function.NOISE, x -> Double.NaN));
    private static final Map<Function, DoubleBinaryOperator> OF_TWO = Map.of(
            Function.LOG_TO_BASE, (x, y) -> StrictMath.log(x) / StrictMath.log(y),
            Function.POW, StrictMath::pow,
            Function.HYPOT, StrictMath::hypot,
            Function.ARCTAN2, StrictMath::atan2,
            Function.MAXI, StrictMath::max,
            Function.MINI, StrictMath::min);
    /** Quotients of what is within two units itself, and rounded once more: for these the bound is four. */
    private static final Set<Function> QUOTIENTS =
            Set.of(Function.SEC, Function.CSC, Function.COT, Function.SIGMOID, Function.LOG_TO_BASE);

    /** A number from the whole range, of the size that models have, or one of those at which functions end. */
    private static double argument(final Random random) {
        final double[] special = {
            0.0,
            -0.0,
            1,
            -1,
            Double.NaN,
            1 / 0.0,
            -1 / 0.0,
            Double.MIN_VALUE,
            -Double.MIN_NORMAL,
            Double.MAX_VALUE,
            709.8,
            -745.2
        };
        return switch (random.nextInt(4)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> 2 * random.nextDouble() - 1;
            case 2 -> 20 * random.nextGaussian();
            default -> special[random.nextInt(special.length)];
        };
    }

    /** StrictMath's own hyperbolic tangent is up to 2.1 units away from the exact one, ours 1.3. */
    private static int bound(final Function function) {
        return QUOTIENTS.contains(function) ? 4 : function == Function.TANH ? 3 : 2;
    }

    @Test
    void everyFunctionIsWithinTwoUnitsInTheLastPlaceOfStrictMath() {
        final List<Function> functions = Arrays.stream(Function.values())
                .filter(function -> !(function.computation() instanceof Function.OverUnits))
                .toList();
        final Compiled compiled = Compiled.of(
                functions.stream()
                        .map(function -> function.names().get(0) + "("
                                + String.join(
                                        ", ",
                                        List.of("a", "b", "x_1")
                                                .subList(
                                                        0, function.parameters().size()))
                                + ")")
                        .map(call -> call.startsWith("not") ? "not a" : call)
                        .toList(),
                RandomTrees.VARIABLES);
        final Random random = new Random(23);
        for (int i = 0; i < 5000; i++) {
            final List<Map<String, Double>> values = IntStream.range(0, LANES)
                    .mapToObj(lane -> RandomTrees.VARIABLES.stream()
                            .collect(Collectors.toMap(name -> name, name -> argument(random))))
                    .toList();
            compiled.compute(values);
            for (int lane = 0; lane < LANES; lane++) {
                final double x = values.get(lane).get("a");
                final double y = values.get(lane).get("b");
                final double z = values.get(lane).get("x_1");
                for (int number = 0; number < functions.size(); number++) {
                    final Function function = functions.get(number);
                    final double expected = function == Function.WHERE
                            ? Double.isNaN(x) ? x : x == 0 ? z : y
                            : OF_ONE.containsKey(function)
                                    ? OF_ONE.get(function).applyAsDouble(x)
                                    : OF_TWO.get(function).applyAsDouble(x, y);
                    assertNear(
                            expected,
                            compiled.value(number, lane),
                            bound(function),
                            function + " of " + x + ", " + y + ", " + z);
                }
            }
        }
    }
}
