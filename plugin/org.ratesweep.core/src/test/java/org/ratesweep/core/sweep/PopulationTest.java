/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.results.SeriesName;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.sweep.ParameterTarget.EdgeAddress;
import org.ratesweep.core.sweep.ParameterTarget.EdgeAttributes;
import org.ratesweep.core.sweep.ParameterTarget.Paths;

/** A population gives what as many nodes give that are written by hand, and a connection what edges between them give. */
class PopulationTest {
    private static final double[] TWO = {0.5, 2};

    /** Two operators, so that populations have state variables, algebraic variables, inputs and wiring inside. */
    private static final String PARTS = """
            rate:
              base: OperatorTemplate
              equations: ["r' = (m - r)/tau + u", "s = sin(r) + g"]
              variables: {r: output(0.1), s: variable, m: input, u: input(0.25), tau: 2.0, g: 0.5}
            gain: {base: OperatorTemplate, equations: "m = k*r_in^2", variables: {m: output, k: 0.3, r_in: input(0.5)}}
            node: {base: NodeTemplate, operators: [rate, gain]}
            delta:
              base: OperatorTemplate
              equations: "d = c*(pre - post) + pre^2"
              variables: {d: output, pre: input, post: input, c: 0.7}
            trace:
              base: OperatorTemplate
              equations: ["w' = (pre - w)/a", "d = w*post"]
              variables: {d: output, w: variable(0.2), pre: input, post: input, a: 1.5}
            difference: {base: EdgeTemplate, operators: [delta]}
            memory: {base: EdgeTemplate, operators: [trace]}
            """;

    private static final double[] TAU = {1, 1.5, 2.5};
    private static final double[] START = {0.1, -0.4, 0.9};
    private static final double[][] WEIGHTS = {{0.5, 0, -1}, {0.25, 2, 0}, {0, 0, 1.5}};

    private static final String POPULATION = PARTS + """
            Test:
              base: CircuitTemplate
              populations: {p: {node: node, n: 3, params: {rate/tau: [1, 1.5, 2.5], rate/r: [0.1, -0.4, 0.9], rate/g: 0.75}}}
              connections: [[p/rate/s, p/gain/r_in, %s, %s]]
            """;

    /** The same as nodes p0, p1 and p2, joined by an edge for each weight that is not NaN. */
    private static String expanded(final String template, final String attributes, final double[][] weights) {
        final StringBuilder nodes = new StringBuilder();
        final StringBuilder circuit =
                new StringBuilder("Test:\n  base: CircuitTemplate\n  nodes: {p0: n0, p1: n1, p2: n2}\n  edges:\n");
        for (int i = 0; i < 3; i++) {
            nodes.append("n%d: {base: NodeTemplate, operators: {rate: {tau: %s, r: %s, g: 0.75}, gain: {}}}%n"
                    .formatted(i, TAU[i], START[i]));
            for (int j = 0; j < 3; j++) {
                if (!Double.isNaN(weights[i][j])) {
                    circuit.append("    - [p%d/rate/s, p%d/gain/r_in, %s, {weight: %s%s}]%n"
                            .formatted(j, i, template, weights[i][j], attributes.formatted("p" + i)));
                }
            }
        }
        return PARTS + nodes + circuit;
    }

    private static Sweep.Builder sweep(final String circuit) {
        return Sweep.of(TestTemplates.circuit(circuit)).simulationTime(3).stepSize(0.125);
    }

    private static Results run(final Sweep.Builder sweep) {
        return Results.collect(sweep.build(), RunOptions.defaults());
    }

    private static void assertAlike(final String population, final String nodes, final Solver solver) {
        final Results of =
                run(sweep(population).solver(solver).output("r", "p/rate/r").output("m", "p/gain/m"));
        final Results by =
                run(sweep(nodes).solver(solver).output("r", "all/rate/r").output("m", "all/gain/m"));
        for (int unit = 0; unit < 3; unit++) {
            for (final String output : List.of("r", "m")) {
                final String variable = output.equals("r") ? "/rate/r" : "/gain/m";
                final double[] expected = by.series(output, "Test_0", "p" + unit + variable);
                assertArrayEquals(expected, of.series(output, "Test_0", "p" + variable + "[" + unit + "]"), 1e-12);
                assertNotEquals(expected[0], expected[expected.length - 1]);
            }
        }
    }

    private static double[][] all(final double weight) {
        final double[][] weights = new double[3][3];
        for (final double[] row : weights) {
            Arrays.fill(row, weight);
        }
        return weights;
    }

    private static final String MATRIX = "[[0.5, 0, -1], [0.25, 2, 0], [0, 0, 1.5]]";
    private static final String TRIPLETS =
            "{triplets: [[2, 2, 1.5], [0, 2, -1], [1, 0, 0.25], [0, 0, 0.5], [1, 1, 2]]}";

    @ParameterizedTest
    @ValueSource(strings = {"euler", "heun", "rk4", "dopri5"})
    void anAllToAllConnectionIsAnEdgeForEachPair(final String solver) {
        assertAlike(
                POPULATION.formatted("null", "{weight: 0.4}"), expanded("null", "", all(0.4)), Solver.named(solver));
    }

    @ParameterizedTest
    @ValueSource(strings = {MATRIX, TRIPLETS})
    void aMatrixHasAWeightForEachPair(final String weight) {
        assertAlike(
                POPULATION.formatted("null", "{weight: " + weight + "}"),
                expanded("null", "", WEIGHTS),
                Solver.named("heun"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.4", MATRIX, TRIPLETS})
    void anEdgeTemplateIsComputedForEachPair(final String weight) {
        final double[][] weights = weight.equals("0.4") ? all(0.4) : WEIGHTS;
        for (final String operators : List.of("difference delta", "memory trace")) {
            final String template = operators.split(" ")[0];
            final String operator = operators.split(" ")[1];
            for (final String post : List.of("target/rate/r", "p/rate/r")) {
                assertAlike(
                        POPULATION.formatted(
                                template,
                                "{weight: %s, %s/pre: source, %s/post: %s}"
                                        .formatted(weight, operator, operator, post)),
                        expanded(
                                template,
                                ", %1$s/pre: source, %1$s/post: %2$s/rate/r".formatted(operator, "%s"),
                                weights),
                        Solver.named("rk4"));
            }
        }
    }

    @Test
    void otherVariablesOfTheSourceUnitCanBeBound() {
        final List<String> nodes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                nodes.add(
                        "    - [p%1$d/rate/s, p%2$d/gain/r_in, difference, {weight: 0.3, delta/pre: source, delta/post: p%1$d/rate/r, delta/c: 0.2}]"
                                .formatted(j, i));
            }
        }
        final String circuit = expanded("null", "", all(Double.NaN));
        assertAlike(
                POPULATION.formatted(
                        "difference", "{weight: 0.3, delta/pre: source, delta/post: source/rate/r, delta/c: 0.2}"),
                circuit + String.join("\n", nodes) + "\n",
                Solver.named("euler"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.4", MATRIX, TRIPLETS})
    void signalsOfConnectionsAreLate(final String weight) {
        final double[][] weights = weight.equals("0.4") ? all(0.4) : WEIGHTS;
        for (final String late : List.of(", delay: 0.5", ", delay: 0.5, spread: 0.25")) {
            assertAlike(
                    POPULATION.formatted("null", "{weight: " + weight + late + "}"),
                    expanded("null", late, weights),
                    Solver.named("heun"));
            assertAlike(
                    POPULATION.formatted(
                            "memory", "{weight: " + weight + late + ", trace/pre: source, trace/post: target/rate/r}"),
                    expanded("memory", late + ", trace/pre: source, trace/post: %s/rate/r", weights),
                    Solver.named("heun"));
        }
    }

    @Test
    void aNodeIsAPopulationOfOne() {
        final String parts = """
                a: {base: OperatorTemplate, equations: "x' = c", variables: {x: output, c: 1.0}}
                b: {base: OperatorTemplate, equations: "y = 2*u", variables: {y: output, u: input}}
                na: {base: NodeTemplate, operators: [a]}
                nb: {base: NodeTemplate, operators: [b]}
                Test:
                  base: CircuitTemplate
                  nodes: {one: na, sum: nb}
                  populations: {p: {node: na, n: 3, params: {a/x: [1, 2, 3]}}, q: {node: nb, n: 2}}
                  edges: [[one/a/x, q/b/u, null, {weight: 100}]]
                  connections:
                    - [p/a/x, sum/b/u, null, {weight: [[1, 10, 100]]}]
                    - {source: one/a/x, target: sum/b/u, template: null, variables: {weight: 1000}}
                    - [p/a/x, q/b/u, null, {}]
                    - [one/a/x, q/b/u, null, {weight: [[1], [2]]}]
                """;
        final Results results = run(sweep(parts)
                .simulationTime(2)
                .stepSize(1)
                .output("sum", "sum/b/y")
                .output("q", "q/b/y"));
        assertArrayEquals(new double[] {642, 2864}, results.series("sum", "Test_0"));
        assertArrayEquals(new double[] {12, 220}, results.series("q", "Test_0", "q/b/y[0]"));
        assertArrayEquals(new double[] {12, 222}, results.series("q", "Test_0", "q/b/y[1]"));
    }

    @Test
    void populationsNestAndAllReachesThem() {
        final Results results = run(sweep("""
                a: {base: OperatorTemplate, equations: "x' = c", variables: {x: output, c: 1.0}}
                na: {base: NodeTemplate, operators: [a]}
                inner: {base: CircuitTemplate, populations: {p: {node: na, n: 2, params: {a/c: [1, 2]}}}}
                outer: {base: inner, populations: {p: {node: na, n: 1}, q: {node: na, n: 2}}}
                Test: {base: CircuitTemplate, circuits: {i: inner, o: outer}}
                """).output("x", "all/a/x").output("second", "i/all/a/x[1]"));
        assertEquals(
                List.of("i/p/a/x[0]", "i/p/a/x[1]", "o/p/a/x", "o/q/a/x[0]", "o/q/a/x[1]", "i/p/a/x[1]"),
                results.columns().stream().map(SeriesName::path).toList());
        assertArrayEquals(results.series("second", "Test_0"), results.series("x", "Test_0", "i/p/a/x[1]"));
    }

    @Test
    void weightsDelaysAndParametersOfConnectionsAreSwept() {
        final EdgeAddress edge = new EdgeAddress("p/rate/s", "p/gain/r_in", 0);
        for (final String weight : List.of("0.4", MATRIX, TRIPLETS)) {
            final Results swept = run(sweep(POPULATION.formatted("null", "{weight: " + weight + ", delay: 0.25}"))
                    .grid(ParameterGrid.pairwise(Map.of("w", TWO)))
                    .map("w", new EdgeAttributes(List.of("weight"), List.of(edge)))
                    .output("r", "p/rate/r"));
            final boolean one = weight.equals("0.4");
            final double[][] weights = one ? all(2) : new double[3][3];
            for (int i = 0; !one && i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    weights[i][j] = 2 * WEIGHTS[i][j];
                }
            }
            final Results nodes =
                    run(sweep(expanded("null", ", delay: 0.25", weights)).output("r", "all/rate/r"));
            assertArrayEquals(
                    nodes.series("r", "Test_0", "p1/rate/r"), swept.series("r", "Test_1", "p/rate/r[1]"), 1e-12);
        }
        final Results delays = run(sweep(POPULATION.formatted("null", "{weight: 0.4, delay: 0.25}"))
                .grid(ParameterGrid.pairwise(Map.of("d", new double[] {0, 0.25, 0.5})))
                .map("d", new EdgeAttributes(List.of("delay"), List.of(edge)))
                .output("r", "p/rate/r"));
        for (int set = 0; set < 3; set++) {
            final Results nodes = run(
                    sweep(expanded("null", ", delay: " + 0.25 * set, all(0.4))).output("r", "all/rate/r"));
            assertArrayEquals(
                    nodes.series("r", "Test_0", "p2/rate/r"), delays.series("r", "Test_" + set, "p/rate/r[2]"), 1e-12);
        }
        final Results parameter = run(
                sweep(POPULATION.formatted("difference", "{weight: 0.4, delta/pre: source, delta/post: target/rate/r}"))
                        .grid(ParameterGrid.pairwise(Map.of("c", TWO)))
                        .map("c", new EdgeAttributes(List.of("delta/c"), List.of(edge)))
                        .output("r", "p/rate/r"));
        final Results nodes =
                run(sweep(expanded("difference", ", delta/pre: source, delta/post: %s/rate/r, delta/c: 2.0", all(0.4)))
                        .output("r", "all/rate/r"));
        assertArrayEquals(
                nodes.series("r", "Test_0", "p0/rate/r"), parameter.series("r", "Test_1", "p/rate/r[0]"), 1e-12);
    }

    @Test
    void complexPopulationsAreSplitUnitByUnit() {
        final String operator = """
                op: {base: OperatorTemplate, equations: "z' = (I*w - abs(z)^2)*z + u", variables: {z: output(1.0+0.5j), w: 2.0, u: input(complex)}}
                """;
        final Results population = run(sweep(operator + """
                node: {base: NodeTemplate, operators: [op]}
                Test:
                  base: CircuitTemplate
                  populations: {p: {node: node, n: 2, params: {op/w: [1, 3], op/z: [1.0+0.5j, 0.25j]}}}
                  connections: [[p/op/z, p/op/u, null, {weight: 0.25, delay: 0.5}], [p/op/z, p/op/u, null, {weight: [[0, 1], [0.5, 0]]}]]
                """).output("z", "p/op/z"));
        final Results nodes = run(sweep(operator + """
                n0: {base: NodeTemplate, operators: {op: {w: 1.0}}}
                n1: {base: NodeTemplate, operators: {op: {w: 3.0, z: 0.25j}}}
                Test:
                  base: CircuitTemplate
                  nodes: {p0: n0, p1: n1}
                  edges:
                    - [p0/op/z, p0/op/u, null, {weight: 0.25, delay: 0.5}]
                    - [p1/op/z, p0/op/u, null, {weight: 0.25, delay: 0.5}]
                    - [p0/op/z, p1/op/u, null, {weight: 0.25, delay: 0.5}]
                    - [p1/op/z, p1/op/u, null, {weight: 0.25, delay: 0.5}]
                    - [p1/op/z, p0/op/u, null, {weight: 1.0}]
                    - [p0/op/z, p1/op/u, null, {weight: 0.5}]
                """).output("z", "all/op/z"));
        for (final String part : List.of("real", "imag")) {
            for (int unit = 0; unit < 2; unit++) {
                assertArrayEquals(
                        nodes.series("z", "Test_0", "p" + unit + "/op/z." + part),
                        population.series("z", "Test_0", "p/op/z." + part + "[" + unit + "]"),
                        1e-12);
            }
        }
    }

    private static final String NOISY = """
            op: {base: OperatorTemplate, equations: "x' = noise(s)", variables: {x: output, s: 1.0}}
            node: {base: NodeTemplate, operators: [op]}
            Test: {base: CircuitTemplate, populations: {p: {node: node, n: %d}}}
            """;

    @Test
    void everyUnitHasNoiseOfItsOwn() {
        final Results three =
                run(sweep(NOISY.formatted(3)).noiseSeed(11).simulationTime(500).output("x", "p/op/x"));
        final Results one =
                run(sweep(NOISY.formatted(1)).noiseSeed(11).simulationTime(500).output("x", "p/op/x"));
        assertArrayEquals(one.series("x", "Test_0"), three.series("x", "Test_0", "p/op/x[0]"), "unit 0 is what one is");
        for (int i = 0; i < 3; i++) {
            final double[] a = increments(three.series("x", "Test_0", "p/op/x[" + i + "]"));
            assertEquals(0.125, product(a, a), 0.01, "the variance of an increment is the step size");
            final double[] b = increments(three.series("x", "Test_0", "p/op/x[" + (i + 1) % 3 + "]"));
            assertEquals(0, product(a, b) / 0.125, 4 / Math.sqrt(a.length), "units are independent");
        }
    }

    private static double[] increments(final double[] series) {
        final double[] increments = new double[series.length - 1];
        for (int i = 0; i < increments.length; i++) {
            increments[i] = series[i + 1] - series[i];
        }
        return increments;
    }

    private static double product(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum / a.length;
    }

    private static final String DRIVEN = """
            op: {base: OperatorTemplate, equations: "x' = u", variables: {x: output, u: input(8.0)}}
            node: {base: NodeTemplate, operators: [op]}
            Test: {base: CircuitTemplate, populations: {p: {node: node, n: 2}}}
            """;

    private static double[] last(final Sweep.Builder sweep) {
        final Results results = run(sweep.simulationTime(3).stepSize(1).output("x", "p/op/x"));
        return results.columns().stream()
                .mapToDouble(column -> results.series("x", column.set(), column.path())[2])
                .toArray();
    }

    @Test
    void signalsDriveAllUnitsOrSome() {
        final double[] first = {1, 2, 4};
        final double[] second = {10, 20, 40};
        assertArrayEquals(new double[] {3, 3}, last(sweep(DRIVEN).input("p/op/u", InputSignal.Samples.of(first))));
        assertArrayEquals(
                new double[] {3, 30}, last(sweep(DRIVEN).input("p/op/u", new InputSignal.Samples(new double[][] {
                    first, second
                }))));
        assertArrayEquals(
                new double[] {16, 30}, last(sweep(DRIVEN).input("p/op/u[1]", InputSignal.Samples.of(second))));
        assertArrayEquals(
                new double[] {3, 30},
                last(sweep(DRIVEN)
                        .input("p/op/u[1]", InputSignal.Samples.of(second))
                        .input("p/op/u[0]", InputSignal.Samples.of(first))));
        final Sweep.Builder sets = sweep(DRIVEN)
                .grid(ParameterGrid.pairwise(Map.of("x", TWO)))
                .map("x", new Paths(List.of("p/op/x")))
                .input("p/op/u[1]", new InputSignal.Samples(new double[][] {first, second}));
        assertArrayEquals(new double[] {16.5, 3.5, 18, 32}, last(sets));
        assertArrayEquals(
                new double[] {3, 30},
                last(sweep(DRIVEN)
                        .solver(Solver.named("dopri5"))
                        .input("p/op/u", new InputSignal.Samples(new double[][] {first, second}))),
                1e-5);
        final Sweep.Builder setsOfOneInput = sweep(DRIVEN)
                .grid(ParameterGrid.pairwise(Map.of("x", TWO)))
                .map("x", new Paths(List.of("p/op/x")))
                .input(
                        "p/op/u",
                        new InputSignal.Samples(
                                new double[][] {first, second}, Optional.of(InputSignal.Columns.TARGETS_AND_SETS)));
        assertArrayEquals(new double[] {3.5, 3.5, 32, 32}, last(setsOfOneInput), "columns of sets, not of units");
        final Sweep.Builder twice = sweep(DRIVEN)
                .input("p/op/u", InputSignal.Samples.of(first))
                .input("p/op/u[0]", InputSignal.Samples.of(first));
        final String message =
                assertThrows(InputException.class, () -> last(twice)).getMessage();
        assertTrue(message.contains("driven by more than one signal"), message);
    }

    @Test
    void runsGoOnWhereOthersEnded() {
        final String circuit = POPULATION.formatted("null", "{weight: 0.4}");
        final Sweep whole = sweep(circuit)
                .keepFinalState()
                .simulationTime(6)
                .output("r", "p/rate/r")
                .build();
        final Sweep half =
                sweep(circuit).keepFinalState().output("r", "p/rate/r").build();
        final double[] middle = finalState(half);
        final InitialState state = new InitialState(
                List.of("p/rate/r[0]", "p/rate/r[1]", "p/rate/r[2]"),
                new double[][] {{middle[0]}, {middle[1]}, {middle[2]}});
        assertArrayEquals(
                finalState(whole),
                finalState(sweep(circuit)
                        .keepFinalState()
                        .initialState(state)
                        .output("r", "p/rate/r")
                        .build()));
        final Sweep alike = sweep(circuit)
                .initialState(new InitialState(List.of("p/rate/r"), new double[][] {{0.75}}))
                .output("r", "p/rate/r")
                .build();
        final Results results = Results.collect(alike, RunOptions.defaults());
        assertEquals(0.75, results.series("r", "Test_0", "p/rate/r[2]")[0]);
        final Sweep.Builder part = sweep(circuit)
                .initialState(new InitialState(List.of("p/rate/r[1]"), new double[][] {{0.75}}))
                .output("r", "p/rate/r");
        assertEquals(
                List.of(
                        "the initial state has no value of p/rate/r[0], p/rate/r[2], which start at their declared values"),
                part.build().warnings());
    }

    private static double[] finalState(final Sweep sweep) {
        final List<double[]> states = new ArrayList<>();
        sweep.run(RunOptions.defaults(), block -> {
            final double[] state = new double[3];
            for (int unit = 0; unit < 3; unit++) {
                state[unit] = block.finalState().orElseThrow().value(unit, 0, 0);
            }
            states.add(state);
        });
        return states.get(0);
    }

    @Test
    void aUnitThatDivergesIsNamed() {
        final Results results = run(sweep("""
                op: {base: OperatorTemplate, equations: "x' = x^2", variables: {x: output}}
                node: {base: NodeTemplate, operators: [op]}
                Test: {base: CircuitTemplate, populations: {p: {node: node, n: 2, params: {op/x: [-1.0, 1e200]}}}}
                """).output("x", "p/op/x"));
        final String message = results.outcomes().get(0).message();
        assertTrue(message.startsWith("p/op/x[1] became "), message);
    }

    /** Three units leave a gap behind them, so that the slots of the next variable begin where whole vectors do. */
    private static final String TWO_VARIABLES = """
            op:
              base: OperatorTemplate
              equations: ["x' = a*x", "y' = b*y^2"]
              variables: {x: output(1.0), y: variable(2.0), a: 0.5, b: 0.02}
            node: {base: NodeTemplate, operators: [op]}
            single: {base: NodeTemplate, operators: [op]}
            Test:
              base: CircuitTemplate
              nodes: {q: single}
              populations: {p: {node: node, n: 3, params: {op/a: [0.5, -1.0, 0.25], op/b: [0.05, -0.5, %s]}}}
            """;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void gapsBetweenVariablesAreNotSeen(final int sets) {
        final double[] rates =
                IntStream.range(0, sets).mapToDouble(set -> 0.1 * set).toArray();
        final Map<String, Double> ends = new HashMap<>();
        ends.put("p/op/x[0]", Math.exp(1.5));
        ends.put("p/op/x[1]", Math.exp(-3));
        ends.put("p/op/x[2]", Math.exp(0.75));
        ends.put("p/op/y[0]", 2 / (1 - 0.05 * 2 * 3));
        ends.put("p/op/y[1]", 2 / (1 + 0.5 * 2 * 3));
        ends.put("p/op/y[2]", 2 / (1 - 0.1 * 2 * 3));
        ends.put("q/op/y", 2 / (1 - 0.02 * 2 * 3));
        for (final Solver solver : Solver.all()) {
            final Sweep sweep = sweep(TWO_VARIABLES.formatted("0.1"))
                    .grid(ParameterGrid.pairwise(Map.of("a", rates)))
                    .map("a", new Paths(List.of("q/op/a")))
                    .stepSize(0.001)
                    .solver(solver)
                    .keepFinalState()
                    .output("x", "p/op/x")
                    .build();
            sweep.run(RunOptions.defaults(), block -> {
                for (int set = 0; set < block.outcomes().size(); set++) {
                    ends.put("q/op/x", Math.exp(3 * rates[block.firstSet() + set]));
                    for (int variable = 0; variable < ends.size(); variable++) {
                        final String path =
                                sweep.model().stateUnits().get(variable).path();
                        final double end = block.finalState().orElseThrow().value(variable, set, 0);
                        assertEquals(1, end / ends.get(path), 0.01, path);
                    }
                }
            });
        }
    }

    @Test
    void aUnitBehindAGapThatDivergesIsNamed() {
        final Results results = run(sweep(TWO_VARIABLES.formatted("1e200")).output("x", "p/op/x"));
        final String message = results.outcomes().get(0).message();
        assertTrue(message.startsWith("p/op/y[2] became "), message);
    }

    @Test
    void randomConnectionsFollowFromTheirSeed() {
        final String circuit = """
                op: {base: OperatorTemplate, equations: ["x' = 0", "y = u"], variables: {x: output(1.0), y: variable, u: input}}
                node: {base: NodeTemplate, operators: [op]}
                Test:
                  base: CircuitTemplate
                  populations: {p: {node: node, n: 200}}
                  connections: [[p/op/x, p/op/u, null, {weight: {random: {probability: 0.3, weight: %s, seed: %d}}}]]
                """;
        final double[] some = inputs(circuit.formatted("1.0", 1));
        assertArrayEquals(some, inputs(circuit.formatted("1.0", 1)));
        assertNotEquals(some[0] + 1e3 * some[1], inputs(circuit.formatted("1.0", 2))[0] + 1e3 * some[1] + 1e-9);
        double sum = 0;
        for (final double inputs : some) {
            assertEquals(Math.rint(inputs), inputs, "every source gives 1");
            sum += inputs;
        }
        assertEquals(0.3, sum / 40_000, 4 * Math.sqrt(0.21 / 40_000));
        double mean = 0;
        for (final double input : inputs(circuit.formatted("{normal: [2.0, 0.5]}", 1))) {
            mean += input / sum;
        }
        assertEquals(2, mean, 4 * 0.5 / Math.sqrt(sum));
    }

    private static double[] inputs(final String circuit) {
        final Results results = run(sweep(circuit).simulationTime(0.125).output("y", "p/op/y"));
        return results.columns().stream()
                .mapToDouble(column -> results.series("y", "Test_0", column.path())[0])
                .toArray();
    }

    @Test
    void anAllToAllConnectionFormsNoMatrix() {
        final Model model = Model.of(TestTemplates.circuit("""
                op: {base: OperatorTemplate, equations: "x' = u", variables: {x: output(1.0), u: input}}
                node: {base: NodeTemplate, operators: [op]}
                Test:
                  base: CircuitTemplate
                  populations: {p: {node: node, n: 1000000}}
                  connections: [[p/op/x, p/op/u, null, {weight: 2.0}]]
                """));
        assertEquals(1_000_000, model.stateUnits().size());
        assertEquals(
                "u = 2.0*sum(p/op/x)", model.variable("p/op/u").orElseThrow().equation());
    }
}
