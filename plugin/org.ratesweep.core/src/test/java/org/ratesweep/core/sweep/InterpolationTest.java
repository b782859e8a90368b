/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.sweep.ParameterTarget.Paths;

/** Straight lines between points: against values by hand and a search for the interval. */
class InterpolationTest {
    /** Points (-1, 4), (0, 2), (0.5, 3), (2, 0). */
    private static final String POINTS =
            "xp: {vtype: constant, value: [-1, 0, 0.5, 2]}, fp: {vtype: constant, value: [4, 2, 3, 0]}";

    private static Sweep.Builder sweep(final String equation, final String variables) {
        return Sweep.of(TestTemplates.operator('"' + equation + '"', "{" + variables + "}"))
                .simulationTime(1)
                .stepSize(0.5);
    }

    private static Results run(final Sweep.Builder sweep) {
        return Results.collect(sweep.build(), RunOptions.defaults());
    }

    private static String list(final double... values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(", ", "[", "]"));
    }

    private static void assertRefused(final String equation, final String variables, final String... parts) {
        final String message = assertThrows(InputException.class, () -> sweep(equation, variables))
                .getMessage();
        for (final String part : parts) {
            assertTrue(message.contains(part), () -> "'" + part + "' is missing in: " + message);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 4",
        "0, 2",
        "-0.0, 2",
        "0.5, 3",
        "2, 0",
        "-0.75, 3.5",
        "0.25, 2.5",
        "1.25, 1.5",
        "-3, 4",
        "7, 0",
        "1e308, 0",
        "1/0, 0",
        "-1/0, 4",
        "0/0, NaN",
        "1/0 - 1/0, NaN",
    })
    void valuesAreThoseByHand(final String x, final double expected) {
        for (final String at : List.of(x, "k + " + x)) {
            final Results results = run(sweep("a = interp(" + at + ", xp, fp)", "a: variable(0.0), k: 0.0, " + POINTS)
                    .grid(ParameterGrid.pairwise(Map.of("k", new double[] {0, 0})))
                    .map("k", new Paths(List.of("p/Test/k")))
                    .output("a", "p/Test/a"));
            assertEquals(expected, results.series("a", "Test_0")[0]);
            assertEquals(expected, results.series("a", "Test_1")[0]);
        }
    }

    @Test
    void timeStateAndVectorsCanBeInterpolated() {
        final Results ofTime = run(sweep("a = interp(t, xp, fp)", "a: variable(0.0), " + POINTS)
                .simulationTime(2)
                .output("a", "p/Test/a"));
        assertArrayEquals(new double[] {2, 3, 2, 1}, ofTime.series("a", "Test_0"));
        final Results ofState =
                run(sweep("v' = interp(v, xp, fp)", "v: {vtype: output, value: [-1, 0.25, 9]}, " + POINTS)
                        .output("v", "p/Test/v"));
        assertArrayEquals(new double[] {-1, 1}, ofState.series("v", "Test_0", "p/Test/v[0]"));
        assertArrayEquals(new double[] {0.25, 1.5}, ofState.series("v", "Test_0", "p/Test/v[1]"));
        assertArrayEquals(new double[] {9, 9}, ofState.series("v", "Test_0", "p/Test/v[2]"));
    }

    @Test
    void onePointIsAConstantAndTwoAreALine() {
        final Results one =
                run(sweep("a = vsum(interp(v, s, 7))", "a: variable(0.0), s: 2.0, v: {vtype: constant, value: [1, 5]}")
                        .output("a", "p/Test/a"));
        assertEquals(14, one.series("a", "Test_0")[0]);
        final Results unknown =
                run(sweep("a = interp(0/0, s, 7)", "a: variable(0.0), s: 2.0").output("a", "p/Test/a"));
        assertEquals(Double.NaN, unknown.series("a", "Test_0")[0]);
        final Results two = run(sweep(
                        "a = interp(v, xp, -2*xp)",
                        "a: \"output(0.0, 3)\", xp: {vtype: constant, value: [1, 2]}, v: {vtype: constant, value: [0, 1.25, 2]}")
                .output("a", "p/Test/a"));
        assertEquals(
                List.of(-2.0, -2.5, -4.0),
                two.columns().stream()
                        .map(column -> two.series("a", "Test_0", column.path())[0])
                        .toList());
    }

    /** The definition by a search, with the roundings of the line f + slope*(x - from). */
    private static double searched(final double x, final double[] knots, final double[] values) {
        if (Double.isNaN(x)) {
            return x;
        }
        final int after = (int) Arrays.stream(knots).filter(knot -> knot <= x).count();
        if (after == 0 || after == knots.length) {
            return values[Math.max(0, after - 1)];
        }
        final double slope = (values[after] - values[after - 1]) / (knots[after] - knots[after - 1]);
        return values[after - 1] + slope * (x - knots[after - 1]);
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "70"})
    void everyIntervalIsFound(final int sets) {
        final Random random = new Random(7);
        for (int table = 0; table < 12; table++) {
            final int points = 2 + table;
            final double[] knots = random.doubles(points, -2, 2).sorted().toArray();
            final double[] values = random.doubles(points, -5, 5).toArray();
            final double[] x = random.doubles(sets, -3, 3).toArray();
            x[0] = knots[random.nextInt(points)];
            final double[] more = IntStream.range(0, 5)
                    .mapToDouble(i -> i == 3 ? knots[0] : random.nextDouble() * 6 - 3)
                    .toArray();
            final Results results = run(sweep(
                            "w = interp(v + 0*k, xp, fp) + 0*interp(k, xp, fp)",
                            "w: \"output(0.0, 5)\", v: {vtype: constant, value: " + list(more) + "}, k: 1.0, "
                                    + "xp: {vtype: constant, value: " + list(knots)
                                    + "}, fp: {vtype: constant, value: " + list(values) + "}")
                    .grid(ParameterGrid.pairwise(Map.of("k", x)))
                    .map("k", new Paths(List.of("p/Test/k")))
                    .output("w", "p/Test/w"));
            final Results ofNumber = run(sweep(
                            "a = interp(k, xp, fp)",
                            "a: variable(0.0), k: 1.0, xp: {vtype: constant, value: " + list(knots)
                                    + "}, fp: {vtype: constant, value: " + list(values) + "}")
                    .grid(ParameterGrid.pairwise(Map.of("k", x)))
                    .map("k", new Paths(List.of("p/Test/k")))
                    .output("a", "p/Test/a"));
            for (int set = 0; set < sets; set++) {
                for (int element = 0; element < more.length; element++) {
                    assertEquals(
                            searched(more[element], knots, values),
                            results.series("w", "Test_" + set, "p/Test/w[" + element + "]")[0]);
                }
                assertEquals(searched(x[set], knots, values), ofNumber.series("a", "Test_" + set)[0]);
            }
        }
    }

    @Test
    void setsWhoseKnotsDoNotIncreaseHaveNoValue() {
        for (final String x : List.of("0.75", "-9", "9", "t", "1")) {
            final Results results = run(sweep("a = interp(" + x + ", xp, fp)", "a: variable(0.0), " + POINTS)
                    .grid(ParameterGrid.pairwise(Map.of("k", new double[] {0.5, 0, -3, 2, 1.5})))
                    .map("k", new Paths(List.of("p/Test/xp[2]")))
                    .output("a", "p/Test/a"));
            for (final int invalid : List.of(1, 2, 3)) {
                assertEquals(Double.NaN, results.series("a", "Test_" + invalid)[0], "set " + invalid + " at " + x);
            }
            assertTrue(Double.isFinite(results.series("a", "Test_0")[0]));
            assertTrue(Double.isFinite(results.series("a", "Test_4")[0]));
        }
        final Results unknown = run(sweep("a = interp(1, where(xp == 0, 0/0, xp), fp)", "a: variable(0.0), " + POINTS)
                .output("a", "p/Test/a"));
        assertEquals(Double.NaN, unknown.series("a", "Test_0")[0]);
        final Results alike = run(sweep("a = interp(1, xp, fp)", "a: variable(0.0), " + POINTS)
                .grid(ParameterGrid.pairwise(Map.of("k", new double[] {0.5})))
                .map("k", new Paths(List.of("p/Test/xp")))
                .output("a", "p/Test/a"));
        assertEquals(Double.NaN, alike.series("a", "Test_0")[0]);
    }

    @Test
    void sweptValuesMoveTheLine() {
        final Results results = run(sweep("a = interp(0.25, xp, fp)", "a: variable(0.0), " + POINTS)
                .grid(ParameterGrid.pairwise(Map.of("k", new double[] {3, 5})))
                .map("k", new Paths(List.of("p/Test/fp[2]")))
                .output("a", "p/Test/a"));
        assertEquals(2.5, results.series("a", "Test_0")[0]);
        assertEquals(3.5, results.series("a", "Test_1")[0]);
    }

    @Test
    void whatIsNoTableIsRefused() {
        final String variables = "a: output, s: 1.0, " + POINTS;
        assertRefused("a = interp(s, xp, s)", variables, "has 4 knots xp, but 1 values fp; 'p/Test/xp' has 4");
        assertRefused(
                "a = interp(s, fp, xp)",
                variables,
                "the knots 'p/Test/fp' of 'interp(p/Test/s, p/Test/fp, p/Test/xp)' must increase, but element 1 is 2.0"
                        + " behind 4.0",
                "the equation of 'p/Test/a', a = interp(s, fp, xp)");
        assertRefused("a = interp(interp(s, xp, fp), xp, fp)", variables, "give the inner one a variable of its own");
        assertRefused("a = interp(xp, xp, fp)", variables, "the right-hand side has 4 units");
        assertRefused(
                "z = interp(z, xp, fp)",
                "z: {vtype: output, dtype: complex, value: 1j}, " + POINTS,
                "is not defined for complex numbers");
        assertRefused(
                "a = vsum(interp(v, v, v))",
                "a: output, v: \"variable(0.0, 5000)\"",
                "interp() of 5000 elements between 5000 knots takes more than");
    }
}
