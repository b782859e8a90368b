/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SimplifierTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource({
        "x*1, x",
        "1*x, x",
        "x/1, x",
        "x + 0, x",
        "0 + x, x",
        "x - 0, x",
        "x^1, x",
        "x^0, 1",
        "-(-x), x",
        "x*-1, -x",
        "-1*x, -x",
        "x + -y, x - y",
        "x - -y, x + y",
        "(-a)*b, -a*b",
        "1 + 2 + x, 3 + x",
        "x + 1 + 2, x + 1 + 2",
        "x + 0 + y, x + y",
        "x + 0 - y, x - y",
        "1 - 1 + x, x",
        "2*3*x, 6*x",
        "x*2*3, x*2*3",
        "x/8, x*0.125",
        "x/-8, x*-0.125",
        "x/3, x/3",
        "x^2, x*x",
        "x^3, x*x*x",
        "x^4, square(x*x)",
        "x^5, x^5",
        "x^-1, 1/x",
        "x^-2, square(1/x)",
        "x^0.5, sqrt(x)",
        "(x + y)^2, square(x + y)",
        "(x + y)^3, cube(x + y)",
        "'pow(x, 2)', x*x",
        "sigmoid(x), 1/(1 + exp(-x))",
        "sigmoid(-x), 1/(1 + exp(x))",
        "'log(x, 2)', log(x)/0.6931471805599453",
        "exp(0), 1",
        "0*x, 0*x",
        "0/x, 0/x",
        "1/0, 1/0",
        "log(0), log(0)",
        "x - x, x - x",
    })
    void rewrites(final String text, final String simple) {
        assertEquals(simple, Simplifier.simplify(Expression.parse(text)).toString());
    }

    @Test
    void keepsEveryBitWithoutPowers() {
        final RandomTrees trees = new RandomTrees(7L, false);
        int compared = 0;
        for (int i = 0; i < 50_000; i++) {
            final Expression tree = trees.next(1 + i % 5);
            if (RandomTrees.addsZero(tree)) {
                continue;
            }
            final Expression simple = Simplifier.simplify(tree);
            for (int j = 0; j < 4; j++) {
                final Map<String, Double> values = values(trees);
                assertEquals(tree.evaluate(values::get), simple.evaluate(values::get), () -> tree + " at " + values);
                compared++;
            }
        }
        assertTrue(compared > 50_000);
    }

    @Test
    void losesAtMostTheSignOfZeroWhenZeroIsAdded() {
        for (final String text : List.of("x + 0", "0 + x", "x - -0.0", "x + y + 0", "0 + x + y")) {
            final Expression tree = Expression.parse(text);
            final Expression simple = Simplifier.simplify(tree);
            for (final double x : new double[] {0.0, -0.0, 1.0, Double.NaN, Double.NEGATIVE_INFINITY}) {
                assertEquals(tree.evaluate(name -> x) + 0.0, simple.evaluate(name -> x) + 0.0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x^2", "x^3", "x^4", "x^-1", "x^-2", "x^0.5", "(x*1)^4", "pow(-x, 3)", "(-x)^-2"})
    void roundsPowersByFourUnitsAtMost(final String text) {
        final Expression tree = Expression.parse(text);
        final Expression simple = Simplifier.simplify(tree);
        final Random random = new Random(11L);
        final List<Double> inputs =
                new ArrayList<>(List.of(0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, 1e308));
        for (int i = 0; i < 200_000; i++) {
            inputs.add(random.nextGaussian());
            inputs.add(Double.longBitsToDouble(random.nextLong()));
        }
        for (final double x : inputs) {
            final double exact = tree.evaluate(name -> x);
            final double value = simple.evaluate(name -> x);
            if (Double.compare(exact, value) != 0) {
                assertTrue(Math.abs(exact - value) <= 4 * Math.ulp(exact), () -> exact + " != " + value + " at " + x);
            }
        }
    }

    @Test
    void doesNothingTheSecondTime() {
        final RandomTrees trees = new RandomTrees(13L, true);
        for (int i = 0; i < 50_000; i++) {
            final Expression tree = trees.next(1 + i % 6);
            final Expression simple = Simplifier.simplify(tree);
            assertEquals(simple, Simplifier.simplify(simple), tree::toString);
        }
    }

    @Test
    void visitsSharedPartsOnce() {
        Expression shared = Expression.parse("sigmoid(x)/4");
        for (int i = 0; i < 60; i++) {
            shared = new Expression.Binary(Operator.MULTIPLY, shared, shared);
        }
        final Expression tree = shared;
        assertTimeoutPreemptively(LONG, () -> Simplifier.simplify(tree));
    }

    @Test
    void powersOfPowersStaySmall() {
        final String text = "(".repeat(90) + "x + y" + ")^4".repeat(90);
        assertTrue(Simplifier.simplify(Expression.parse(text)).toString().length() < 10 * text.length());
    }

    @Test
    void takesLinearTimeForLongSums() {
        assertTimeoutPreemptively(LONG, () -> {
            final String text = "x" + "-x".repeat(49_999);
            final Expression sum = Expression.parse(text);
            assertEquals(sum, Expression.parse(sum.toString().replace(" ", "")));
            assertEquals(sum.hashCode(), Expression.parse(text).hashCode());
            assertEquals(-49_998.0, sum.evaluate(name -> 1.0));
            assertEquals(sum, Simplifier.simplify(sum));
            assertEquals(1, sum.variables().size());
            final Expression ones = sum.substitute(name -> new Expression.Constant(1.0));
            // A subtracted constant is a negative constant once it is simplified, so that the whole sum folds.
            assertEquals(new Expression.Constant(-49_998.0), Simplifier.simplify(ones));
        });
    }

    private static Map<String, Double> values(final RandomTrees trees) {
        final Map<String, Double> values = new HashMap<>();
        for (final String name : RandomTrees.VARIABLES) {
            values.put(name, trees.value());
        }
        return values;
    }
}
