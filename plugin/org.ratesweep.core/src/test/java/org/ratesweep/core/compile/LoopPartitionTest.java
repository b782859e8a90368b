/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.Function;
import org.ratesweep.core.lanes.LaneArray;

class LoopPartitionTest {
    private final ValueGraph graph = new ValueGraph();
    private final Lowering lowering = new Lowering(graph);

    private RoutinePlan plan(final String... rights) {
        int slot = 0;
        for (final String name : List.of("a", "b", "c", "d")) {
            lowering.define(name, graph.load(Region.STATE, slot++, Variance.LANE));
        }
        final Assignment[] results = new Assignment[rights.length];
        for (int i = 0; i < rights.length; i++) {
            results[i] =
                    new Assignment(new Operation.Load(Region.RESULT, i), lowering.lower(Expression.parse(rights[i])));
        }
        return LoopPartition.plan(graph, Variance.LANE, Map.of(), List.of(), List.of(results), 1);
    }

    private static List<Loop> loops(final RoutinePlan plan) {
        return plan.steps().stream()
                .filter(Loop.class::isInstance)
                .map(Loop.class::cast)
                .toList();
    }

    private static List<Step.Calls> calls(final RoutinePlan plan) {
        return plan.steps().stream()
                .filter(Step.Calls.class::isInstance)
                .map(Step.Calls.class::cast)
                .toList();
    }

    private static List<Integer> stores(final RoutinePlan plan) {
        return loops(plan).stream().map(loop -> loop.assignments().size()).toList();
    }

    @Test
    void slotsOfSeveralUnitsBeginWhereWholeVectorsDo() {
        final Slots slots = new Slots(1, LaneArray.wholeLines(6));
        assertEquals(List.of(1, 4, 11, 12), List.of(slots.take(), slots.take(7), slots.take(), slots.take(2)));
        assertEquals(14, slots.taken());
        for (int stride = 1; stride < 40; stride++) {
            final int lines = LaneArray.wholeLines(stride);
            assertEquals(0, lines * stride % 8, "whole lines");
            assertTrue(lines == 1 || lines / 2 * stride % 8 != 0, "no more than it takes");
        }
    }

    @Test
    void scratchOfSeveralUnitsBeginsWhereWholeVectorsDo() {
        final int x = graph.load(Region.STATE, 0, 3, Variance.LANE);
        final int y = graph.load(Region.STATE, 8, 3, Variance.LANE);
        final int one = graph.call((Function.Unary) Function.EXP.computation(), x);
        final int other = graph.call((Function.Unary) Function.SIN.computation(), y);
        final Assignment result = new Assignment(
                new Operation.Load(Region.RESULT, 0), graph.arithmetic(Operation.Kind.ADD, one, other), 3);
        final RoutinePlan plan = LoopPartition.plan(graph, Variance.LANE, Map.of(), List.of(), List.of(result), 8);
        assertEquals(
                List.of(0, 8),
                calls(plan).stream()
                        .map(call -> plan.places().get(call.values().get(0)).slot())
                        .sorted()
                        .toList());
    }

    @Test
    void smallNeighboursShareALoop() {
        assertEquals(List.of(2), stores(plan("b", "a - b")));
    }

    @Test
    void callsStandAloneBetweenWhatTheyNeedAndWhatNeedsThem() {
        final RoutinePlan plan = plan("b", "5/(1 + exp(a - b))");
        assertEquals(List.of(2, 1), stores(plan), "argument and copy, quotient");
        assertEquals(Function.EXP.computation(), ((Step.Calls) plan.steps().get(1)).function());
    }

    @Test
    void noLoopHoldsMoreThanItsShare() {
        final StringBuilder sum = new StringBuilder("a");
        for (int i = 1; i < 200; i++) {
            sum.append(" + ").append(i).append("*").append("abcd".charAt(i % 4)).append("*a");
        }
        final RoutinePlan plan = plan(sum.toString(), "a*b", "c*d");
        assertTrue(
                loops(plan).size() >= 400 / LoopPartition.MOST_WEIGHT,
                "loops: " + loops(plan).size());
        assertTrue(
                loops(plan).size() <= 1200 / LoopPartition.MOST_WEIGHT,
                "loops: " + loops(plan).size());
        assertTrue(loops(plan).stream().allMatch(loop -> loop.assignments().size() <= LoopPartition.MOST_STORES));
        assertEquals(1, plan.scratchSlots(), "a running sum needs no more than one intermediate value at a time");
    }

    /** A sum of many variables weighs more than a polynomial of as many operations. */
    @Test
    void whatIsReadWeighsMoreThanWhatIsComputed() {
        final StringBuilder sum = new StringBuilder("a");
        final StringBuilder polynomial = new StringBuilder("a");
        for (int i = 0; i < 16; i++) {
            lowering.define("p" + i, graph.load(Region.PARAMETERS, i, Variance.LANE));
            sum.append(" + p").append(i);
            polynomial.insert(0, "(").append(" + ").append(i + 0.5).append(")*b");
        }
        assertEquals(1, loops(plan(polynomial.toString())).size());
        assertEquals(2, loops(plan(sum.toString())).size());
    }

    @Test
    void whatSeveralNeedIsComputedOnce() {
        final RoutinePlan plan = plan("exp(a)*b", "exp(a)*c", "exp(a)*d");
        assertEquals(1, calls(plan).size());
        assertEquals(1, calls(plan).get(0).values().size());
    }

    @Test
    void aResultThatAnotherNeedsIsReadFromItsPlace() {
        final RoutinePlan plan = plan("a*b", "a*b + 1", "a*b");
        assertEquals(0, plan.scratchSlots());
        assertEquals(
                List.of(0, 1, 2),
                loops(plan).stream()
                        .flatMap(loop -> loop.assignments().stream())
                        .map(assignment -> assignment.target().slot())
                        .toList());
    }

    @Test
    void invariantFactorsAreGathered() {
        lowering.define("k", graph.load(Region.PARAMETERS, 0, Variance.SET));
        lowering.define("tau", graph.load(Region.PARAMETERS, 1, Variance.SET));
        lowering.define("m", graph.load(Region.STATE, 0, Variance.LANE));
        final int product = lowering.lower(Expression.parse("2*m*k/tau^2"));
        final Operation.Arithmetic last = (Operation.Arithmetic) graph.operation(product);
        assertEquals(Operation.Kind.MULTIPLY, last.kind());
        assertEquals(Variance.SET, graph.variance(last.left()));
        assertEquals(new Operation.Load(Region.STATE, 0), graph.operation(last.right()));
    }
}
