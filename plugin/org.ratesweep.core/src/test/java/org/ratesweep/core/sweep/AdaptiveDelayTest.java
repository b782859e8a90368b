/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ratesweep.core.sweep.AdaptiveSweepTest.assertNear;
import static org.ratesweep.core.sweep.DelayTest.solution;
import static org.ratesweep.core.sweep.SweepTest.assertSameBits;
import static org.ratesweep.core.sweep.SweepTest.outcomes;
import static org.ratesweep.core.sweep.SweepTest.samples;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.model.PreHistory;
import org.ratesweep.core.solve.AdaptiveSolver;
import org.ratesweep.core.solve.DormandPrince5;
import org.ratesweep.core.solve.Rodas4;
import org.ratesweep.core.solve.RungeKutta4;

/** Delays under solvers that choose the steps of each parameter set. */
class AdaptiveDelayTest {
    private static Stream<AdaptiveSolver> solvers() {
        return AdaptiveSweepTest.solvers();
    }

    private static Stream<Arguments> solversAndTolerances() {
        return solvers().flatMap(solver -> Stream.of(1e-4, 1e-6, 1e-8, 1e-10).map(rtol -> Arguments.of(solver, rtol)));
    }

    private static double[] solve(final Sweep.Builder sweep, final AdaptiveSolver solver, final double rtol) {
        final Sweep built = sweep.solver(solver).rtol(rtol).atol(rtol * 1e-3).build();
        assertEquals(
                List.of(SetStatus.OK),
                outcomes(built).stream().map(SetOutcome::status).distinct().toList());
        return samples(built, RunOptions.defaults(), 0).get(0);
    }

    @ParameterizedTest
    @MethodSource("solversAndTolerances")
    void theMethodOfStepsIsMetAtEverySample(final AdaptiveSolver solver, final double rtol) {
        for (final boolean wasOne : new boolean[] {true, false}) {
            final Sweep.Builder sweep = AdaptiveSweepTest.of("\"x' = -x(t-1)\"", "{x: output(1.0)}")
                    .preHistory(wasOne ? PreHistory.INITIAL : PreHistory.ZERO)
                    .simulationTime(12)
                    .stepSize(0.01);
            final double[] expected = new double[1200];
            Arrays.setAll(expected, i -> solution(i * 0.01, wasOne));
            assertNear(expected, solve(sweep, solver, rtol), rtol);
        }
    }

    /** x' = a x + b x(t - tau) with x = 1 before: on the first two intervals in closed form. */
    @ParameterizedTest
    @MethodSource("solversAndTolerances")
    void aDecayWithDelayedFeedbackIsMet(final AdaptiveSolver solver, final double rtol) {
        final double a = -2;
        final double b = 1.5;
        final double tau = 0.7;
        final DoubleUnaryOperator first = t -> (1 + b / a) * Math.exp(a * t) - b / a;
        final DoubleUnaryOperator second = t -> first.applyAsDouble(tau) * Math.exp(a * (t - tau))
                + b * ((1 + b / a) * (t - tau) * Math.exp(a * (t - tau)) + b / (a * a) * (1 - Math.exp(a * (t - tau))));
        final double[] expected = new double[140];
        Arrays.setAll(expected, i -> (i * 0.01 <= tau ? first : second).applyAsDouble(i * 0.01));
        final Sweep.Builder sweep = AdaptiveSweepTest.of(
                        "\"x' = a*x + b*x(t-tau)\"", "{x: output(1.0), a: -2.0, b: 1.5, tau: 0.7}")
                .simulationTime(1.4)
                .stepSize(0.01);
        assertNear(expected, solve(sweep, solver, rtol), rtol);
    }

    /** Runs a sweep of one set by RK4 with steps so short that its error is far below the tolerances of these tests. */
    private static double[] converged(final Sweep.Builder sweep, final double stepSize, final double sampling) {
        return samples(
                        sweep.solver(new RungeKutta4())
                                .stepSize(stepSize)
                                .samplingStepSize(sampling)
                                .build(),
                        RunOptions.defaults(),
                        0)
                .get(0);
    }

    private static void assertNearConverged(
            final Supplier<Sweep.Builder> sweep,
            final double time,
            final double stepSize,
            final double sampling,
            final AdaptiveSolver solver) {
        final double[] expected = converged(sweep.get().simulationTime(time), stepSize, sampling);
        for (final double rtol : new double[] {1e-4, 1e-7, 1e-9}) {
            assertNear(expected, solve(sweep.get().simulationTime(time).stepSize(sampling), solver, rtol), rtol);
        }
    }

    private static Stream<Arguments> solversAndPasts() {
        return solvers().flatMap(solver -> Arrays.stream(PreHistory.values()).map(past -> Arguments.of(solver, past)));
    }

    /** y and w are algebraic, and the past of w depends on that of y. */
    @ParameterizedTest
    @MethodSource("solversAndPasts")
    void algebraicVariablesThatNeedThePastOfOthersHaveOneToo(final AdaptiveSolver solver, final PreHistory past) {
        assertNearConverged(
                () -> AdaptiveSweepTest.of(
                                "[\"x' = -2*past(w, 0.5) - x(t-0.3)\", \"y = sin(3*x)\", \"w = y(t-0.7)^3 + cos(y)\"]",
                                "{x: output(1.0), y: variable, w: variable}")
                        .preHistory(past),
                6,
                0.0005,
                0.1,
                solver);
    }

    @ParameterizedTest
    @MethodSource("solversAndPasts")
    void stepsAreNoLongerThanAShortDelay(final AdaptiveSolver solver, final PreHistory past) {
        assertNearConverged(
                () -> AdaptiveSweepTest.of("\"x' = -x(t-0.004) + x(t-3)/2\"", "{x: output(1.0)}")
                        .preHistory(past),
                5,
                0.0005,
                0.1,
                solver);
    }

    @ParameterizedTest
    @MethodSource("solversAndPasts")
    void columnsAreCoupledThroughDelays(final AdaptiveSolver solver, final PreHistory past) {
        final String first = "jrc1/pc/pro/m->jrc2/pc/rpo_e_in/m_in/spread";
        final String second = "jrc2/pc/pro/m->jrc1/pc/rpo_e_in/m_in/spread";
        assertNearConverged(
                () -> Sweep.of(TestTemplates.jansenRit("JRC_2delaycoupled"))
                        .preHistory(past)
                        .grid(ParameterGrid.pairwise(Map.of("spread", new double[] {0})))
                        .map("spread", new ParameterTarget.Paths(List.of(first, second)))
                        .output("v", "jrc2/pc/rpo_e_in/v"),
                0.5,
                5e-5,
                1e-3,
                solver);
    }

    private static Sweep.Builder delayedInhibition(final double... delays) {
        return Sweep.of(TestTemplates.jansenRit("JRC"))
                .grid(ParameterGrid.pairwise(Map.of("d", delays)))
                .map("d", new ParameterTarget.Paths(List.of("iin/pro/m->pc/rpo_i/m_in/delay")))
                .simulationTime(0.5)
                .output("psp", "pc/rpo_i/v");
    }

    /** The delays of the golden sweep, and some that are no multiple of any step. */
    @ParameterizedTest
    @MethodSource("solvers")
    void theDelayOfAnEdgeIsSwept(final AdaptiveSolver solver) {
        final double[] delays = {0.002, 0.005, 0.01, 0.00123, 0};
        final Sweep sweep = delayedInhibition(delays)
                .stepSize(1e-3)
                .solver(solver)
                .rtol(1e-8)
                .atol(1e-11)
                .build();
        for (int set = 0; set < delays.length; set++) {
            final double[] expected = converged(delayedInhibition(delays[set]), 1e-5, 1e-3);
            assertNear(expected, samples(sweep, RunOptions.defaults(), set).get(0), 1e-8);
        }
    }

    /** A source that follows a signal at once is as jumpy as the signal: x is the integral of what that was before. */
    @ParameterizedTest
    @MethodSource("solvers")
    void jumpsOfASignalArriveLate(final AdaptiveSolver solver) {
        final double[] signal = new Random(1).doubles(40, -1, 1).toArray();
        for (final double delay : new double[] {0.25, 0.3, 0.04}) {
            final Sweep sweep = AdaptiveSweepTest.of(
                            "[\"x' = past(m, tau)\", \"y = past(m, tau)\", \"m = u\"]",
                            "{x: output, y: variable, m: variable, u: input, tau: " + delay + "}")
                    .output("y", "p/Test/y")
                    .preHistory(PreHistory.ZERO)
                    .simulationTime(4)
                    .stepSize(0.1)
                    .input("p/Test/u", InputSignal.Samples.of(signal))
                    .solver(solver)
                    .rtol(1e-9)
                    .atol(1e-12)
                    .build();
            final List<double[]> samples = samples(sweep, RunOptions.defaults(), 0);
            for (int row = 0; row < 40; row++) {
                double integral = 0;
                for (int i = 0; i < 40; i++) {
                    integral += signal[i] * Math.max(0, Math.min(0.1, row * 0.1 - delay - i * 0.1));
                }
                assertEquals(integral, samples.get(0)[row], 1e-9, "x of row " + row + ", delay " + delay);
                // What jumps at the very instant of a sample is behind the jump.
                final int past = (int) Math.floor((row * 0.1 - delay) / 0.1 + 1e-9);
                assertEquals(past < 0 ? 0 : signal[past], samples.get(1)[row], 1e-12, "y of row " + row);
            }
        }
    }

    /** m jumps where no one can know, wherever x passes 0.5 + k; its past is the integral of a shifted square wave. */
    @ParameterizedTest
    @MethodSource("solvers")
    void aSourceThatJumpsInsideOfStepsIsFollowed(final AdaptiveSolver solver) {
        final Sweep.Builder sweep = AdaptiveSweepTest.of(
                        "[\"x' = past(m, 0.35)\", \"c' = s\", \"s' = -c\", \"m = heaviside(c)\"]",
                        "{x: output, c: variable(1.0), s: variable, m: variable}")
                .preHistory(PreHistory.ZERO)
                .simulationTime(20)
                .stepSize(0.05);
        final double[] x = solve(sweep, solver, 1e-8);
        final double[] expected = new double[x.length];
        Arrays.setAll(expected, row -> timeAboveZero(row * 0.05 - 0.35));
        assertNear(expected, x, 1e-8);
    }

    /** How long the cosine was above 0 since time 0. */
    private static double timeAboveZero(final double time) {
        double sum = 0;
        for (int k = 0; time > 0 && k < 10; k++) {
            final double from = Math.max(0, (2 * k - 0.5) * Math.PI);
            sum += Math.max(0, Math.min(time, (2 * k + 0.5) * Math.PI) - from);
        }
        return sum;
    }

    /** x follows the past of c = cos(t) with a time constant of a millionth. */
    @Test
    void aStiffSystemTakesFewStepsUnderAnImplicitScheme() {
        final double rate = 1e6;
        final Sweep.Builder sweep = AdaptiveSweepTest.of(
                        "[\"x' = -rate*(x - c(t-0.5))\", \"c' = s\", \"s' = -c\"]",
                        "{x: output(1.0), c: variable(1.0), s: variable, rate: 1.0e6}")
                .simulationTime(10)
                .stepSize(0.1)
                .maxSteps(2000);
        final double[] x = solve(sweep, new Rodas4(), 1e-7);
        for (int row = 0; row < x.length; row++) {
            final double past = row * 0.1 - 0.5;
            // The quasi-stationary solution is (cos(s) + e sin(s)) / (1 + e^2) with e = 1/rate.
            final double expected = past < 1e-9 ? 1 : Math.cos(past) + Math.sin(past) / rate;
            assertEquals(expected, x[row], 1e-6, "row " + row);
        }
        final Sweep tooStiff = sweep.solver(new DormandPrince5()).build();
        assertEquals(SetStatus.TOO_MANY_STEPS, outcomes(tooStiff).get(0).status());
    }

    private static final double[] DELAYS = {0.5, 0, 0.1, 0.25, 0.1, 0.33, 0.05, 10, 0.5, 0.001, 0.1};

    private static Sweep.Builder delays(final AdaptiveSolver solver, final double... delays) {
        return Sweep.of(TestTemplates.circuit("""
                op:
                  base: OperatorTemplate
                  equations: ["x' = -3*i", "y = sin(x)"]
                  variables: {x: variable(1.0), y: output, i: input}
                node: {base: NodeTemplate, operators: [op]}
                Test: {base: CircuitTemplate, nodes: {p: node}, edges: [[p/op/y, p/op/i, null, {delay: 0.2}]]}
                """))
                .grid(ParameterGrid.pairwise(Map.of("d", delays)))
                .map("d", new ParameterTarget.Paths(List.of("p/op/y->p/op/i/delay")))
                .simulationTime(2)
                .stepSize(0.05)
                .solver(solver)
                .output("x", "p/op/x");
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void everySetIsWhatItWouldBeAloneToTheLastBit(final AdaptiveSolver solver) {
        final double[] many = new double[150];
        Arrays.setAll(many, i -> DELAYS[i % DELAYS.length] * (1 + i / DELAYS.length % 7));
        for (final int set : new int[] {0, 1, 2, 6, 7, 9, 148}) {
            final List<double[]> alone = samples(
                    delays(solver, many[set]).build(), RunOptions.defaults().withThreads(1), 0);
            for (final int threads : new int[] {1, 2, 3}) {
                assertSameBits(
                        alone,
                        samples(
                                delays(solver, many).build(),
                                RunOptions.defaults().withThreads(threads),
                                set));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void sweptDelaysAreThoseOfTheirSets(final AdaptiveSolver solver) {
        final Sweep sweep = delays(solver, DELAYS).rtol(1e-8).atol(1e-10).build();
        for (int set = 0; set < DELAYS.length; set++) {
            final double[] expected = converged(delays(solver, DELAYS[set]), 5e-4, 0.05);
            assertArrayEquals(
                    expected, samples(sweep, RunOptions.defaults(), set).get(0), 1e-7, "set " + set);
        }
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aSetWithAnImpossibleDelayFailsAndSpoilsNoOther(final AdaptiveSolver solver) {
        final Sweep sweep = delays(solver, 0.2, -1, 0.2, 1e-200).maxSteps(5000).build();
        final List<SetOutcome> outcomes = outcomes(sweep);
        assertEquals(
                List.of(SetStatus.OK, SetStatus.FAILED, SetStatus.OK, SetStatus.FAILED),
                outcomes.stream().map(SetOutcome::status).toList());
        assertEquals(
                "the delay of the edge p/op/y->p/op/i is -1.0; expected a time, at least 0",
                outcomes.get(1).message());
        assertTrue(
                outcomes.get(3).message().startsWith("the delay of p/op/y (1.0E-200) is so short that 5000 steps"),
                outcomes.get(3).message());
        assertSameBits(samples(sweep, RunOptions.defaults(), 0), samples(sweep, RunOptions.defaults(), 2));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aSetThatGetsStuckChangesNoOther(final AdaptiveSolver solver) {
        final Sweep sweep = AdaptiveSweepTest.of("\"x' = k*x*x(t-0.1)*x\"", "{x: output(1.0), k: 0.0}")
                .grid(ParameterGrid.pairwise(Map.of("k", new double[] {0.5, 50, -1})))
                .map("k", SweepTest.variable("k"))
                .simulationTime(1)
                .stepSize(0.1)
                .solver(solver)
                .build();
        final List<SetOutcome> outcomes = outcomes(sweep);
        assertEquals(SetStatus.STEP_SIZE_UNDERFLOW, outcomes.get(1).status());
        assertEquals(0.02, outcomes.get(1).timeReached(), 1e-6);
        assertEquals(SetStatus.OK, outcomes.get(2).status());
        assertTrue(samples(sweep, RunOptions.defaults(), 2).get(0)[9] < 1);
    }

    /** x = 1 + t before anything arrives; then the past of a ramp, at the rows between steps as at their ends. */
    @ParameterizedTest
    @MethodSource("solvers")
    void delayedValuesCanBeRecorded(final AdaptiveSolver solver) {
        final Sweep sweep = AdaptiveSweepTest.of("[\"x' = 1\", \"y = x(t-0.25)\"]", "{x: output(1.0), y: variable}")
                .output("y", "p/Test/y")
                .simulationTime(1)
                .stepSize(0.01)
                .solver(solver)
                .build();
        final double[] y = samples(sweep, RunOptions.defaults(), 0).get(1);
        for (int row = 0; row < y.length; row++) {
            assertEquals(Math.max(1, 0.75 + row * 0.01), y[row], 1e-12);
        }
    }

    /** Eighty variables of which the past is needed, and steps that must be far shorter than the delay. */
    @Test
    void aSetWhosePastDoesNotFitInMemoryStops() {
        final StringBuilder equations = new StringBuilder("[\"x' = -x");
        final StringBuilder variables = new StringBuilder("{x: output(1.0)");
        for (int i = 0; i < 80; i++) {
            equations.append(" + past(y").append(i).append(", 10)/80");
            variables.append(", y").append(i).append(": variable");
        }
        equations.append('"');
        for (int i = 0; i < 80; i++) {
            equations.append(", \"y").append(i).append(" = x + ").append(i).append('"');
        }
        final Sweep sweep = AdaptiveSweepTest.of(equations + "]", variables + "}")
                .simulationTime(10)
                .stepSize(1)
                .solver(new DormandPrince5())
                .maxStep(5e-4)
                .firstStep(5e-4)
                .build();
        final SetOutcome outcome = outcomes(sweep).get(0);
        assertEquals(SetStatus.TOO_MANY_STEPS, outcome.status());
        assertTrue(outcome.message().startsWith("more than 10485 steps of dopri5 are not kept"), outcome.message());
        assertEquals(10485 * 5e-4, outcome.timeReached(), 1e-3);
    }
}
