/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.compile.GeneratedCode;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.solve.DormandPrince5;
import org.ratesweep.core.solve.Heun;
import org.ratesweep.core.solve.RungeKutta4;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.sweep.ParameterTarget.EdgeAddress;
import org.ratesweep.core.sweep.ParameterTarget.EdgeAttributes;
import org.ratesweep.core.sweep.ParameterTarget.NodeVariables;

class SweepTest {
    /** x' = k*x^2 + u from x(0) = 1: for u = 0 and k > 0 it grows beyond all bounds at time 1/k. */
    private static final String EXPLODING = "{x: output(1.0), k: 0.0, u: input, y: variable}";

    static Sweep.Builder exploding() {
        return Sweep.of(TestTemplates.operator("[\"x' = k*x^2 + u\", \"y = 2*x\"]", EXPLODING))
                .simulationTime(2)
                .stepSize(0.01)
                .output("x", "p/Test/x");
    }

    static Sweep.Builder jansenRit(final double... connectivity) {
        return Sweep.of(TestTemplates.jansenRit("JRC2"))
                .grid(ParameterGrid.pairwise(Map.of("C", connectivity)))
                .map("C", new NodeVariables(List.of("jrc_op/c"), List.of("jrc")))
                .simulationTime(0.2)
                .stepSize(1e-4)
                .samplingStepSize(1e-3)
                .output("V_pce", "jrc/jrc_op/V_e")
                .output("m", "jrc/jrc_op/m");
    }

    static NodeVariables variable(final String name) {
        return new NodeVariables(List.of("Test/" + name), List.of("p"));
    }

    /** All numbers of one set, whatever block it was in. */
    static List<double[]> samples(final Sweep sweep, final RunOptions options, final int set) {
        final List<double[]> samples = new ArrayList<>();
        sweep.run(options, block -> {
            final int place = set - block.firstSet();
            if (place >= 0 && place < block.recording().sets()) {
                for (int i = 0; i < sweep.outputs().size(); i++) {
                    samples.add(block.recording().series(i, place));
                }
            }
        });
        return samples;
    }

    static List<SetOutcome> outcomes(final Sweep sweep) {
        final List<SetOutcome> outcomes = new ArrayList<>();
        sweep.run(RunOptions.defaults(), block -> outcomes.addAll(block.outcomes()));
        return outcomes;
    }

    static double[] connectivities(final int sets) {
        return IntStream.range(0, sets).mapToDouble(i -> 68 + 1282.0 * i / sets).toArray();
    }

    static void assertSameBits(final List<double[]> expected, final List<double[]> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(
                    Arrays.stream(expected.get(i))
                            .mapToLong(Double::doubleToRawLongBits)
                            .toArray(),
                    Arrays.stream(actual.get(i))
                            .mapToLong(Double::doubleToRawLongBits)
                            .toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aSetAloneHasTheSameBitsAsAmongAThousandOthersOnAnyNumberOfThreads(final Solver solver) {
        final double[] many = connectivities(1000);
        for (final int set : new int[] {0, 421, 999}) {
            final List<double[]> alone = samples(
                    jansenRit(many[set]).solver(solver).build(),
                    RunOptions.defaults().withThreads(1),
                    0);
            for (final int threads : new int[] {1, 2, 3}) {
                assertSameBits(
                        alone,
                        samples(
                                jansenRit(many).solver(solver).build(),
                                RunOptions.defaults().withThreads(threads),
                                set));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aRunThatUsesTheCodeOfOthersHasTheSameBits(final Solver solver) {
        final double[] few = connectivities(5);
        final RunOptions again = RunOptions.defaults().withCode(new GeneratedCode());
        final Sweep sweep = jansenRit(few).solver(solver).build();
        final List<double[]> first = samples(sweep, again, 3);
        samples(jansenRit(few[0]).solver(solver).build(), again, 0);
        assertSameBits(first, samples(sweep, again, 3));
        assertSameBits(first, samples(sweep, RunOptions.defaults(), 3));
    }

    private static List<Solver> solvers() {
        return Solver.all();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 10, 63, 64, 65, 129})
    void anyNumberOfSetsIsRunOnceEachInGridOrder(final int sets) {
        final List<Integer> order = new ArrayList<>();
        final Sweep sweep = jansenRit(connectivities(sets)).simulationTime(0.01).build();
        final RunSummary summary = sweep.run(
                RunOptions.defaults().withThreads(2),
                block -> block.outcomes().forEach(outcome -> order.add(outcome.set())));
        assertEquals(IntStream.range(0, sets).boxed().toList(), order);
        assertEquals(100L * sets, summary.pointSteps());
        assertEquals("JRC2_" + (sets - 1), sweep.setName(sets - 1));
    }

    @Test
    void preparationIsLinearInTheNumberOfSets() {
        final double[] many = connectivities(60_000);
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> jansenRit(many).build());
    }

    @Nested
    class Divergence {
        private final double[] rates = {0, 0.1, 5, 0.2, 1.0};

        private Sweep sweep(final Solver solver) {
            return exploding()
                    .grid(ParameterGrid.pairwise(Map.of("k", rates)))
                    .map("k", variable("k"))
                    .solver(solver)
                    .output("y", "p/Test/y")
                    .build();
        }

        @Test
        void aSetThatExplodesHasThatStatusAndTheTime() {
            final List<SetOutcome> outcomes = outcomes(sweep(new RungeKutta4()));
            assertEquals(
                    List.of(SetStatus.OK, SetStatus.OK, SetStatus.DIVERGED, SetStatus.OK, SetStatus.DIVERGED),
                    outcomes.stream().map(SetOutcome::status).toList());
            assertEquals(
                    "p/Test/x became Infinity at time " + outcomes.get(2).timeReached(),
                    outcomes.get(2).message());
            assertEquals(0.2, outcomes.get(2).timeReached(), 0.05);
            assertEquals(1.0, outcomes.get(4).timeReached(), 0.05);
            assertEquals(2.0, outcomes.get(0).timeReached());
        }

        @Test
        void theReportedStepIsTheFirstOneThatIsNotFinite() {
            final Sweep sweep = sweep(new Heun());
            final SetOutcome outcome = outcomes(sweep).get(2);
            final double[] x = samples(sweep, RunOptions.defaults(), 2).get(0);
            final int row = (int) Math.round(outcome.timeReached() / 0.01);
            assertTrue(Double.isFinite(x[row - 1]), "before");
            assertTrue(!Double.isFinite(x[row]), "after");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 3})
        void theOthersStayAsTheyAreBitForBit(final int set) {
            final List<double[]> among = samples(sweep(new RungeKutta4()), RunOptions.defaults(), set);
            final Sweep alone = exploding()
                    .grid(ParameterGrid.pairwise(Map.of("k", new double[] {rates[set]})))
                    .map("k", variable("k"))
                    .solver(new RungeKutta4())
                    .output("y", "p/Test/y")
                    .build();
            assertSameBits(samples(alone, RunOptions.defaults(), 0), among);
        }

        @Test
        void aSetThatStartsBeyondTheFiniteNumbersDivergedAtTheStart() {
            final Sweep sweep = exploding()
                    .grid(ParameterGrid.pairwise(Map.of("x0", new double[] {1, Double.NaN})))
                    .map("x0", variable("x"))
                    .build();
            final List<SetOutcome> outcomes = outcomes(sweep);
            assertEquals(SetStatus.OK, outcomes.get(0).status());
            assertEquals("p/Test/x became NaN at time 0.0", outcomes.get(1).message());
        }
    }

    @Nested
    class Targets {
        @Test
        void initialValuesConstantsInputsAndWeightsAreSwept() {
            final String template = """
                    op: {base: OperatorTemplate, equations: "x' = k + u + i", variables: {x: output(1.0), k: 0.0, u: input, i: input}}
                    node: {base: NodeTemplate, operators: [op]}
                    Test: {base: CircuitTemplate, nodes: {p: node, q: node}, edges: [[p/op/x, q/op/i, null, {weight: 0.0}]]}
                    """;
            final Map<String, ParameterTarget> targets = Map.of(
                    "x0", new NodeVariables(List.of("op/x"), List.of("q")),
                    "k", new NodeVariables(List.of("op/k"), List.of("q")),
                    "u", new NodeVariables(List.of("op/u"), List.of("all")),
                    "w", new EdgeAttributes(List.of("weight"), List.of(new EdgeAddress("p/op/x", "q/op/i", 0))));
            targets.forEach((key, target) -> {
                final Sweep sweep = Sweep.of(TestTemplates.circuit(template))
                        .grid(ParameterGrid.pairwise(Map.of(key, new double[] {0, 3})))
                        .map(key, target)
                        .simulationTime(1)
                        .stepSize(0.5)
                        .output("x", "q/op/x")
                        .build();
                final double atStart = key.equals("x0") ? 3 : 1;
                final double slope = key.equals("x0") ? 0 : 3;
                assertArrayEquals(
                        new double[] {atStart, atStart + 0.5 * slope},
                        samples(sweep, RunOptions.defaults(), 1).get(0),
                        key);
            });
        }

        @Test
        void anythingWithAPathIsSweptByItsPath() {
            final Model model = Model.of(TestTemplates.jansenRit("JRC"));
            assertEquals(
                    List.of("ein/rpo_e/tau", "iin/rpo_e/tau", "pc/pro/m->ein/rpo_e/m_in/weight"),
                    new ParameterTarget.Paths(List.of("all/rpo_e/tau", "pc/pro/m->ein/rpo_e/m_in/weight"))
                            .paths(model));
            assertThrows(
                    InputException.class, () -> new ParameterTarget.Paths(List.of("pc/pro/m->x/weight")).paths(model));
        }

        @Test
        void aVariableThatOnlySomeOfTheNodesHaveIsFine() {
            final ParameterTarget target =
                    new NodeVariables(List.of("rpo_e/tau", "rpo_e_in/tau"), List.of("pc", "ein"));
            assertEquals(
                    List.of("pc/rpo_e_in/tau", "ein/rpo_e/tau"),
                    target.paths(Model.of(TestTemplates.jansenRit("JRC"))));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "jrc_op/q; jrc; no variable of JRC2 matches 'jrc/jrc_op/q'",
                    "jrc_op/c; jcr; no variable of JRC2 matches 'jcr/jrc_op/c'; did you mean 'jrc/jrc_op/c'",
                    "jrc_op/m; jrc; 'jrc/jrc_op/m' cannot be swept: its value follows from"
                })
        void mistakesAreErrorsNotDefaults(final String variable, final String node, final String expected) {
            final Sweep.Builder sweep = jansenRit(1, 2).grid(ParameterGrid.pairwise(Map.of("D", new double[] {1})));
            final Sweep.Builder named = Sweep.of(TestTemplates.jansenRit("JRC2"))
                    .grid(ParameterGrid.pairwise(Map.of("D", new double[] {1})))
                    .map("D", new NodeVariables(List.of(variable), List.of(node)))
                    .simulationTime(1)
                    .stepSize(0.1)
                    .output("V", "jrc/jrc_op/V_e");
            assertMessage(expected, named);
            assertMessage("in the parameter map, key 'D'", named);
            assertMessage("the parameter map has the key 'C', which is not in the grid", sweep);
        }

        @Test
        void twoKeysForOneVariableAndAKeyWithoutTargetAreErrors() {
            assertMessage(
                    "both 'a' and 'b' set 'p/Test/k'",
                    exploding()
                            .grid(ParameterGrid.pairwise(
                                    new TreeMap<>(Map.of("a", new double[] {1}, "b", new double[] {1}))))
                            .map("a", variable("k"))
                            .map("b", variable("k")));
            assertMessage(
                    "the grid has the key 'k', which the parameter map does not have",
                    exploding().grid(ParameterGrid.pairwise(Map.of("k", new double[] {1}))));
        }

        @Test
        void aValueForAnInputThatASignalDrivesIsAnErrorSinceItWouldHaveNoEffect() {
            assertMessage(
                    "'p/Test/u' cannot be swept: its value follows from u = signal",
                    exploding()
                            .grid(ParameterGrid.pairwise(Map.of("u", new double[] {1})))
                            .map("u", variable("u"))
                            .input("p/Test/u", new InputSignal.Constant(1)));
        }

        @Test
        void unknownAttributesOfEdgesAreErrorsWithTheKnownOnes() {
            assertMessage(
                    "the edge pc/pro/m->ein/rpo_e/m_in has no attribute 'dealy'; did you mean 'delay'?",
                    Sweep.of(TestTemplates.jansenRit("JRC"))
                            .grid(ParameterGrid.pairwise(Map.of("d", new double[] {1})))
                            .map(
                                    "d",
                                    new EdgeAttributes(
                                            List.of("dealy"),
                                            List.of(new EdgeAddress("pc/pro/m", "ein/rpo_e/m_in", 0))))
                            .simulationTime(1)
                            .stepSize(0.1)
                            .output("v", "pc/rpo_i/v"));
        }
    }

    @Nested
    class Inputs {
        private Sweep.Builder summing() {
            return Sweep.of(TestTemplates.circuit("""
                            op: {base: OperatorTemplate, equations: "x' = u + k", variables: {x: output, u: input(100.0), k: 0.0}}
                            node: {base: NodeTemplate, operators: [op]}
                            Test: {base: CircuitTemplate, nodes: {p: node, q: node}}
                            """))
                    .grid(ParameterGrid.pairwise(Map.of("k", new double[] {0, 0, 0})))
                    .map("k", new NodeVariables(List.of("op/k"), List.of("all")))
                    .simulationTime(3)
                    .stepSize(1)
                    .output("x", "all/op/x");
        }

        @ParameterizedTest
        @MethodSource("org.ratesweep.core.sweep.SweepTest#solvers")
        void stepIUsesSampleIInAllStages(final Solver solver) {
            final Sweep sweep = summing()
                    .input("all/op/u", InputSignal.Samples.of(1, 10, 100))
                    .solver(solver)
                    .build();
            assertArrayEquals(
                    new double[] {0, 1, 11},
                    samples(sweep, RunOptions.defaults(), 2).get(1),
                    1e-13);
        }

        @Test
        void columnsAreOnePerMatchedInput() {
            final Sweep sweep = summing()
                    .input("all/op/u", new InputSignal.Samples(new double[][] {{1, 1, 1}, {2, 2, 2}}))
                    .build();
            assertArrayEquals(
                    new double[] {0, 1, 2},
                    samples(sweep, RunOptions.defaults(), 1).get(0));
            assertArrayEquals(
                    new double[] {0, 2, 4},
                    samples(sweep, RunOptions.defaults(), 1).get(1));
        }

        @Test
        void columnsAreOnePerParameterSet() {
            final Sweep sweep = summing()
                    .input("p/op/u", new InputSignal.Samples(new double[][] {{1, 1, 1}, {2, 2, 2}, {3, 3, 3}}))
                    .build();
            assertArrayEquals(
                    new double[] {0, 3, 6},
                    samples(sweep, RunOptions.defaults(), 2).get(0));
            assertArrayEquals(
                    new double[] {0, 100, 200},
                    samples(sweep, RunOptions.defaults(), 2).get(1));
        }

        /** Column c holds c at every step, so a set's state after a step is the number of its column. */
        private Sweep.Builder numbered(final int columns, final InputSignal.Columns... owners) {
            final double[][] samples = new double[columns][3];
            for (int column = 0; column < columns; column++) {
                Arrays.fill(samples[column], column);
            }
            return summing()
                    .input(
                            "all/op/u",
                            new InputSignal.Samples(
                                    samples, Arrays.stream(owners).findFirst()));
        }

        private void assertColumns(final double[] expected, final Sweep.Builder sweep) {
            final Sweep built = sweep.build();
            final double[] found = new double[expected.length];
            for (int set = 0; set < 3; set++) {
                final List<double[]> series =
                        samples(built, RunOptions.defaults().withThreads(2), set);
                for (int target = 0; target < series.size(); target++) {
                    found[target * 3 + set] = series.get(target)[1];
                }
            }
            assertArrayEquals(expected, found);
        }

        @Test
        void columnsAreOnePerSetOfEachMatchedInput() {
            assertColumns(new double[] {0, 1, 2, 3, 4, 5}, numbered(6));
            assertColumns(new double[] {0, 1, 2, 3, 4, 5}, numbered(6, InputSignal.Columns.TARGETS_AND_SETS));
            final Sweep adaptive = numbered(6).solver(new DormandPrince5()).build();
            assertEquals(4, samples(adaptive, RunOptions.defaults(), 1).get(1)[1], 1e-9);
        }

        @Test
        void columnsBelongToWhatIsSaid() {
            final Sweep.Builder square = numbered(2, InputSignal.Columns.TARGETS)
                    .grid(ParameterGrid.pairwise(Map.of("k", new double[] {0, 0})));
            assertEquals(1, samples(square.build(), RunOptions.defaults(), 0).get(1)[1]);
            final Sweep.Builder sets = numbered(2, InputSignal.Columns.SETS)
                    .grid(ParameterGrid.pairwise(Map.of("k", new double[] {0, 0})));
            assertEquals(0, samples(sets.build(), RunOptions.defaults(), 0).get(1)[1]);
            assertEquals(1, samples(sets.build(), RunOptions.defaults(), 1).get(0)[1]);
            assertColumns(new double[] {0, 0, 0, 1, 1, 1}, numbered(2, InputSignal.Columns.TARGETS));
            assertColumns(new double[] {0, 1, 2, 0, 1, 2}, numbered(3, InputSignal.Columns.SETS));
            assertMessage(
                    "the signal has 2 columns, and there are as many matched inputs as parameter sets; say which of them "
                            + "the columns belong to: columns: targets or columns: sets",
                    numbered(2).grid(ParameterGrid.pairwise(Map.of("k", new double[] {0, 0}))));
            assertMessage(
                    "the signal has 3 columns; expected 6 for 'columns: targets_and_sets', 2 matched inputs and 3 "
                            + "parameter sets",
                    numbered(3, InputSignal.Columns.TARGETS_AND_SETS));
        }

        @Test
        void uniformNoiseFollowsFromItsSeed() {
            final List<double[]> one = samples(
                    summing().input("p/op/u", new InputSignal.Uniform(2, 3, 42)).build(), RunOptions.defaults(), 0);
            final List<double[]> same = samples(
                    summing().input("p/op/u", new InputSignal.Uniform(2, 3, 42)).build(), RunOptions.defaults(), 0);
            final List<double[]> other = samples(
                    summing().input("p/op/u", new InputSignal.Uniform(2, 3, 43)).build(), RunOptions.defaults(), 0);
            assertSameBits(one, same);
            assertTrue(one.get(0)[1] >= 2 && one.get(0)[1] < 3, "in the bounds");
            assertTrue(one.get(0)[1] != other.get(0)[1], "another seed, other noise");
        }

        @ParameterizedTest
        @CsvSource({"42, 2.3745401188473627, 2.950714306409916", "2147483647, 2.3933911315501386, 2.6566618430544517"})
        void uniformNoiseIsThatOfNumpy(final long seed, final double first, final double second) {
            final double[] sums = samples(
                            summing()
                                    .input("p/op/u", new InputSignal.Uniform(2, 3, seed))
                                    .build(),
                            RunOptions.defaults(),
                            0)
                    .get(0);
            assertEquals(first, sums[1]);
            assertEquals(first + second, sums[2]);
        }

        @ParameterizedTest
        @ValueSource(longs = {-1, 2147483648L})
        void seedsThatNumpyLacksAreThoseOfCommonsMath(final long seed) {
            final MersenneTwister generator = new MersenneTwister(seed);
            final long high = Integer.toUnsignedLong(generator.nextInt()) >>> 5;
            assertEquals(
                    2 + high * 0x1.0p-27,
                    samples(
                                    summing()
                                            .input("p/op/u", new InputSignal.Uniform(2, 3, seed))
                                            .build(),
                                    RunOptions.defaults(),
                                    0)
                            .get(0)[1],
                    0x1.0p-27);
        }

        @Test
        void surplusSamplesAreSaidNotSilentlyDropped() {
            final Sweep sweep = summing()
                    .input("p/op/u", InputSignal.Samples.of(1, 1, 1, 1, 1))
                    .build();
            assertEquals(
                    List.of("the signal into p/op/u has 5 samples; the last 2 are not used by the 3 steps"),
                    sweep.warnings());
        }

        @Test
        void unusableSignalsAreErrors() {
            assertMessage(
                    "the signal is too short: 2 samples for 3 steps (simulation_time / step_size)",
                    summing().input("p/op/u", InputSignal.Samples.of(1, 1)));
            assertMessage(
                    "sample 1 of column 0 is NaN", summing().input("p/op/u", InputSignal.Samples.of(1, Double.NaN, 1)));
            assertMessage(
                    "the signal has 4 columns; expected 1, or one for each of the 2 matched inputs, or one for each of the 3 "
                            + "parameter sets, or one for each set of each input (6)",
                    summing().input("all/op/u", new InputSignal.Samples(new double[4][3])));
            assertMessage(
                    "the lower bound 3.0 is above the upper bound 2.0",
                    summing().input("p/op/u", new InputSignal.Uniform(3, 2, 1)));
            assertMessage(
                    "no variable of Test matches 'p/op/v'", summing().input("p/op/v", new InputSignal.Constant(1)));
            assertMessage("'p/op/k' is no input", summing().input("p/op/k", new InputSignal.Constant(1)));
            assertMessage(
                    "the input 'p/op/u' is driven by more than one signal",
                    summing()
                            .input("p/op/u", new InputSignal.Constant(1))
                            .input("all/op/u", new InputSignal.Constant(1)));
        }
    }

    @Nested
    class Outputs {
        @Test
        void algebraicVariablesAreRecorded() {
            final Sweep sweep = exploding()
                    .output("y", "p/Test/y")
                    .input("p/Test/u", new InputSignal.Constant(1))
                    .build();
            final List<double[]> samples = samples(sweep, RunOptions.defaults(), 0);
            assertEquals(2 * samples.get(0)[100], samples.get(1)[100]);
        }

        @Test
        void whatCannotBeRecordedIsAnError() {
            assertMessage(
                    "'p/Test/k' cannot be recorded: it is a constant",
                    exploding().output("k", "p/Test/k"));
            assertMessage("no variable of Test matches 'p/Test/z'", exploding().output("z", "p/Test/z"));
            assertMessage("in the outputs, key 'z'", exploding().output("z", "p/Test/z"));
            assertMessage(
                    "nothing is to be recorded",
                    Sweep.of(TestTemplates.jansenRit("JRC2")).simulationTime(1).stepSize(0.1));
        }
    }

    @Nested
    class Following {
        @Test
        void progressReachesTheEnd() {
            final List<Progress> seen = new ArrayList<>();
            jansenRit(connectivities(300)).build().run(RunOptions.defaults().withProgress(seen::add), block -> {});
            final Progress last = seen.get(seen.size() - 1);
            assertEquals(300, last.setsDone());
            assertEquals(1.0, last.fraction());
        }

        @Test
        void aRunCanBeCancelledAtOnce() {
            final AtomicInteger questions = new AtomicInteger();
            final Sweep endless = jansenRit(connectivities(64))
                    .simulationTime(20_000)
                    .samplingStepSize(10)
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
        void aRunUsesTheThreadsThatItIsGivenAndLeavesThemRunning() throws InterruptedException {
            final Set<String> names = ConcurrentHashMap.newKeySet();
            final ExecutorService pool = Executors.newFixedThreadPool(2, task -> new Thread(task, "given"));
            final RunOptions options = RunOptions.defaults().withExecutor(pool).withCancellation(() -> {
                names.add(Thread.currentThread().getName());
                return false;
            });
            jansenRit(connectivities(300)).build().run(options, block -> {});
            assertEquals(Set.of("given"), names);
            assertTrue(!pool.isShutdown());
            pool.shutdown();
            assertTrue(pool.awaitTermination(10, TimeUnit.SECONDS));
        }

        @Test
        void whatTheReceiverThrowsEndsTheRun() {
            final Sweep sweep = jansenRit(connectivities(300)).build();
            assertThrows(
                    ArithmeticException.class,
                    () -> sweep.run(RunOptions.defaults(), block -> {
                        throw new ArithmeticException();
                    }));
        }
    }

    static void assertMessage(final String expected, final Sweep.Builder sweep) {
        final String message = assertThrows(InputException.class, sweep::build).getMessage();
        assertTrue(message.contains(expected), message);
    }
}
