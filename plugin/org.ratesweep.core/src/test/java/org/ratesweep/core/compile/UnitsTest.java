/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.LinearMap;
import org.ratesweep.core.expression.UnitSelection;
import org.ratesweep.core.lanes.Chunks;
import org.ratesweep.core.lanes.LaneArray;

/** Values with several units: the generated code against sums and selections written as plain loops. */
class UnitsTest {
    private static final int UNITS = 5;
    private static final double TIME = 0.25;

    private final ValueGraph graph = new ValueGraph();
    private final Lowering lowering = new Lowering(graph);
    private final List<Assignment> results = new ArrayList<>();
    private final Slots resultSlots = new Slots(0);

    UnitsTest() {
        lowering.define("t", graph.load(Region.SHARED, 0, Variance.STEP));
        lowering.define("x", graph.load(Region.STATE, 0, UNITS, Variance.LANE));
        lowering.define("y", graph.load(Region.STATE, UNITS, UNITS, Variance.LANE));
        lowering.define("z", graph.load(Region.STATE, 2 * UNITS, Variance.LANE));
        lowering.define("k", graph.load(Region.PARAMETERS, 0, Variance.SET));
        lowering.define("w", graph.load(Region.PARAMETERS, 1, UNITS, Variance.SET));
    }

    private int lower(final String text) {
        return lowering.lower(Expression.parse(text));
    }

    private void result(final int value, final int extent) {
        results.add(new Assignment(
                new Operation.Load(Region.RESULT, resultSlots.take(extent)), graph.fitted(value, extent), extent));
    }

    /** The value of a state or parameter, by the order of its slots. */
    private static double value(final int slot, final int lane) {
        return Math.sin(1 + slot * 1.7 + lane * 0.3) + 1.5;
    }

    private static double x(final int unit, final int lane) {
        return value(unit, lane);
    }

    private static double y(final int unit, final int lane) {
        return value(UNITS + unit, lane);
    }

    private static double z(final int lane) {
        return value(2 * UNITS, lane);
    }

    private static double k(final int lane) {
        return value(40, lane);
    }

    private static double w(final int unit, final int lane) {
        return value(41 + unit, lane);
    }

    /** Returns the results of one lane, slot by slot. */
    private double[][] run(final int stride, final int lanes) {
        final Slots parameters = new Slots(1 + UNITS, LaneArray.wholeLines(stride));
        final Slots shared = new Slots(1);
        final Hoisting hoisting = new Hoisting(graph, parameters, shared);
        final RoutinePlan plan = hoisting.plan(results).get();
        final RoutinePlan preparation = hoisting.preparation().get();
        final double[] state = new double[(2 * UNITS + 1) * stride];
        final double[] parameter = new double[parameters.taken() * stride];
        for (int lane = 0; lane < lanes; lane++) {
            for (int slot = 0; slot < 2 * UNITS + 1; slot++) {
                state[slot * stride + lane] = value(slot, lane);
            }
            parameter[lane] = k(lane);
            for (int unit = 0; unit < UNITS; unit++) {
                parameter[(1 + unit) * stride + lane] = w(unit, lane);
            }
        }
        final double[] scratch = new double[Math.max(plan.scratchSlots(), preparation.scratchSlots()) * stride];
        final double[] work = new double[scratch.length + Chunks.ROOM];
        final double[] sharedValues = new double[shared.taken()];
        sharedValues[0] = TIME;
        final double[] result = new double[resultSlots.taken() * stride];
        RoutineAssembler.assemble("prepare", preparation, stride, new GeneratedCode())
                .run(lanes, sharedValues, state, state, parameter, scratch, parameter, work);
        RoutineAssembler.assemble("test", plan, stride, new GeneratedCode())
                .run(lanes, sharedValues, state, state, parameter, scratch, result, work);
        return IntStream.range(0, lanes)
                .mapToObj(lane -> IntStream.range(0, resultSlots.taken())
                        .mapToDouble(slot -> result[slot * stride + lane])
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[] units(final int extent, final IntToDoubleFunction value) {
        return IntStream.range(0, extent).mapToDouble(value).toArray();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "8, 8", "8, 3", "64, 64", "64, 1"})
    void operationsWorkUnitByUnitAndCopyWhatHasOnlyOne(final int stride, final int lanes) {
        result(lower("x*y + z*k"), UNITS);
        result(lower("exp(-x)*w + t*k - z"), UNITS);
        result(lower("z + 1"), UNITS);
        result(lower("k*2"), UNITS);
        result(lower("t*2"), UNITS);
        result(lower("3"), UNITS);
        result(lower("maxi(x, z) + where(y > k, x, z)"), UNITS);
        final double[][] actual = run(stride, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            final int l = lane;
            final double[] expected = new double[7 * UNITS];
            for (int i = 0; i < UNITS; i++) {
                expected[i] = x(i, l) * y(i, l) + k(l) * z(l);
                expected[UNITS + i] = w(i, l) * Math.exp(-x(i, l)) + k(l) * TIME - z(l);
                expected[2 * UNITS + i] = z(l) + 1;
                expected[3 * UNITS + i] = k(l) * 2;
                expected[4 * UNITS + i] = TIME * 2;
                expected[5 * UNITS + i] = 3;
                expected[6 * UNITS + i] = Math.max(x(i, l), z(l)) + (y(i, l) > k(l) ? x(i, l) : z(l));
            }
            assertArrayEquals(expected, actual[lane], 1e-14, "lane " + lane);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "8, 8", "8, 3", "64, 64"})
    void selectionsTakeUnitsInTheirOrder(final int stride, final int lanes) {
        final int product = lower("x*y");
        result(graph.select(product, UnitSelection.of(4, 0, 0)), 3);
        result(graph.select(lower("w*k"), UnitSelection.range(1, 4)), 3);
        result(graph.select(lower("z"), UnitSelection.copies(2)), 2);
        result(graph.select(lower("x"), UnitSelection.each(UNITS, 2)), 2 * UNITS);
        result(graph.select(lower("x"), UnitSelection.all(UNITS, 2)), 2 * UNITS);
        final double[][] actual = run(stride, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            final int l = lane;
            final double[] expected =
                    IntStream.of(4, 0, 0).mapToDouble(i -> x(i, l) * y(i, l)).toArray();
            assertArrayEquals(expected, Arrays.copyOf(actual[l], 3));
            assertArrayEquals(units(3, i -> w(i + 1, l) * k(l)), Arrays.copyOfRange(actual[l], 3, 6));
            assertArrayEquals(units(2, i -> z(l)), Arrays.copyOfRange(actual[l], 6, 8));
            assertArrayEquals(units(10, i -> x(i / 2, l)), Arrays.copyOfRange(actual[l], 8, 18));
            assertArrayEquals(units(10, i -> x(i % UNITS, l)), Arrays.copyOfRange(actual[l], 18, 28));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "8, 8", "8, 3", "64, 64"})
    void sumsAreTakenInTheOrderOfTheUnits(final int stride, final int lanes) {
        final Random random = new Random(1);
        final double[] elements = random.doubles(3 * UNITS).toArray();
        final LinearMap sparse =
                new LinearMap.Sparse(UNITS, new int[] {0, 2, 2, 3}, new int[] {1, 4, 0}, new double[] {2, -3, 0.5});
        result(graph.combine(lower("x*y"), new LinearMap.GroupSums(1, UNITS)), 1);
        result(graph.combine(lower("x"), new LinearMap.GroupSums(UNITS, 1)), UNITS);
        result(graph.combine(lower("x"), new LinearMap.Dense(3, UNITS, elements)), 3);
        result(graph.combine(lower("y"), sparse), 3);
        result(graph.combine(lower("2"), new LinearMap.GroupSums(1, UNITS)), 1);
        result(graph.combine(lower("t"), new LinearMap.Dense(2, 1, new double[] {3, 4})), 2);
        result(graph.combine(lower("w"), sparse), 3);
        final double[][] actual = run(stride, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            final int l = lane;
            final List<Double> expected = new ArrayList<>();
            double total = 0;
            for (int i = 0; i < UNITS; i++) {
                total += x(i, l) * y(i, l);
            }
            expected.add(total);
            for (int i = 0; i < UNITS; i++) {
                expected.add(x(i, l));
            }
            for (int row = 0; row < 3; row++) {
                double sum = 0;
                for (int i = 0; i < UNITS; i++) {
                    sum += elements[row * UNITS + i] * x(i, l);
                }
                expected.add(sum);
            }
            expected.addAll(List.of(2 * y(1, l) - 3 * y(4, l), 0.0, 0.5 * y(0, l)));
            expected.add(2.0 * UNITS);
            expected.addAll(List.of(3 * TIME, 4 * TIME));
            expected.addAll(List.of(2 * w(1, l) - 3 * w(4, l), 0.0, 0.5 * w(0, l)));
            assertArrayEquals(
                    expected.stream().mapToDouble(Double::doubleValue).toArray(), actual[l], 0.0, "lane " + lane);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "8, 8", "8, 3", "64, 64"})
    void partsStandOneBehindTheOther(final int stride, final int lanes) {
        final int neighbours = graph.select(lower("x"), UnitSelection.range(1, 3));
        assertEquals(new Operation.Load(Region.STATE, 1), graph.operation(neighbours));
        result(
                graph.join(
                        List.of(lower("z*k"), neighbours, lower("-0.0"), lower("t"), lower("k"), lower("x*y")),
                        List.of(2, 2, 1, 1, 1, UNITS)),
                12);
        result(
                graph.combine(
                        graph.join(List.of(lower("k"), lower("w")), List.of(2, UNITS)), new LinearMap.GroupSums(1, 7)),
                1);
        result(graph.join(List.of(lower("w")), List.of(UNITS)), UNITS);
        final double[][] actual = run(stride, lanes);
        for (int lane = 0; lane < lanes; lane++) {
            final int l = lane;
            final List<Double> expected =
                    new ArrayList<>(List.of(z(l) * k(l), z(l) * k(l), x(1, l), x(2, l), -0.0, TIME));
            expected.add(k(l));
            double sum = k(l) + k(l);
            for (int i = 0; i < UNITS; i++) {
                expected.add(x(i, l) * y(i, l));
                sum += w(i, l);
            }
            expected.add(sum);
            for (int i = 0; i < UNITS; i++) {
                expected.add(w(i, l));
            }
            assertArrayEquals(
                    expected.stream().mapToDouble(Double::doubleValue).toArray(), actual[l], 0.0, "lane " + lane);
        }
    }

    @Test
    void aLaneHasTheSameBitsInEveryBlock() {
        final double[] elements = new Random(2).doubles((long) UNITS * UNITS).toArray();
        result(
                graph.arithmetic(
                        Operation.Kind.MULTIPLY,
                        graph.combine(lower("sin(x - z)"), new LinearMap.Dense(UNITS, UNITS, elements)),
                        lower("exp(w)*z")),
                UNITS);
        result(graph.combine(lower("exp(x)"), new LinearMap.GroupSums(1, UNITS)), 1);
        final Map<Integer, double[][]> byStride = new HashMap<>();
        byStride.put(1, run(1, 1));
        byStride.put(8, run(8, 5));
        byStride.put(5, run(5, 5));
        assertArrayEquals(byStride.get(1)[0], byStride.get(8)[0]);
        assertArrayEquals(byStride.get(5)[4], byStride.get(8)[4]);
    }

    @Test
    void callsOfOneFunctionStandTogether() {
        result(lower("exp(x) + exp(z) + exp(y)"), UNITS);
        final RoutinePlan plan = LoopPartition.plan(graph, Variance.LANE, Map.of(), List.of(), results, 1);
        final List<Step.Calls> calls = plan.steps().stream()
                .filter(Step.Calls.class::isInstance)
                .map(Step.Calls.class::cast)
                .toList();
        assertEquals(1, calls.size());
        int next = plan.places().get(calls.get(0).values().get(0)).slot();
        for (final int call : calls.get(0).values()) {
            assertEquals(new Operation.Load(Region.SCRATCH, next), plan.places().get(call));
            next += graph.extent(call);
        }
    }

    @Test
    void unequalNumbersOfUnitsAreRefused() {
        final int pair = graph.select(lower("x"), UnitSelection.range(0, 2));
        assertThrows(IllegalArgumentException.class, () -> graph.arithmetic(Operation.Kind.ADD, pair, lower("x")));
        assertThrows(IllegalArgumentException.class, () -> graph.combine(pair, new LinearMap.GroupSums(1, UNITS)));
        assertThrows(IllegalArgumentException.class, () -> graph.select(pair, UnitSelection.of(2)));
        assertThrows(IllegalArgumentException.class, () -> graph.join(List.of(pair), List.of(3)));
        assertThrows(IllegalArgumentException.class, () -> graph.select(lower("x"), UnitSelection.of(UNITS)));
    }
}
