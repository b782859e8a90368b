/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ratesweep.core.sweep.SweepTest.assertMessage;
import static org.ratesweep.core.sweep.SweepTest.assertSameBits;
import static org.ratesweep.core.sweep.SweepTest.connectivities;
import static org.ratesweep.core.sweep.SweepTest.exploding;
import static org.ratesweep.core.sweep.SweepTest.jansenRit;
import static org.ratesweep.core.sweep.SweepTest.outcomes;
import static org.ratesweep.core.sweep.SweepTest.samples;
import static org.ratesweep.core.sweep.SweepTest.variable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.solve.AdaptiveSolver;
import org.ratesweep.core.solve.DormandPrince5;
import org.ratesweep.core.solve.DormandPrince8;
import org.ratesweep.core.solve.Heun;
import org.ratesweep.core.solve.Rodas4;
import org.ratesweep.core.solve.SampledInput.Interpolation;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.template.TemplateLibrary;

/** Sweeps under solvers that choose the steps of each parameter set. */
class AdaptiveSweepTest {
    static Stream<AdaptiveSolver> solvers() {
        return Solver.all().stream().filter(AdaptiveSolver.class::isInstance).map(AdaptiveSolver.class::cast);
    }

    private static Stream<Arguments> solversAndTolerances() {
        return solvers().flatMap(solver -> Stream.of(1e-4, 1e-6, 1e-8).map(rtol -> Arguments.of(solver, rtol)));
    }

    static Sweep.Builder of(final String equations, final String variables) {
        return Sweep.of(TestTemplates.operator(equations, variables)).output("x", "p/Test/x");
    }

    private static Sweep.Builder vanDerPol(final double... mu) {
        return Sweep.of(TemplateLibrary.builtIn().circuit("model_templates.oscillators.vanderpol.vdp"))
                .grid(ParameterGrid.pairwise(Map.of("mu", mu)))
                .map("mu", new ParameterTarget.NodeVariables(List.of("vdp_op/mu"), List.of("p")))
                .output("x", "p/vdp_op/x")
                .output("z", "p/vdp_op/z");
    }

    /** Asserts that no sample is off by more than ten tolerances, zeros counting as the largest value around. */
    static void assertNear(final double[] expected, final double[] actual, final double rtol) {
        final double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertArrayEquals(expected, actual, 10 * rtol * largest);
    }

    private static void assertNearItsSolution(
            final AdaptiveSolver solver,
            final double rtol,
            final Sweep.Builder sweep,
            final DoubleUnaryOperator solution) {
        final Sweep built = sweep.simulationTime(10)
                .stepSize(0.01)
                .solver(solver)
                .rtol(rtol)
                .atol(rtol * 1e-2)
                .build();
        final double[] times = built.times().keptTimes();
        assertNear(
                Arrays.stream(times).map(solution).toArray(),
                samples(built, RunOptions.defaults(), 0).get(0),
                rtol);
    }

    @ParameterizedTest
    @MethodSource("solversAndTolerances")
    void closedFormsAreMetAtEverySample(final AdaptiveSolver solver, final double rtol) {
        assertNearItsSolution(
                solver, rtol, of("\"x' = x*(1 - x)\"", "{x: output(0.1)}"), time -> 1 / (1 + 9 * Math.exp(-time)));
        assertNearItsSolution(
                solver, rtol, of("[\"x' = v\", \"v' = -x\"]", "{x: output(1.0), v: variable}"), Math::cos);
        assertNearItsSolution(
                solver,
                rtol,
                of("\"x' = -x + sin(t)\"", "{x: output(0.5)}"),
                time -> Math.exp(-time) + (Math.sin(time) - Math.cos(time)) / 2);
    }

    @ParameterizedTest
    @MethodSource("solversAndTolerances")
    void modelsStayNearATightReference(final AdaptiveSolver solver, final double rtol) {
        final double[] connectivities = {68, 135, 270, 675};
        final double[] dampings = {1, 5};
        final double[] excitabilities = {-5, 1, 5};
        for (final Sweep.Builder sweep : List.of(
                jansenRit(connectivities).simulationTime(1),
                Sweep.of(TemplateLibrary.builtIn().circuit("model_templates.neural_mass_models.qif.qif_sfa"))
                        .grid(ParameterGrid.pairwise(Map.of("eta", excitabilities)))
                        .map("eta", new ParameterTarget.NodeVariables(List.of("qif_sfa_op/eta"), List.of("all")))
                        .simulationTime(40)
                        .stepSize(0.05)
                        .output("r", "p/qif_sfa_op/r"),
                vanDerPol(dampings).simulationTime(20).stepSize(0.01))) {
            final Sweep tight =
                    sweep.solver(new DormandPrince8()).rtol(1e-13).atol(1e-16).build();
            final Sweep loose =
                    sweep.solver(solver).rtol(rtol).atol(rtol * 1e-3).build();
            for (int set = 0; set < tight.grid().size(); set++) {
                assertNear(
                        samples(tight, RunOptions.defaults(), set).get(0),
                        samples(loose, RunOptions.defaults(), set).get(0),
                        rtol);
            }
        }
    }

    /** F. Mazzia, C. Magherini, Test Set for Initial Value Problem Solvers (release 2.4, 2008), problem VDPOL. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-6, 1e-8})
    void theStiffVanDerPolOscillatorGoesWhereTheTestSetSays(final double rtol) {
        final Sweep sweep = Sweep.of(TestTemplates.operator(
                        "[\"x' = z\", \"z' = mu*(1 - x^2)*z - x\"]", "{x: output(2.0), z: variable, mu: 1000.0}"))
                .simulationTime(2500)
                .stepSize(500)
                .output("x", "p/Test/x")
                .output("z", "p/Test/z")
                .solver(new Rodas4())
                .firstStep(1e-3)
                .rtol(rtol)
                .atol(rtol * 1e-3)
                .build();
        final List<double[]> samples = samples(sweep, RunOptions.defaults(), 0);
        assertEquals(1.706167732170483, samples.get(0)[4], 10 * rtol);
        assertEquals(-0.8928097010247975e-3, samples.get(1)[4], 10 * rtol * 1e-3);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aSignalThatIsHeldJumpsBetweenStepsNotInThem(final AdaptiveSolver solver) {
        final double[] signal = new Random(1).doubles(40, -1, 1).toArray();
        final Sweep sweep = of("[\"x' = u - x/tau\", \"y = u\"]", "{x: output, y: variable, u: input, tau: 0.3}")
                .simulationTime(4)
                .stepSize(0.1)
                .output("y", "p/Test/y")
                .input("p/Test/u", InputSignal.Samples.of(signal))
                .solver(solver)
                .rtol(1e-9)
                .atol(1e-12)
                .build();
        final List<double[]> samples = samples(sweep, RunOptions.defaults(), 0);
        double exact = 0;
        for (int step = 0; step < signal.length; step++) {
            assertEquals(exact, samples.get(0)[step], 1e-9);
            assertEquals(signal[step], samples.get(1)[step]);
            final double rest = signal[step] * 0.3;
            exact = rest + (exact - rest) * Math.exp(-0.1 / 0.3);
        }
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aSignalCanGoStraightFromSampleToSample(final AdaptiveSolver solver) {
        final double[] signal = {0, 1, -1, 2, 2, 2, 0, 4};
        final Sweep sweep = of("[\"x' = u\", \"y = u\"]", "{x: output, y: variable, u: input}")
                .simulationTime(8)
                .stepSize(1)
                .output("y", "p/Test/y")
                .input("p/Test/u", InputSignal.Samples.of(signal))
                .interpolation(Interpolation.LINEAR)
                .solver(solver)
                .build();
        final List<double[]> samples = samples(sweep, RunOptions.defaults(), 0);
        assertArrayEquals(new double[] {0, 0.5, 0.5, 1, 3, 5, 6, 8}, samples.get(0), 1e-9);
        assertArrayEquals(signal, samples.get(1), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void everySetSeesItsOwnColumnOfASignal(final AdaptiveSolver solver) {
        final double[][] columns = {{1, 1, 1}, {0, 5, 0}, {2, 3, 4}};
        final Sweep.Builder sweep = exploding()
                .grid(ParameterGrid.pairwise(Map.of("k", new double[] {0, 0, 0})))
                .map("k", variable("k"))
                .simulationTime(3)
                .stepSize(1)
                .solver(solver)
                .input("p/Test/u", new InputSignal.Samples(columns));
        final double[][] expected = {{1, 2, 3}, {1, 1, 6}, {1, 3, 6}};
        for (int set = 0; set < 3; set++) {
            assertArrayEquals(
                    expected[set],
                    samples(sweep.build(), RunOptions.defaults(), set).get(0),
                    1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void algebraicVariablesAndTheTimeAreThoseOfTheSample(final AdaptiveSolver solver) {
        final Sweep sweep = of("[\"x' = 1\", \"y = x - t\", \"w = cos(t)\"]", "{x: output, y: variable, w: variable}")
                .simulationTime(5)
                .stepSize(0.01)
                .output("y", "p/Test/y")
                .output("w", "p/Test/w")
                .solver(solver)
                .build();
        final List<double[]> samples = samples(sweep, RunOptions.defaults(), 0);
        assertArrayEquals(new double[500], samples.get(1), 1e-14);
        assertArrayEquals(
                Arrays.stream(sweep.times().keptTimes()).map(Math::cos).toArray(), samples.get(2), 1e-14);
    }

    @Test
    void noStepIsLongerThanTheLargestOne() {
        final String pulse = "\"x' = exp(-((t - 7.3)/0.01)^2)\"";
        final Sweep.Builder sweep =
                of(pulse, "{x: output}").simulationTime(11).stepSize(1).solver(new DormandPrince5());
        assertEquals(0, samples(sweep.build(), RunOptions.defaults(), 0).get(0)[10], "stepped across");
        assertEquals(
                0.01 * Math.sqrt(Math.PI),
                samples(sweep.maxStep(0.02).build(), RunOptions.defaults(), 0).get(0)[10],
                1e-6);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aSetThatGetsStuckSaysWhereAndChangesNoOther(final AdaptiveSolver solver) {
        final double[] rates = {0, 0.1, 5, 0.2, 1.0};
        final Sweep sweep = exploding()
                .grid(ParameterGrid.pairwise(Map.of("k", rates)))
                .map("k", variable("k"))
                .output("y", "p/Test/y")
                .solver(solver)
                .build();
        final List<SetOutcome> outcomes = outcomes(sweep);
        assertEquals(
                List.of(SetStatus.OK, SetStatus.OK, SetStatus.STEP_SIZE_UNDERFLOW, SetStatus.OK),
                outcomes.subList(0, 4).stream().map(SetOutcome::status).toList());
        assertEquals(0.2, outcomes.get(2).timeReached(), 1e-6);
        assertEquals(1.0, outcomes.get(4).timeReached(), 1e-6);
        assertTrue(
                outcomes.get(2).message().endsWith(" at time " + outcomes.get(2).timeReached()));
        final double[] stuck = samples(sweep, RunOptions.defaults(), 2).get(0);
        assertEquals(1 / (1 - 5 * 0.19), stuck[19], 1e-4);
        assertTrue(Double.isNaN(stuck[21]) && Double.isNaN(stuck[199]), "no samples where it did not get");
        for (final int set : new int[] {0, 1, 3}) {
            final Sweep alone = exploding()
                    .grid(ParameterGrid.pairwise(Map.of("k", new double[] {rates[set]})))
                    .map("k", variable("k"))
                    .output("y", "p/Test/y")
                    .solver(solver)
                    .build();
            assertSameBits(samples(alone, RunOptions.defaults(), 0), samples(sweep, RunOptions.defaults(), set));
        }
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void numbersThatOverflowDiverge(final AdaptiveSolver solver) {
        final Sweep.Builder growth = of("\"x' = x\"", "{x: output(1.0)}")
                .simulationTime(1000)
                .stepSize(1)
                .solver(solver)
                .rtol(1e-3);
        final SetOutcome outcome = outcomes(growth.build()).get(0);
        assertEquals(SetStatus.DIVERGED, outcome.status());
        assertEquals(Math.log(Double.MAX_VALUE), outcome.timeReached(), 5);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aSetWithoutAFiniteStartOrSlopeDivergedAtTheStart(final AdaptiveSolver solver) {
        final Sweep starts = exploding()
                .grid(ParameterGrid.pairwise(Map.of("x0", new double[] {1, Double.NaN})))
                .map("x0", variable("x"))
                .solver(solver)
                .build();
        assertEquals(SetStatus.OK, outcomes(starts).get(0).status());
        assertEquals("p/Test/x became NaN at time 0.0", outcomes(starts).get(1).message());
        final Sweep slope = of("\"x' = log(x - 2)\"", "{x: output(1.0)}")
                .simulationTime(1)
                .stepSize(0.1)
                .solver(solver)
                .build();
        assertEquals("p/Test/x became NaN at time 0.0", outcomes(slope).get(0).message());
    }

    @Test
    void aStiffSetRunsIntoTheLimitOfStepsAndChangesNoOther() {
        final Sweep.Builder sweep = vanDerPol(1, 100_000, 2)
                .simulationTime(20)
                .stepSize(0.1)
                .solver(new DormandPrince5())
                .maxSteps(5000);
        final List<SetOutcome> outcomes = outcomes(sweep.build());
        assertEquals(
                List.of(SetStatus.OK, SetStatus.TOO_MANY_STEPS, SetStatus.OK),
                outcomes.stream().map(SetOutcome::status).toList());
        assertTrue(outcomes.get(1).message().startsWith("5000 steps of dopri5 did not suffice"));
        assertTrue(outcomes.get(1).timeReached() < 20);
        final List<double[]> among = samples(sweep.build(), RunOptions.defaults(), 2);
        assertSameBits(
                samples(
                        sweep.grid(ParameterGrid.pairwise(Map.of("mu", new double[] {2})))
                                .build(),
                        RunOptions.defaults(),
                        0),
                among);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void progressReachesTheEnd(final AdaptiveSolver solver) {
        final List<Progress> seen = new ArrayList<>();
        final Sweep sweep = jansenRit(connectivities(100)).solver(solver).build();
        sweep.run(RunOptions.defaults().withProgress(seen::add), block -> {});
        final Progress last = seen.get(seen.size() - 1);
        assertEquals(1.0, last.fraction());
    }

    @Test
    void aRunCanBeCancelledAtOnce() {
        final AtomicInteger questions = new AtomicInteger();
        final Sweep endless = vanDerPol(1e6)
                .simulationTime(1000)
                .stepSize(1)
                .solver(new DormandPrince5())
                .build();
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThrows(
                        CancellationException.class,
                        () -> endless.run(
                                RunOptions.defaults().withCancellation(() -> questions.incrementAndGet() > 100),
                                block -> {})));
    }

    @Test
    void optionsThatWouldHaveNoEffectAreErrors() {
        assertMessage(
                "rtol has no effect under the solver 'heun', whose steps have one size; adaptive solvers are: dopri5, "
                        + "dop853, rodas4",
                jansenRit(1).solver(new Heun()).rtol(1e-3));
        assertMessage("input_interpolation has no effect", jansenRit(1).interpolation(Interpolation.LINEAR));
        assertMessage("max_step is -1.0", jansenRit(1).solver(new Rodas4()).maxStep(-1));
        assertMessage("max_steps is 0", jansenRit(1).solver(new Rodas4()).maxSteps(0));
    }
}
