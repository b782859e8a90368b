/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.results.ResultsMap;
import org.ratesweep.core.results.SeriesName;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.sweep.ParameterTarget.NodeVariables;
import org.ratesweep.core.sweep.ParameterTarget.Paths;

/** Vectors: their functions against scalars, and what addresses their elements. */
class VectorTest {
    /** x = (1, 2, 4), y = (10, 20), s = 3, W = ((1, 0, 2), (-1, 3, 0.5)). */
    private static final String VARIABLES = "x: {vtype: constant, shape: [3], value: [1, 2, 4]}, "
            + "y: {vtype: constant, shape: [2], value: [10, 20]}, s: 3, "
            + "W: {vtype: constant, shape: [2, 3], value: [[1, 0, 2], [-1, 3, 0.5]]}";

    private static final double[] TWO = {0, 1};

    private static Sweep.Builder sweep(final String equation, final String variables) {
        return Sweep.of(TestTemplates.operator('"' + equation + '"', "{" + variables + "}"))
                .simulationTime(1)
                .stepSize(0.5);
    }

    private static Results run(final Sweep.Builder sweep) {
        return Results.collect(sweep.build(), RunOptions.defaults());
    }

    private static void assertRefused(final String equation, final String variables, final String... parts) {
        final String message = assertThrows(
                        InputException.class,
                        () -> sweep(equation, variables).output("a", "p/Test/a").build())
                .getMessage();
        for (final String part : parts) {
            assertTrue(message.contains(part), () -> "'" + part + "' is missing in: " + message);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "vsum(x), 7",
        "vsum(s), 3",
        "mean(x), 2.3333333333333335",
        "mean(s), 3",
        "'index(x, 2)', 4",
        "'index(x, -1)', 4",
        "'index(s, 0)', 3",
        "'index_axis(x, 1)', 2",
        "'index_axis(x, 1, 0)', 2",
        "vsum(no_op(x)), 7",
        "'vsum(index_range(x, 1, 3))', 6",
        "'index(index_range(x, 0, -1), 1)', 2",
        "'index(roll(x, 1), 0)', 4",
        "'index(roll(x, 1), 2)', 2",
        "'index(roll(x, -4), 0)', 2",
        "'index(concatenate(x, y), 2)', 4",
        "'index(concatenate(x, y), 3)', 10",
        "'vsum(concatenate(s, x))', 10",
        "'index(matvec(W, x), 0)', 9",
        "'index(matmul(W, x + 0), 1)', 7",
        "'index_2d(W, 0, 2)', 2",
        "'index(wsum(W, broadcast_pre(x)), 0)', 9",
        "'index(wsum(W, broadcast_pre(x)), 1)', 7",
        "'index(wsum(W, broadcast_post(y)), 1)', 50",
        "'index(wsum(broadcast_pre(x) - broadcast_post(y), -W), 0)', 21",
        "'index(wsum(W, (broadcast_pre(x) + broadcast_post(y))^2 + s), 1)', 1306.5",
        "'index(wsum(W, s), 1)', 7.5",
        "'index(wsum(W, reshape2d(concatenate(x, 2*x), 2, 3)), 1)', 14",
        "'index(wsum(W, where(W > 0, W, 0)), 1)', 9.25",
        "'index(flatten1d(2*W + 1), 4)', 7",
        "'vsum(flatten1d(broadcast_post(x)*broadcast_pre(y)))', 210",
        "'index(flatten1d(broadcast_post(x)*broadcast_pre(y)), 1)', 20",
        "'index_2d(W, -1, -2)', 3",
        "'vsum(x*index(W, 1))', 7",
        "'index(index_axis(W, 1), 2)', 0.5",
        "'index(index_axis(W, -1, 0), 0)', -1",
        "'vsum(index_axis(W, 2, 1)*y)', 30",
        "'vsum(index_axis(W, -3, 1)*y)', -10",
        "'vsum(matvec(W, index_axis(W, 0, 0)))', 5",
        "'vsum(x*x + s)', 30",
        "'index(x, s - 2)', 2",
        "'vsum(index_range(x, s - 3, -s + 1))', 1",
        "'index_2d(W, 1, s - 1)', 0.5",
        "'index(roll(x, s - 1), 0)', 2",
        "'vsum(maxi(x, s))', 10",
        "'vsum(where(x > 1, x, 0))', 6",
        "vsum(x)^2 - mean(y), 34",
    })
    void functionsGiveWhatTheyGiveByHand(final String expression, final double expected) {
        final Results results =
                run(sweep("a = " + expression, "a: variable(0.0), " + VARIABLES).output("a", "p/Test/a"));
        assertArrayEquals(new double[] {expected, expected}, results.series("a", "Test_0"), 1e-15);
    }

    @Test
    void functionsWithSeveralElementsKeepTheirOrder() {
        final Results results = run(
                sweep("a = roll(concatenate(index_range(x, 1, 3), 0.1*y), 1)", "a: \"output(0.0, 4)\", " + VARIABLES)
                        .output("a", "p/Test/a"));
        assertEquals(
                List.of("p/Test/a[0]", "p/Test/a[1]", "p/Test/a[2]", "p/Test/a[3]"),
                results.columns().stream().map(SeriesName::path).toList());
        assertEquals(
                List.of(2.0, 2.0, 4.0, 1.0),
                results.columns().stream()
                        .map(column -> results.series("a", "Test_0", column.path())[0])
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "euler", "heun", "rk4", "dopri5", "dop853", "rodas4",
    })
    void elementsOfAVectorEquationAreThoseOfScalarEquations(final String solver) {
        final Results vector = run(
                sweep("v' = k*(mean(v) - v) + u", "v: {vtype: output, value: [1, 2, 6]}, k: 0.7, u: \"input(0.5, 3)\"")
                        .solver(Solver.named(solver))
                        .output("v", "p/Test/v"));
        final Results scalars = Results.collect(
                Sweep.of(TestTemplates.operator(
                                "[\"a' = k*((a + b + c)/3 - a) + u\", \"b' = k*((a + b + c)/3 - b) + u\","
                                        + " \"c' = k*((a + b + c)/3 - c) + u\"]",
                                "{a: variable(1.0), b: variable(2.0), c: variable(6.0), k: 0.7, u: input(0.5)}"))
                        .simulationTime(1)
                        .stepSize(0.5)
                        .solver(Solver.named(solver))
                        .output("a", "p/Test/a")
                        .output("b", "p/Test/b")
                        .output("c", "p/Test/c")
                        .build(),
                RunOptions.defaults());
        for (int element = 0; element < 3; element++) {
            assertArrayEquals(
                    scalars.series(List.of("a", "b", "c").get(element), "Test_0"),
                    vector.series("v", "Test_0", "p/Test/v[" + element + "]"),
                    1e-14);
        }
    }

    @Test
    void aNumberIsTheDerivativeOfEveryElement() {
        final Results results = run(sweep("v' = 2", "v: \"output(1.0, 3)\"").output("last", "all/Test/v[2]"));
        assertEquals(
                List.of("p/Test/v[2]"),
                results.columns().stream().map(SeriesName::path).toList());
        assertArrayEquals(new double[] {1, 2}, results.series("last", "Test_0"));
    }

    @Test
    void complexVectorsAreSplitElementByElement() {
        final Results results = run(sweep(
                        "z' = I*w*z + mean(z)*0",
                        "z: {vtype: output, value: [1, 1j]}, w: {vtype: constant, value: [1, 2]}")
                .output("z", "p/Test/z"));
        assertEquals(
                List.of("p/Test/z.real[0]", "p/Test/z.real[1]", "p/Test/z.imag[0]", "p/Test/z.imag[1]"),
                results.columns().stream().map(SeriesName::path).toList());
        assertArrayEquals(new double[] {1, 1}, results.series("z", "Test_0", "p/Test/z.real[0]"));
        assertArrayEquals(new double[] {0, 0.5}, results.series("z", "Test_0", "p/Test/z.imag[0]"));
        assertArrayEquals(new double[] {0, -1}, results.series("z", "Test_0", "p/Test/z.real[1]"));
        assertArrayEquals(new double[] {1, 1}, results.series("z", "Test_0", "p/Test/z.imag[1]"));
    }

    @Test
    void elementsAndWholeVectorsAreSwept() {
        final Results one = run(sweep("v' = k", "v: \"output(0.0, 2)\", k: {vtype: constant, value: [4, 6]}")
                .grid(ParameterGrid.pairwise(Map.of("k", TWO)))
                .map("k", new NodeVariables(List.of("Test/k[1]"), List.of("p")))
                .output("v", "p/Test/v"));
        assertArrayEquals(new double[] {0, 2}, one.series("v", "Test_1", "p/Test/v[0]"));
        assertArrayEquals(new double[] {0, 0}, one.series("v", "Test_0", "p/Test/v[1]"));
        assertArrayEquals(new double[] {0, 0.5}, one.series("v", "Test_1", "p/Test/v[1]"));
        final Results all = run(sweep("v' = k", "v: \"output(0.0, 2)\", k: {vtype: constant, value: [4, 6]}")
                .grid(ParameterGrid.pairwise(Map.of("k", TWO)))
                .map("k", new Paths(List.of("p/Test/k")))
                .output("v", "p/Test/v"));
        assertArrayEquals(new double[] {0, 0.5}, all.series("v", "Test_1", "p/Test/v[0]"));
        assertArrayEquals(new double[] {0, 0.5}, all.series("v", "Test_1", "p/Test/v[1]"));
        final Results part = run(sweep(
                        "v' = index_range(roll(k, 1), 1, 3)",
                        "v: \"output(0.0, 2)\", k: {vtype: constant, value: [4, 6, 8]}")
                .grid(ParameterGrid.pairwise(Map.of("k", TWO)))
                .map("k", new Paths(List.of("p/Test/k")))
                .output("v", "p/Test/v"));
        assertArrayEquals(new double[] {0, 0.5}, part.series("v", "Test_1", "p/Test/v[1]"));
        final Results initial = run(sweep("v' = 0", "v: \"output(0.5, 2)\"")
                .grid(ParameterGrid.pairwise(Map.of("v", TWO)))
                .map("v", new Paths(List.of("all/Test/v[0]")))
                .output("v", "p/Test/v"));
        assertEquals(1, initial.series("v", "Test_1", "p/Test/v[0]")[0]);
        assertEquals(0.5, initial.series("v", "Test_1", "p/Test/v[1]")[0]);
    }

    @Test
    void placesAreSweptByConstants() {
        final Results results =
                run(sweep("x' = index(roll(k, 2*i), i)", "x: output, i: 1, k: {vtype: constant, value: [1, 2, 4]}")
                        .grid(ParameterGrid.pairwise(Map.of("i", new double[] {0, 1, 2, 3, 0.5, -1, 1})))
                        .map("i", new Paths(List.of("p/Test/i")))
                        .output("x", "p/Test/x"));
        assertArrayEquals(new double[] {0, 0.5}, results.series("x", "Test_0"));
        assertArrayEquals(new double[] {0, 2}, results.series("x", "Test_1"));
        assertArrayEquals(new double[] {0, 1}, results.series("x", "Test_2"));
        assertArrayEquals(new double[] {0, 1}, results.series("x", "Test_5"));
        assertArrayEquals(new double[] {0, 2}, results.series("x", "Test_6"));
        final List<String> messages =
                results.map().rows().stream().map(ResultsMap.Row::message).toList();
        assertTrue(messages.get(3).contains("asks for element 3 of 3"), messages.get(3));
        assertTrue(messages.get(4).contains("must be a whole number, but is 0.5"), messages.get(4));
    }

    @Test
    void delaysOfVectorsAreThoseOfTheirElements() {
        final Results results = run(sweep("v' = past(v, 0.5)", "v: {vtype: output, value: [1, 3]}")
                .simulationTime(2)
                .output("v", "p/Test/v"));
        assertArrayEquals(new double[] {1, 1.5, 2, 2.75}, results.series("v", "Test_0", "p/Test/v[0]"));
        assertArrayEquals(new double[] {3, 4.5, 6, 8.25}, results.series("v", "Test_0", "p/Test/v[1]"));
        assertRefused(
                "a' = past(a, k)",
                "a: \"output(0.0, 2)\", k: {vtype: constant, value: [1, 2]}",
                "depends on 'p/Test/k', whose 2 units have different values");
        assertRefused("a' = past(a, vsum(x))", "a: output, " + VARIABLES, "takes the elements of a vector together");
    }

    @Test
    void numbersOfElementsMustFit() {
        assertRefused(
                "a = vsum(x + y)",
                "a: output, " + VARIABLES,
                "'p/Test/x + p/Test/y' joins 3 units with 2; 'p/Test/x' has 3, 'p/Test/y' has 2");
        assertRefused(
                "a = x",
                "a: output, " + VARIABLES,
                "the right-hand side has 3 units",
                "the left-hand side has 1; 'p/Test/x' has 3",
                "the equation of 'p/Test/a', a = x");
        assertRefused(
                "a = matvec(W, y)",
                "a: output, " + VARIABLES,
                "has 3 columns and 2 rows, but the vector has 2 elements");
        assertRefused("a = matvec(x, y)", "a: output, " + VARIABLES, "is no constant matrix");
        assertRefused("a = index_2d(x, 0, 0)", "a: output, " + VARIABLES, "is no constant matrix");
        assertRefused("a = index_2d(2*W, 0, 0)", "a: output, " + VARIABLES, "is no constant matrix");
        assertRefused("a = index_2d(W, 2, 0)", "a: output, " + VARIABLES, "asks for element 2 of 2");
        assertRefused("a = index_2d(W, 0, -4)", "a: output, " + VARIABLES, "asks for element -4 of 3");
        assertRefused("a = vsum(index(W, 2))", "a: output, " + VARIABLES, "asks for element 2 of 2");
        assertRefused(
                "a = vsum(index_axis(W, 0, 2))",
                "a: output, " + VARIABLES,
                "asks for an axis that a matrix does not have");
        assertRefused("a = vsum(W)", "a: output, " + VARIABLES, "'p/Test/W' is a matrix of 2 rows and 3 columns");
        assertRefused("a = vsum(index_range(W, 0, 1))", "a: output, " + VARIABLES, "'p/Test/W' is a matrix");
        assertRefused("a = vsum(concatenate(x, W))", "a: output, " + VARIABLES, "'p/Test/W' is a matrix of 2 rows");
        assertRefused("a = vsum(matvec(W, W))", "a: output, " + VARIABLES, "'p/Test/W' is a matrix of 2 rows");
        assertRefused("a = 2*W", "a: output, " + VARIABLES, "is a matrix of 2 rows and 3 columns, where a vector");
        assertRefused(
                "a = vsum(wsum(W, x))",
                "a: output, " + VARIABLES,
                "joins a matrix of 2 rows and 3 columns with a vector of 3 elements; broadcast_pre(x) is a row");
        assertRefused(
                "a = vsum(wsum(W, broadcast_pre(y)))",
                "a: output, " + VARIABLES,
                "joins a matrix of 2 rows and 3 columns with a matrix of 1 rows and 2 columns");
        assertRefused("a = vsum(wsum(x, x))", "a: output, " + VARIABLES, "takes two matrices");
        assertRefused(
                "a = vsum(wsum(W, reshape2d(x, 3, 2)))",
                "a: output, " + VARIABLES,
                "asks for 3 rows and 2 columns of a vector of 3 elements");
        assertRefused("a = index(x, 3)", "a: output, " + VARIABLES, "asks for element 3 of 3; they are counted from 0");
        assertRefused(
                "a = index(x, s)", "a: output, " + VARIABLES, "'index(p/Test/x, p/Test/s)' asks for element 3 of 3");
        assertRefused(
                "a = index(x, a)",
                "a: output, " + VARIABLES,
                "'i' in 'index(p/Test/x, p/Test/a)' must be a whole number, written out or as constants of the operator, but"
                        + " depends on p/Test/a");
        assertRefused("a = index(x, y)", "a: output, " + VARIABLES, "but depends on p/Test/y");
        assertRefused("a = index(x, vsum(x))", "a: output, " + VARIABLES, "must be a whole number, written out");
        assertRefused("a = index(x, u)", "a: output, u: input(1.0), " + VARIABLES, "but depends on p/Test/u");
        assertRefused("a = index(x, s/2)", "a: output, " + VARIABLES, "must be a whole number, but is 1.5");
        assertRefused("a = index(x, 0.5)", "a: output, " + VARIABLES, "must be a whole number, but is 0.5");
        assertRefused(
                "a = index_axis(x, 0, 1)", "a: output, " + VARIABLES, "asks for an axis that a vector does not have");
        assertRefused("a = vsum(index_range(x, 2, 2))", "a: output, " + VARIABLES, "is empty: it ends at 2");
    }

    /** What PyRates writes for the states that each pair of units has. */
    @Test
    void pairsOfElementsHaveStates() {
        final Results run = run(Sweep.of(TestTemplates.operator(
                        "[\"z' = flatten1d(broadcast_post(y) - broadcast_pre(x)) - z\", \"a = wsum(W, reshape2d(z, 2, 3))\"]",
                        "{z: \"variable(0.5,6)\", a: \"output(0.0,2)\", " + VARIABLES + "}"))
                .simulationTime(1)
                .stepSize(0.5)
                .output("a", "p/Test/a"));
        final double[][] w = {{1, 0, 2}, {-1, 3, 0.5}};
        final double[] x = {1, 2, 4};
        final double[] y = {10, 20};
        for (int i = 0; i < 2; i++) {
            double first = 0;
            double second = 0;
            for (int j = 0; j < 3; j++) {
                first += w[i][j] * 0.5;
                second += w[i][j] * (0.5 + 0.5 * (y[i] - x[j] - 0.5));
            }
            assertArrayEquals(new double[] {first, second}, run.series("a", "Test_0", "p/Test/a[" + i + "]"), 1e-14);
        }
    }

    @Test
    void elementsThatAreNotThereAreNamed() {
        final Sweep.Builder sweep = sweep("v' = 2", "v: \"output(1.0, 3)\"").output("v", "p/Test/v[3]");
        final String message = assertThrows(InputException.class, sweep::build).getMessage();
        assertTrue(message.contains("there is no 'p/Test/v[3]': 'p/Test/v' has 3 units, counted from 0"), message);
        final Sweep.Builder scalar = sweep("v' = 2", "v: output(1.0)").output("v", "p/Test/v[1]");
        final String ofScalar =
                assertThrows(InputException.class, scalar::build).getMessage();
        assertTrue(ofScalar.contains("'p/Test/v' has only one unit"), ofScalar);
        assertEquals(
                "p/Test/v",
                sweep("v' = 2", "v: output(1.0)")
                        .output("v", "p/Test/v[0]")
                        .build()
                        .outputs()
                        .get(0)
                        .path());
        final Sweep.Builder misspelt = sweep("v' = 2", "v: \"output(1.0, 3)\"").output("v", "p/Test/w[1]");
        final String near = assertThrows(InputException.class, misspelt::build).getMessage();
        assertTrue(near.contains("did you mean 'p/Test/v'?"), near);
    }

    @Test
    void aVectorAndOneOfItsElementsAreNotSweptByTwoColumns() {
        final Sweep.Builder sweep = sweep("v' = k", "v: \"output(0.0, 2)\", k: \"input(0.0, 2)\"")
                .grid(ParameterGrid.pairwise(Map.of("a", TWO, "b", TWO)))
                .map("a", new Paths(List.of("p/Test/k")))
                .map("b", new Paths(List.of("p/Test/k[1]")))
                .output("v", "p/Test/v");
        final String message = assertThrows(InputException.class, sweep::build).getMessage();
        assertTrue(message.contains("set 'p/Test/k"), message);
    }

    @Test
    void edgesJoinElementsOneToOne() {
        final String circuit = """
                a: {base: OperatorTemplate, equations: "x' = 1", variables: {x: {vtype: output, value: [1, 2]}}}
                b: {base: OperatorTemplate, equations: "y = 2*u", variables: {y: "output(0.0, %1$d)", u: "input(0.0, %1$d)"}}
                na: {base: NodeTemplate, operators: [a]}
                nb: {base: NodeTemplate, operators: [b]}
                Test: {base: CircuitTemplate, nodes: {p: na, q: nb}, edges: [[p/a/x, q/b/u, null, {weight: 10.0}]]}
                """;
        final Results results = run(Sweep.of(TestTemplates.circuit(circuit.formatted(2)))
                .simulationTime(1)
                .stepSize(0.5)
                .output("y", "q/b/y"));
        assertArrayEquals(new double[] {20, 30}, results.series("y", "Test_0", "q/b/y[0]"));
        assertArrayEquals(new double[] {40, 50}, results.series("y", "Test_0", "q/b/y[1]"));
        final String message = assertThrows(
                        InputException.class, () -> Sweep.of(TestTemplates.circuit(circuit.formatted(3))))
                .getMessage();
        assertTrue(
                message.contains("leads from 'p/a/x' with 2 units to 'q/b/u' with 3; an edge joins units one to one."
                        + " Write it under 'connections'"),
                message);
    }
}
