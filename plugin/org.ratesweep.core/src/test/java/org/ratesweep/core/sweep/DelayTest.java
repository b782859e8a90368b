/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.PreHistory;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.sweep.ParameterTarget.EdgeAddress;
import org.ratesweep.core.sweep.ParameterTarget.EdgeAttributes;
import org.ratesweep.core.sweep.ParameterTarget.Paths;

class DelayTest {
    private static final String DECAY = "{x: output(1.0), tau: 1.0}";

    /** A decay that is driven by its own past through an edge; y is its algebraic image. */
    private static final String LOOP = """
            op:
              base: OperatorTemplate
              equations: ["x' = -k*i", "y = sin(x)"]
              variables: {x: variable(1.0), y: output, k: 1.0, i: input}
            node: {base: NodeTemplate, operators: [op]}
            Test:
              base: CircuitTemplate
              nodes: {p: node}
              edges: [[p/op/%s, p/op/i, null, {%s}]]
            """;

    private static final EdgeAddress EDGE = new EdgeAddress("p/op/x", "p/op/i", 0);

    private static Sweep.Builder loop(final String source, final String attributes) {
        return Sweep.of(TestTemplates.circuit(LOOP.formatted(source, attributes)));
    }

    private static EdgeAttributes attribute(final String name) {
        return new EdgeAttributes(List.of(name), List.of(EDGE));
    }

    private static List<double[]> series(final Sweep sweep) {
        final List<double[]> series = new ArrayList<>();
        sweep.run(RunOptions.defaults().withThreads(2), block -> {
            for (int set = 0; set < block.recording().sets(); set++) {
                series.add(block.recording().series(0, set));
            }
        });
        return series;
    }

    private static List<SetOutcome> outcomes(final Sweep sweep) {
        final List<SetOutcome> outcomes = new ArrayList<>();
        sweep.run(RunOptions.defaults(), block -> outcomes.addAll(block.outcomes()));
        return outcomes;
    }

    /** The state after some steps, the last of which ends at the given time. */
    private static double end(
            final Sweep.Builder sweep, final String path, final String solver, final double time, final int steps) {
        final double h = time / steps;
        final Sweep built = sweep.simulationTime(time + h)
                .stepSize(h)
                .cutoff(time - h / 2)
                .solver(Solver.named(solver))
                .output("x", path)
                .build();
        return series(built).get(0)[0];
    }

    /** x' = -x(t-1) with x(0) = 1, by the method of steps, for one of two pre-histories. */
    static double solution(final double time, final boolean wasOne) {
        double sum = 0;
        double factorial = 1;
        for (int k = 0; k <= Math.floor(time) + (wasOne ? 1 : 0); k++) {
            factorial *= Math.max(k, 1);
            sum += Math.pow(-1, k) * Math.pow(time - k + (wasOne ? 1 : 0), k) / factorial;
        }
        return sum;
    }

    private static double order(final DoubleUnaryOperator errorOfSteps, final int steps) {
        return Math.log(errorOfSteps.applyAsDouble(steps) / errorOfSteps.applyAsDouble(2 * steps)) / Math.log(2);
    }

    @ParameterizedTest
    @CsvSource({"euler, 1", "heun, 2", "rk4, 4"})
    void theErrorFallsWithTheOrderOfTheSchemeWithAConstantPast(final String solver, final int order) {
        final double found = order(
                steps -> end(
                                Sweep.of(TestTemplates.operator("\"x' = -x(t-tau)\"", DECAY)),
                                "p/Test/x",
                                solver,
                                6.5,
                                (int) steps)
                        - solution(6.5, true),
                130);
        assertEquals(order, found, 0.1);
    }

    @ParameterizedTest
    @CsvSource({"euler, 1", "heun, 2", "rk4, 4"})
    void theErrorFallsWithTheOrderOfTheSchemeWhenThePastBeginsWithAJump(final String solver, final int order) {
        final double found = order(
                steps -> Math.abs(
                        end(loop("x", "delay: 1.0"), "p/op/x", solver, 7.5, (int) steps) - solution(7.5, false)),
                150);
        assertEquals(order, found, 0.15);
    }

    @ParameterizedTest
    @CsvSource({
        "euler, 1, zero",
        "heun, 2, zero",
        "rk4, 4, zero",
        "euler, 1, initial",
        "heun, 2, initial",
        "rk4, 4, initial"
    })
    void algebraicVariablesHaveAPastOfTheSameOrder(final String solver, final int order, final String past) {
        final DoubleUnaryOperator end = steps -> end(
                loop("y", "delay: 0.7").preHistory(PreHistory.valueOf(past.toUpperCase(java.util.Locale.ROOT))),
                "p/op/x",
                solver,
                3.5,
                (int) steps);
        final double found = order(steps -> Math.abs(end.applyAsDouble(steps) - end.applyAsDouble(2 * steps)), 70);
        assertEquals(order, found, 0.25);
    }

    @ParameterizedTest
    @CsvSource({"euler, 1", "heun, 2", "rk4, 4"})
    void delaysThatAreNoMultipleOfTheStepKeepTheOrder(final String solver, final int order) {
        // Several numbers of steps, since the error of interpolation depends on where between two steps the delay
        // falls.
        final double found = order(
                steps -> {
                    double error = 0;
                    for (int more = 0; more < 8; more++) {
                        error = Math.max(error, Math.abs(interpolationError(solver, (int) steps + more)));
                    }
                    return error;
                },
                150);
        assertTrue(found > order - 0.5, () -> "order " + found);
    }

    /** y' = s(t - 1/3), where s = sin(t^4) is a state variable that starts smoothly from its past, which was 0. */
    private static double interpolationError(final String solver, final int steps) {
        final double y = end(
                Sweep.of(TestTemplates.operator(
                        "[\"y' = past(s, 1/3)\", \"s' = 4*t^3*c\", \"c' = -4*t^3*s\"]",
                        "{y: output, s: variable(0.0), c: variable(1.0)}")),
                "p/Test/y",
                solver,
                1.5,
                steps);
        return y - integralOfSineOfFourthPower(1.5 - 1.0 / 3);
    }

    /** By Simpson's rule. */
    private static double integralOfSineOfFourthPower(final double end) {
        final int panels = 20_000;
        double sum = 0;
        for (int i = 0; i <= panels; i++) {
            final double x = i * end / panels;
            sum += Math.sin(x * x * x * x) * (i == 0 || i == panels ? 1 : i % 2 == 0 ? 2 : 4);
        }
        return sum * end / panels / 3;
    }

    @Test
    void anEulerStepSeesTheValueOfExactlySoManyStepsAgo() {
        final double[] x = series(loop("x", "delay: 0.3")
                        .simulationTime(0.8)
                        .stepSize(0.1)
                        .output("x", "p/op/x")
                        .build())
                .get(0);
        final double[] expected = new double[8];
        expected[0] = 1;
        for (int i = 1; i < 8; i++) {
            expected[i] = expected[i - 1] + 0.1 * -(i <= 3 ? 0 : expected[i - 4]);
        }
        assertArrayEquals(expected, x, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"past(x, tau)", "x(t-tau)", "x(t - a - tau + a)", "past(x, 2*tau - tau)"})
    void thePastIsWrittenInSeveralWays(final String past) {
        final double found = end(
                Sweep.of(TestTemplates.operator("\"x' = -" + past + "\"", "{x: output(1.0), tau: 1.0, a: 0.25}")),
                "p/Test/x",
                "rk4",
                2.5,
                100);
        assertEquals(solution(2.5, true), found, 1e-9);
    }

    @Test
    void thePreHistoryCanBeChosenForAllDelays() {
        assertEquals(
                solution(2.5, false),
                end(
                        Sweep.of(TestTemplates.operator("\"x' = -x(t-tau)\"", DECAY))
                                .preHistory(PreHistory.ZERO),
                        "p/Test/x",
                        "rk4",
                        2.5,
                        100),
                1e-9);
        assertEquals(
                solution(2.5, true),
                end(loop("x", "delay: 1.0").preHistory(PreHistory.INITIAL), "p/op/x", "rk4", 2.5, 100),
                1e-9);
    }

    @Test
    void complexVariablesHaveAPastInBothParts() {
        final String loop = """
                op: {base: OperatorTemplate, equations: "z' = -i", variables: {z: variable(1.0+2.0j), i: input(complex)}}
                node: {base: NodeTemplate, operators: [op]}
                Test: {base: CircuitTemplate, nodes: {p: node}, edges: [[p/op/z, p/op/i, null, {%s}]]}
                """;
        for (final String part : List.of("real", "imag")) {
            final double size = part.equals("real") ? 1 : 2;
            assertEquals(
                    size * solution(2.5, false),
                    end(
                            Sweep.of(TestTemplates.circuit(loop.formatted("delay: 1.0"))),
                            "p/op/z." + part,
                            "rk4",
                            2.5,
                            100),
                    1e-9);
            assertEquals(
                    size * solution(2.5, true),
                    end(
                            Sweep.of(TestTemplates.operator("\"z' = -z(t-1)\"", "{z: output(1.0+2.0j)}")),
                            "p/Test/z." + part,
                            "rk4",
                            2.5,
                            100),
                    1e-9);
            assertEquals(
                    size * end(loop("x", "delay: 1.0, spread: 0.5"), "p/op/x", "rk4", 2.5, 100),
                    end(
                            Sweep.of(TestTemplates.circuit(loop.formatted("delay: 1.0, spread: 0.5"))),
                            "p/op/z." + part,
                            "rk4",
                            2.5,
                            100),
                    1e-12);
        }
    }

    @Nested
    class Swept {
        private final double[] delays = {0.5, 0, 0.1, 0.25, 0.1, 0.33, 0.05, 10, 0.5, 0.1};

        private Sweep.Builder delaySweep(final String solver) {
            return loop("x", "delay: 0.2")
                    .grid(ParameterGrid.pairwise(Map.of("d", delays)))
                    .map("d", attribute("delay"))
                    .simulationTime(2)
                    .stepSize(0.05)
                    .solver(Solver.named(solver))
                    .output("x", "p/op/x");
        }

        @ParameterizedTest
        @ValueSource(strings = {"euler", "heun", "rk4"})
        void everySetIsWhatItWouldBeAloneToTheLastBit(final String solver) {
            final List<double[]> all = series(delaySweep(solver).build());
            assertEquals(delays.length, all.size());
            for (int i = 0; i < delays.length; i++) {
                final double[] alone = series(loop("x", "delay: " + delays[i])
                                .simulationTime(2)
                                .stepSize(0.05)
                                .solver(Solver.named(solver))
                                .output("x", "p/op/x")
                                .build())
                        .get(0);
                assertArrayEquals(alone, all.get(i), 0, "delay " + delays[i]);
            }
        }

        @Test
        void theChosenPreHistoryHoldsForAllForms() {
            final List<double[]> all =
                    series(delaySweep("rk4").preHistory(PreHistory.INITIAL).build());
            final List<double[]> zero = series(delaySweep("rk4").build());
            for (int i = 0; i < delays.length; i++) {
                final double expected = delays[i] == 0 ? Math.exp(-0.05) : 1 - 0.05;
                assertEquals(expected, all.get(i)[1], 1e-7);
                assertEquals(delays[i] == 0 ? expected : 1, zero.get(i)[1], 1e-7);
            }
        }

        @Test
        void finalStatesBelongToTheVariablesOfTheDeclaredForm() {
            final List<Double> ends = new ArrayList<>();
            final Sweep sweep = loop("x", "delay: 0.4, spread: 0.2")
                    .grid(ParameterGrid.pairwise(Map.of("s", new double[] {0.2, 0.25, 0})))
                    .map("s", attribute("spread"))
                    .simulationTime(1)
                    .stepSize(0.01)
                    .output("x", "p/op/x")
                    .keepFinalState()
                    .build();
            sweep.run(RunOptions.defaults().withThreads(1), block -> {
                for (int set = 0; set < 3; set++) {
                    for (int variable = 0; variable < 5; variable++) {
                        ends.add(block.finalState().orElseThrow().value(variable, set, 0));
                    }
                }
            });
            // 4, 3 and no stages behind the one state variable.
            for (int i = 0; i < ends.size(); i++) {
                assertEquals(i == 9 || i > 10, ends.get(i).isNaN(), "value " + i);
            }
        }

        @Test
        void delaysInEquationsAreSweptThroughTheirParameters() {
            final List<double[]> all = series(Sweep.of(TestTemplates.operator("\"x' = -x(t-2*tau)\"", DECAY))
                    .grid(ParameterGrid.pairwise(Map.of("tau", new double[] {0.5, 0, 0.25})))
                    .map("tau", new Paths(List.of("p/Test/tau")))
                    .simulationTime(2)
                    .stepSize(0.01)
                    .solver(Solver.named("rk4"))
                    .output("x", "p/Test/x")
                    .build());
            assertEquals(solution(1.5, true), all.get(0)[150], 1e-9);
            assertEquals(Math.exp(-1.5), all.get(1)[150], 1e-9);
            // Time scaled by two: x(t) of delay 1/2 with half the rate is not that of delay 1.
            assertTrue(Math.abs(all.get(2)[150] - all.get(0)[150]) > 0.01);
        }

        @Test
        void aSetWithAnImpossibleDelayFailsAndSpoilsNoOther() {
            final Sweep sweep = loop("x", "delay: 0.2")
                    .grid(ParameterGrid.pairwise(Map.of("d", new double[] {0.2, -1, 0.01, 0.2})))
                    .map("d", attribute("delay"))
                    .simulationTime(1)
                    .stepSize(0.1)
                    .output("x", "p/op/x")
                    .build();
            final List<SetOutcome> outcomes = outcomes(sweep);
            assertEquals(
                    List.of(SetStatus.OK, SetStatus.FAILED, SetStatus.FAILED, SetStatus.OK),
                    outcomes.stream().map(SetOutcome::status).toList());
            assertEquals(
                    "the delay of the edge p/op/x->p/op/i is -1.0; expected a time, at least 0",
                    outcomes.get(1).message());
            assertTrue(
                    outcomes.get(2).message().contains("(0.01) is shorter than a step (0.1)"),
                    outcomes.get(2).message());
            final List<double[]> series = series(sweep);
            assertArrayEquals(series.get(0), series.get(3), 0);
            assertTrue(Arrays.stream(series.get(1)).allMatch(Double::isNaN));
        }

        @Test
        void aSetWhoseMissingDelayClosesAnAlgebraicLoopFails() {
            final String text = """
                    op: {base: OperatorTemplate, equations: "m = cos(i)", variables: {m: output, i: input}}
                    node: {base: NodeTemplate, operators: [op]}
                    Test: {base: CircuitTemplate, nodes: {p: node}, edges: [[p/op/m, p/op/i, null, {delay: 0.1}]]}
                    """;
            final List<SetOutcome> outcomes = outcomes(Sweep.of(TestTemplates.circuit(text))
                    .grid(ParameterGrid.pairwise(Map.of("d", new double[] {0.1, 0})))
                    .map("d", new Paths(List.of("p/op/m->p/op/i/delay")))
                    .simulationTime(1)
                    .stepSize(0.1)
                    .output("m", "p/op/m")
                    .build());
            assertEquals(SetStatus.OK, outcomes.get(0).status());
            assertEquals(SetStatus.FAILED, outcomes.get(1).status());
            assertTrue(outcomes.get(1).message().startsWith("algebraic loop"));
        }

        @Test
        void signalsOfTheirOwnReachTheirSetsWhateverTheForm() {
            final double[][] columns = new double[4][20];
            for (int set = 0; set < 4; set++) {
                Arrays.fill(columns[set], set + 1);
            }
            final String text = LOOP.formatted("x", "weight: 0.0")
                    .replace("-k*i", "-k*i + u")
                    .replace("i: input", "i: input, u: input");
            final List<double[]> series = series(Sweep.of(TestTemplates.circuit(text))
                    .grid(ParameterGrid.pairwise(Map.of("d", new double[] {0, 0.2, 0, 0.2})))
                    .map("d", attribute("delay"))
                    .input("p/op/u", new InputSignal.Samples(columns))
                    .simulationTime(2)
                    .stepSize(0.1)
                    .output("x", "p/op/x")
                    .build());
            for (int set = 0; set < 4; set++) {
                assertEquals(1 + (set + 1) * 1.0, series.get(set)[10], 1e-12);
            }
        }
    }

    @Nested
    class Spreads {
        /** A chain of n stages has the gamma distribution's moments: mean n/a, variance n/a^2. */
        @ParameterizedTest
        @CsvSource({"0.4, 0.2, 4", "0.4, 0.1, 16", "0.4, 0.38, 1", "0.5, 0.2, 6"})
        void theResponseToAPulseHasTheDelayAsItsMean(final double delay, final double spread, final int stages) {
            final String text = """
                    pulse: {base: OperatorTemplate, equations: "x' = -50*x", variables: {x: output(50.0)}}
                    sum: {base: OperatorTemplate, equations: ["a' = i", "b' = t*i", "c' = t^2*i"],
                          variables: {a: output, b: variable, c: variable, i: input}}
                    from: {base: NodeTemplate, operators: [pulse]}
                    to: {base: NodeTemplate, operators: [sum]}
                    Test: {base: CircuitTemplate, nodes: {p: from, q: to},
                           edges: [[p/pulse/x, q/sum/i, null, {delay: %s, spread: %s}]]}
                    """.formatted(delay, spread);
            final double zeroth = end(Sweep.of(TestTemplates.circuit(text)), "q/sum/a", "rk4", 8, 4000);
            final double first = end(Sweep.of(TestTemplates.circuit(text)), "q/sum/b", "rk4", 8, 4000);
            final double second = end(Sweep.of(TestTemplates.circuit(text)), "q/sum/c", "rk4", 8, 4000);
            assertEquals(1, zeroth, 1e-5);
            assertEquals(delay + 1 / 50.0, first, 1e-5);
            assertEquals(delay * delay / stages + 1 / 2500.0, second - first * first, 1e-4);
        }

        @Test
        void stagesAreVariablesOfTheEdge() {
            final Sweep sweep = loop("x", "delay: 0.4, spread: 0.2")
                    .simulationTime(1)
                    .stepSize(0.01)
                    .output("z", "p/op/x->p/op/i/stage4")
                    .build();
            assertEquals(5, sweep.model().stateVariables().size());
            assertEquals(0, series(sweep).get(0)[0]);
        }

        @Test
        void setsWithOtherNumbersOfStagesRunInTheOrderOfTheGrid() {
            final Map<String, double[]> grid = new LinkedHashMap<>();
            grid.put("delay", new double[] {0.4, 0.2, 0});
            grid.put("spread", new double[] {0, 0.1, 0.2});
            final Sweep sweep = loop("x", "delay: 0.4, spread: 0.2")
                    .grid(ParameterGrid.combinations(grid))
                    .map("delay", attribute("delay"))
                    .map("spread", attribute("spread"))
                    .simulationTime(1)
                    .stepSize(0.01)
                    .solver(Solver.named("heun"))
                    .output("x", "p/op/x")
                    .build();
            final List<double[]> series = series(sweep);
            final List<SetOutcome> outcomes = outcomes(sweep);
            for (int set = 0; set < 9; set++) {
                final double delay = sweep.grid().value(set, "delay");
                final double spread = sweep.grid().value(set, "spread");
                assertEquals(set, outcomes.get(set).set());
                if (delay == 0 && spread > 0) {
                    assertEquals(SetStatus.FAILED, outcomes.get(set).status());
                    continue;
                }
                assertEquals(SetStatus.OK, outcomes.get(set).status());
                final double[] alone = series(loop("x", "delay: " + delay + ", spread: " + spread)
                                .simulationTime(1)
                                .stepSize(0.01)
                                .solver(Solver.named("heun"))
                                .output("x", "p/op/x")
                                .build())
                        .get(0);
                assertArrayEquals(alone, series.get(set), 0, "delay " + delay + ", spread " + spread);
            }
        }
    }

    @Nested
    class Refusals {
        private void assertMessage(final String expected, final Sweep.Builder sweep) {
            final InputException problem = assertThrows(
                    InputException.class,
                    () -> sweep.simulationTime(1)
                            .stepSize(0.1)
                            .output("x", "all/op/x")
                            .build());
            assertTrue(problem.getMessage().contains(expected), problem.getMessage());
        }

        private String message(final String attributes) {
            return assertThrows(InputException.class, () -> loop("x", attributes))
                    .getMessage();
        }

        private String operatorMessage(final String equation, final String variables) {
            return assertThrows(
                            InputException.class,
                            () -> Sweep.of(TestTemplates.operator("[\"" + equation + "\", \"y = 2*x\"]", variables)))
                    .getMessage();
        }

        @Test
        void aDelayOfLessThanAStepIsRefused() {
            assertMessage("(0.05) is shorter than a step (0.1); make step_size smaller", loop("x", "delay: 0.05"));
        }

        @Test
        void aDelayOfFarLessThanAnAdaptiveStepIsRefused() {
            assertMessage(
                    "the delay of p/op/x (1.0E-9) is so short that 10000000 steps of dopri5, which are no longer than it, "
                            + "do not suffice; make max_steps larger, or the delay 0",
                    loop("x", "delay: 1.0e-9").solver(Solver.named("dopri5")));
        }

        @Test
        void spreadDelaysAreEquationsLikeAnyOther() {
            assertEquals(
                    end(loop("x", "delay: 1.0, spread: 0.5"), "p/op/x", "rk4", 2.5, 500),
                    end(loop("x", "delay: 1.0, spread: 0.5").rtol(1e-9).atol(1e-9), "p/op/x", "dopri5", 2.5, 500),
                    1e-7);
        }

        @Test
        void anInitialStateHasNoPast() {
            final Sweep sweep = loop("x", "delay: 0.5")
                    .initialState(new InitialState(List.of("p/op/x"), new double[][] {{0.5}}))
                    .simulationTime(1)
                    .stepSize(0.1)
                    .output("x", "p/op/x")
                    .build();
            assertTrue(sweep.warnings().get(0).startsWith("an initial state has no past"));
        }

        @Test
        void aSpreadBeyondTheDelayIsRefused() {
            assertTrue(message("delay: 0.1, spread: 0.2").contains("the spread of a delay cannot be larger"));
            assertTrue(message("spread: 0.2").contains("test.yaml:9:11"));
            assertTrue(message("delay: 1.0, spread: 1.0e-6").contains("more than 10000"));
        }

        @Test
        void aDelayMustNotChangeInTime() {
            final String variables = "{x: output, y: variable, tau: input}";
            assertTrue(operatorMessage("x' = x(t-y)", variables)
                    .contains("depends on 'p/Test/y', which is no real constant"));
            assertTrue(operatorMessage("x' = past(x, 0.1*t)", variables).contains("depends on 't'"));
            assertTrue(operatorMessage("x' = past(t, 0.1)", variables).contains("it is no variable of the operator"));
            assertTrue(operatorMessage("x' = past(q, 0.1)", variables).contains("variable 'q' is not declared"));
            assertMessage(
                    "no signal can drive 'p/Test/tau'",
                    Sweep.of(TestTemplates.operator("\"x' = -x(t-tau)\"", "{x: output, tau: input(1.0)}"))
                            .input("p/Test/tau", new InputSignal.Constant(1)));
        }
    }
}
