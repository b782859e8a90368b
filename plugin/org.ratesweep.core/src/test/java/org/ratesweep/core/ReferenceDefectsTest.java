/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.results.ResultsMap;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.sweep.InputSignal;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.ParameterTarget;
import org.ratesweep.core.sweep.ParameterTarget.EdgeAddress;
import org.ratesweep.core.sweep.ParameterTarget.EdgeAttributes;
import org.ratesweep.core.sweep.ParameterTarget.Paths;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.SetStatus;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.core.template.MemorySource;
import org.ratesweep.core.template.TemplateFile;
import org.ratesweep.core.template.TemplateLibrary;

/** What PyRates 1.2.3 gets wrong, and what happens here instead; the numbers count the known defects. */
class ReferenceDefectsTest {
    /** A node x' = k*x + u that starts at 1, and one that integrates what it gets. */
    private static final String PARTS = """
            op: {base: OperatorTemplate, equations: "x' = k*x + u", variables: {x: output(1.0), k: -1.0, u: input}}
            sum_op: {base: OperatorTemplate, equations: "y' = u", variables: {y: output, u: input}}
            gain_op: {base: OperatorTemplate, equations: m = g*s, variables: {m: output, g: 1.0, s: input}}
            node: {base: NodeTemplate, operators: [op]}
            sum: {base: NodeTemplate, operators: [sum_op]}
            gain: {base: EdgeTemplate, operators: [gain_op]}
            """;

    private static final String EDGE = "a/op/x, %s/sum_op/u, null, {weight: 1.0";

    private static Sweep.Builder operator(final String equation, final String variables) {
        return times(Sweep.of(TestTemplates.operator("\"" + equation + "\"", variables)), 0.1);
    }

    private static Sweep.Builder circuit(final String nodes, final String... edges) {
        return times(
                Sweep.of(TestTemplates.circuit(PARTS + "Test:\n  base: CircuitTemplate\n  nodes: {" + nodes
                        + "}\n  edges: [[" + String.join("], [", edges) + "]]\n")),
                0.1);
    }

    private static Sweep.Builder times(final Sweep.Builder sweep, final double stepSize) {
        return sweep.simulationTime(1).stepSize(stepSize);
    }

    /** Sweeps what has a path. */
    private static Sweep.Builder swept(final Sweep.Builder sweep, final String path, final double... values) {
        return sweep.grid(ParameterGrid.pairwise(Map.of("key", values))).map("key", new Paths(List.of(path)));
    }

    private static Results run(final Sweep.Builder sweep, final String... paths) {
        for (final String path : paths) {
            sweep.output(path, path);
        }
        return Results.collect(sweep.build(), RunOptions.defaults());
    }

    private static double[] series(final Results results, final int set) {
        return results.series(
                results.outputs().get(0), results.map().rows().get(set).set());
    }

    private static double[] only(final Sweep.Builder sweep, final String path) {
        return series(run(sweep, path), 0);
    }

    private static void assertRefused(final String expected, final Sweep.Builder sweep) {
        final String message = assertThrows(InputException.class, sweep::build).getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    void d0AnyNumberOfSetsShareASignal() {
        final double[] rates =
                IntStream.range(0, 30).mapToDouble(i -> -i / 10.0).toArray();
        final InputSignal signal = InputSignal.Samples.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        final Results many =
                run(swept(circuit("a: node", loop()), "a/op/k", rates).input("a/op/u", signal), "a/op/x");
        for (int set = 0; set < rates.length; set++) {
            double x = 1;
            for (int step = 0; step < 10; step++) {
                assertEquals(x, series(many, set)[step], 1e-12);
                x += 0.1 * (rates[set] * x + step + 1);
            }
        }
    }

    @Test
    void d1HeunIsOfSecondOrder() {
        final double[] x = only(operator("x' = -x", "{x: output(1.0)}").solver(Solver.named("heun")), "p/Test/x");
        assertEquals(1 - 0.1 + 0.1 * 0.1 / 2, x[1], 1e-15);
    }

    private static double[] oscillations(final String solver, final int set, final double... frequencies) {
        final Sweep.Builder sweep = Sweep.of(TestTemplates.operator(
                        "[\"x' = w*y\", \"y' = -w*x\"]", "{x: output(1.0), y: variable, w: 1.0}"))
                .simulationTime(10)
                .stepSize(2.5)
                .solver(Solver.named(solver))
                .rtol(1e-8)
                .atol(1e-10);
        return series(run(swept(sweep, "p/Test/w", frequencies), "p/Test/x"), set);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dopri5", "dop853", "rodas4"})
    void d2ErrorsAreControlledForEachSet(final String solver) {
        final double[] slow = oscillations(solver, 1, Double.NaN, 1, 30);
        assertArrayEquals(oscillations(solver, 0, 1), slow, "a fast neighbour and one that fails change nothing");
        for (int row = 0; row < 4; row++) {
            assertEquals(Math.cos(2.5 * row), slow[row], 1e-7);
        }
    }

    /** The integral of a ramp that arrives 0.4 later: 0 until then, a parabola from then on. */
    @ParameterizedTest
    @ValueSource(strings = {"heun", "rk4"})
    void d3DelaysAreTimesUnderEverySolver(final String solver) {
        final Sweep.Builder ramp = circuit("a: node, b: sum", delayed("b", 0.4))
                .input("a/op/u", new InputSignal.Constant(1))
                .solver(Solver.named(solver));
        final double[] y = only(start(ramp, "a/op/k", 0, "a/op/x", 0), "b/sum_op/y");
        for (int row = 0; row < 10; row++) {
            final double since = Math.max(0, 0.1 * row - 0.4);
            assertEquals(since * since / 2, y[row], 1e-13);
        }
    }

    @Test
    void d4ADelayedEdgeDelaysNoOther() {
        final double[] alone = only(circuit("a: node, c: sum", undelayed("c")), "c/sum_op/y");
        final double[] beside = only(
                circuit("a: node, b: sum, c: sum, d: node, e: sum", delayed("b", 0.5), undelayed("c")), "c/sum_op/y");
        assertArrayEquals(alone, beside);
        assertEquals(0.1, alone[1], 1e-15);
    }

    @Test
    void d5ParallelEdgesAddUp() {
        final double[] y = only(
                circuit("a: node, b: sum", "a/op/x, b/sum_op/u, null, {weight: 2.0}", undelayed("b")), "b/sum_op/y");
        assertEquals(0.3, y[1], 1e-15);
    }

    /** The first of two stages sees the source, and the target the second one, of the same step. */
    @Test
    void d6StagesOfSpreadDelaysLagNoStep() {
        final double[] y = only(
                circuit("a: node, b: sum", "a/op/x, b/sum_op/u, null, {delay: 1.0, spread: 0.70710678}"), "b/sum_op/y");
        double x = 1;
        double first = 0;
        double second = 0;
        double sum = 0;
        for (final double actual : y) {
            assertEquals(sum, actual, 1e-14);
            sum += 0.1 * second;
            second += 0.1 * 2 * (first - second);
            first += 0.1 * 2 * (x - first);
            x -= 0.1 * x;
        }
        assertTrue(sum > 0.1);
    }

    @Test
    void d7ASpreadBeyondTheDelayIsAnErrorOfItsSet() {
        final Sweep.Builder sweep = circuit("a: node, b: sum", "a/op/x, b/sum_op/u, null, {delay: 1.0, spread: 0.5}");
        final Results results = run(swept(sweep, "a/op/x->b/sum_op/u/spread", 0.5, 1.5), "b/sum_op/y");
        final List<ResultsMap.Row> rows = results.map().rows();
        assertEquals(SetStatus.OK, rows.get(0).status());
        assertEquals(SetStatus.FAILED, rows.get(1).status());
        assertTrue(rows.get(1).message().contains("the spread of a delay cannot be larger"), rows.get(1)::message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"euler", "heun", "rk4", "dopri5", "dop853", "rodas4"})
    void d8TimeIsTheTime(final String solver) {
        final double[] x = only(
                times(operator("x' = 4*t^3", "{x: output, t: 0.0}"), 0.001).solver(Solver.named(solver)), "p/Test/x");
        assertEquals(Math.pow(0.999, 4), x[999], solver.equals("euler") ? 2.1e-3 : 2e-6);
    }

    @Test
    void d9AlgebraicLoopsAreNamed() {
        final String message = assertThrows(
                        InputException.class,
                        () -> Sweep.of(TestTemplates.operator(
                                "[\"a = b\", \"b = 2*a\", \"x' = a\"]", "{a: variable, b: variable, x: output}")))
                .getMessage();
        assertTrue(message.contains("p/Test/a") && message.contains("p/Test/b"), message);
    }

    @Test
    void d10SampleIOfASignalBelongsToStepI() {
        final double[] samples = IntStream.range(0, 10).mapToDouble(i -> i * i).toArray();
        final double[] x = only(
                operator("x' = u", "{x: output, u: input}")
                        .input("p/Test/u", InputSignal.Samples.of(samples))
                        .solver(Solver.named("dopri5")),
                "p/Test/x");
        double sum = 0;
        for (int i = 0; i < 10; i++) {
            assertEquals(sum, x[i], 1e-9);
            sum += 0.1 * samples[i];
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.15, 0.24, 0.05})
    void d11ASamplingStepIsAMultipleOfTheStep(final double samplingStepSize) {
        assertRefused(
                "sampling_step_size",
                operator("x' = -x", "{x: output}")
                        .samplingStepSize(samplingStepSize)
                        .output("x", "p/Test/x"));
    }

    @Test
    void d12ComplexNumbersKeepTheirImaginaryPartsAndAllDigits() {
        final Sweep.Builder theta = times(
                Sweep.of(TemplateLibrary.builtIn().circuit("model_templates.neural_mass_models.theta.kmo_theta")), 0.1);
        final Results results = run(theta, "p/theta_op/z");
        final String set = results.map().rows().get(0).set();
        assertEquals(-0.6, results.series("p/theta_op/z", set, "p/theta_op/z.real")[0]);
        assertEquals(-0.8, results.series("p/theta_op/z", set, "p/theta_op/z.imag")[0]);
    }

    @Test
    void d13PathsThatMatchNothingAreErrorsWithNearMatches() {
        assertAll(
                () -> assertRefused("did you mean", circuit("a: node", loop()).output("x", "a/op/y")),
                () -> assertRefused(
                        "did you mean",
                        circuit("a: node", loop()).output("x", "a/op/x").input("a/op/v", new InputSignal.Constant(1))),
                () -> assertRefused(
                        "did you mean", swept(circuit("a: node", loop()).output("x", "a/op/x"), "a/op/q", 1)));
    }

    @Test
    void d14OneSetAndOneMatchHaveTheLayoutOfMany() {
        final Results one = run(swept(circuit("a: node", loop()), "all/op/k", 1).output("x", "all/op/x"));
        final Results many =
                run(swept(circuit("a: node, b: node", loop()), "all/op/k", 1, 2).output("x", "all/op/x"));
        assertEquals(1, one.columns().size());
        assertEquals(4, many.columns().size());
        assertEquals(one.columns().get(0), many.columns().get(0));
        assertEquals("x|Test_0|a/op/x", one.columns().get(0).toString());
    }

    @Test
    void d15TheIndexOfAnEdgeCounts() {
        final Sweep.Builder sweep = circuit("a: node, b: sum", undelayed("b"), undelayed("b"));
        final ParameterTarget second =
                new EdgeAttributes(List.of("weight"), List.of(new EdgeAddress("a/op/x", "b/sum_op/u", 1)));
        final Results results = run(
                sweep.grid(ParameterGrid.pairwise(Map.of("w", new double[] {1, 10})))
                        .map("w", second),
                "b/sum_op/y");
        assertEquals(0.2, series(results, 0)[1], 1e-15);
        assertEquals(1.1, series(results, 1)[1], 1e-15);
    }

    @Test
    void d16EditsReplaceWholeNames() {
        final Sweep.Builder sweep = Sweep.of(TestTemplates.circuit("""
                base: {base: OperatorTemplate, equations: "x' = r + rr + r2", variables: {x: output, r: 1, rr: 10, r2: 100}}
                Test: {base: base, equations: {replace: {r: q}}, variables: {q: 1000}}
                """));
        assertEquals(111, only(times(sweep, 0.1), "p/Test/x")[1], 1e-12);
    }

    @Test
    void d17NothingIsKeptFromOneRunToTheNext() {
        final TemplateLibrary library = TemplateLibrary.builtIn();
        final String operator = "op: {base: OperatorTemplate, equations: \"x' = k\", variables: {x: output, k: %d}}";
        for (int k = 1; k <= 2; k++) {
            final Sweep.Builder sweep = times(
                    Sweep.of(library.with(
                                    new MemorySource(List.of(new TemplateFile("same.yaml", operator.formatted(k)))))
                            .circuit("same.op")),
                    0.5);
            final Sweep built = sweep.output("x", "p/op/x").build();
            assertThrows(
                    CancellationException.class,
                    () -> Results.collect(built, RunOptions.defaults().withCancellation(() -> true)));
            for (int again = 0; again < 2; again++) {
                assertArrayEquals(new double[] {0, 0.5 * k}, series(Results.collect(built, RunOptions.defaults()), 0));
            }
        }
    }

    @Test
    void d18AConstantRightHandSideIsFineForAnyNumberOfNodesAndSets() {
        final Sweep.Builder sweep = times(Sweep.of(TestTemplates.circuit("""
                        op: {base: OperatorTemplate, equations: "x' = 1.0", variables: {x: output}}
                        node: {base: NodeTemplate, operators: [op]}
                        Test: {base: CircuitTemplate, nodes: {a: node, b: node}}
                        """)), 0.5);
        final Results results = run(swept(sweep, "a/op/x", 0, 3, 7), "a/op/x", "b/op/x");
        assertArrayEquals(new double[] {7, 7.5}, series(results, 2));
        assertArrayEquals(new double[] {0, 0.5}, results.series("b/op/x", "Test_2"));
    }

    @Test
    void d19AnAttributeOfOneOfSeveralEdgesOfATemplateIsSwept() {
        final Sweep.Builder sweep =
                circuit("a: node, b: sum, c: sum", "a/op/x, b/sum_op/u, gain, {}", "a/op/x, c/sum_op/u, gain, {}");
        final ParameterTarget target =
                new EdgeAttributes(List.of("gain_op/g"), List.of(new EdgeAddress("a/op/x", "c/sum_op/u", 0)));
        final Results results = run(
                sweep.grid(ParameterGrid.pairwise(Map.of("g", new double[] {1, 5})))
                        .map("g", target),
                "c/sum_op/y",
                "b/sum_op/y");
        assertEquals(0.5, series(results, 1)[1], 1e-15);
        assertEquals(0.1, results.series("b/sum_op/y", "Test_1")[1], 1e-15);
    }

    @Test
    void d20TheModelIsBuiltOnceForAllSets() {
        final double[] values = new double[100_000];
        final Sweep many = swept(circuit("a: node", loop()).output("x", "a/op/x"), "a/op/k", values)
                .build();
        final Sweep one = swept(circuit("a: node", loop()).output("x", "a/op/x"), "a/op/k", 0)
                .build();
        assertEquals(100_000, many.grid().size());
        assertEquals(one.model().variables(), many.model().variables());
        assertEquals(1_000_000, many.pointSteps());
    }

    @Test
    void d21ASetThatFailsIsReportedAndTheOthersAreNot() {
        final List<Integer> done = new ArrayList<>();
        final Sweep sweep = swept(circuit("a: node", loop()), "a/op/k", -1, Double.NaN, 1e308)
                .output("x", "a/op/x")
                .build();
        final Results results =
                Results.collect(sweep, RunOptions.defaults().withProgress(progress -> done.add(progress.setsDone())));
        assertEquals(
                List.of(SetStatus.OK, SetStatus.DIVERGED, SetStatus.DIVERGED),
                results.map().rows().stream().map(ResultsMap.Row::status).toList());
        assertEquals(0.9, series(results, 0)[1], 1e-15);
        assertEquals(3, done.get(done.size() - 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void d21TimesAreCheckedBeforeTheRun(final double time) {
        assertRefused(
                "simulation_time",
                circuit("a: node", loop()).output("x", "a/op/x").simulationTime(time));
        assertRefused(
                "step_size", circuit("a: node", loop()).output("x", "a/op/x").stepSize(time));
    }

    private static String delayed(final String target, final double delay) {
        return EDGE.formatted(target) + ", delay: " + delay + "}";
    }

    private static String undelayed(final String target) {
        return EDGE.formatted(target) + "}";
    }

    private static String loop() {
        return "a/op/x, a/op/u, null, {weight: 0.0}";
    }

    /** Runs one set in which two paths have other values. */
    private static Sweep.Builder start(
            final Sweep.Builder sweep,
            final String first,
            final double firstValue,
            final String second,
            final double secondValue) {
        return sweep.grid(ParameterGrid.pairwise(
                        Map.of("first", new double[] {firstValue}, "second", new double[] {secondValue})))
                .map("first", new Paths(List.of(first)))
                .map("second", new Paths(List.of(second)));
    }
}
