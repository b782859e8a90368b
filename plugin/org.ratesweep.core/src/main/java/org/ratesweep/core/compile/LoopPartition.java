/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ratesweep.core.expression.Function;

/**
 * Cuts a computation into steps: small loops over the lanes, function calls, and what goes across units.
 *
 * <p>HotSpot turns a counted loop over arrays into vector instructions while its body is small; a body of some three dozen
 * operations stays scalar, at a fifth of the speed. So a value gets a slot of its own when several others use it, when it is
 * a call (which must not keep its neighbours from vector instructions), or when the expression it stands in would outgrow a
 * loop; all other values are computed where they are used. Neighbouring assignments then share a loop as long as it stays
 * small.
 *
 * <p>The computation goes in phases: loops, then the calls of one argument and what goes across units that these loops made
 * ready. The calls of one function in one phase become one step over neighbouring slots, as long as they come: many short
 * loops cost more than a long one.
 *
 * <pre>
 * a' = b
 * b' = k*m - n/t^2    with m = 5/(1 + exp(v - b)), n = exp(a)
 *
 * loop:  result[0] = b;  scratch[0] = v - b
 * loop:  scratch[1] = a
 * calls: scratch[0..1] = exp(scratch[0..1])
 * loop:  result[1] = k*5/(1 + scratch[0]) - scratch[1]*(1/t^2)
 * </pre>
 */
final class LoopPartition {
    /**
     * The weight of one loop, in which an operation counts 1 and a load or a store {@link #ACCESS}. C2 (JDK 17) was seen to
     * vectorise loops of 44 and to give up from 47 on, whether they load much or compute much.
     */
    static final int MOST_WEIGHT = 40;

    static final int ACCESS = 2;
    /** Stores of one loop; each costs C2 a memory dependence chain that it has to prove apart. */
    static final int MOST_STORES = 4;

    private final ValueGraph graph;
    private final Variance computed;
    private final Map<Integer, Operation.Load> places;
    private final BitSet stored = new BitSet();

    private LoopPartition(final ValueGraph graph, final Variance computed, final Map<Integer, Operation.Load> places) {
        this.graph = graph;
        this.computed = computed;
        this.places = new HashMap<>(places);
    }

    /**
     * @param graph the values
     * @param computed the variance of the values to compute in loops; values of less variance have places or are constants
     * @param given where values stand before the routine runs
     * @param scalars what is computed before the loops
     * @param results what is to be stored in the end
     * @param alignment what the first slot of several units is a multiple of, see {@link Slots}
     */
    static RoutinePlan plan(
            final ValueGraph graph,
            final Variance computed,
            final Map<Integer, Operation.Load> given,
            final List<Assignment> scalars,
            final List<Assignment> results,
            final int alignment) {
        return new LoopPartition(graph, computed, given).plan(scalars, results, alignment);
    }

    private RoutinePlan plan(final List<Assignment> scalars, final List<Assignment> results, final int alignment) {
        for (final Assignment result : results) {
            if (isComputed(result.value())) {
                if (!isCall(result.value())) {
                    places.putIfAbsent(result.value(), result.target());
                }
                stored.set(result.value());
            }
        }
        chooseStoredValues(results);
        return ScratchSlots.plan(graph, steps(results), places, scalars, alignment);
    }

    private boolean isComputed(final int value) {
        return graph.variance(value) == computed && !graph.operation(value).isLeaf();
    }

    /** Tells whether a value is a call of one argument, which is computed in its argument's place. */
    private boolean isCall(final int value) {
        return graph.operation(value) instanceof Operation.Call call && call.method() instanceof Function.Unary;
    }

    private boolean isAcross(final int value) {
        return graph.operation(value) instanceof Operation.Units
                || graph.operation(value) instanceof Operation.Combination
                || graph.operation(value) instanceof Operation.Joined;
    }

    private List<Integer> computedOperands(final int value) {
        return graph.operation(value).operands().stream()
                .filter(this::isComputed)
                .toList();
    }

    /** Returns the computed values that some others need, in order of computation. */
    private BitSet needed(final Collection<Integer> roots, final BitSet known) {
        final BitSet found = new BitSet();
        final Deque<Integer> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            final int value = open.pop();
            if (isComputed(value) && !known.get(value)) {
                known.set(value);
                found.set(value);
                open.addAll(computedOperands(value));
            }
        }
        return found;
    }

    private void chooseStoredValues(final List<Assignment> results) {
        final BitSet all = needed(results.stream().map(Assignment::value).toList(), new BitSet());
        final int[] uses = new int[graph.size()];
        final Map<Integer, Share> shares = new HashMap<>();
        all.stream().forEach(value -> computedOperands(value).forEach(operand -> uses[operand]++));
        all.stream().forEach(value -> {
            final List<Integer> operands = new ArrayList<>(computedOperands(value));
            operands.removeIf(stored::get);
            if (isCall(value)) {
                stored.set(value);
            } else if (isAcross(value) || graph.operation(value) instanceof Operation.Call) {
                operands.forEach(stored::set);
                operands.clear();
                stored.set(value);
            }
            Share share = share(value, shares, operands);
            while (share.weight() + ACCESS > MOST_WEIGHT && !operands.isEmpty()) {
                final int heaviest = operands.stream()
                        .max(Comparator.comparingInt(
                                operand -> shares.get(operand).weight()))
                        .orElseThrow();
                operands.remove((Object) heaviest);
                stored.set(heaviest);
                share = share(value, shares, operands);
            }
            shares.put(value, share);
            if (uses[value] > 1) {
                stored.set(value);
            }
        });
    }

    /** What a loop has to do for a value: operations, and values to read. */
    private record Share(int operations, Set<Integer> loads) {
        int weight() {
            return operations + ACCESS * loads.size();
        }
    }

    /** The share of a value if some of its operands are computed in the same loop and the others are read. */
    private Share share(final int value, final Map<Integer, Share> shares, final List<Integer> inLoop) {
        int operations = 1;
        final Set<Integer> loads = new HashSet<>();
        for (final int operand : graph.operation(value).operands()) {
            if (inLoop.contains(operand)) {
                operations += shares.get(operand).operations;
                loads.addAll(shares.get(operand).loads);
            } else if (isRead(operand)) {
                loads.add(operand);
            }
        }
        return new Share(operations, loads);
    }

    /** Numbers and what is the same for all lanes are at hand in a loop; all else that it does not compute must be read. */
    private boolean isRead(final int value) {
        return graph.variance(value) == Variance.SET || graph.variance(value) == Variance.LANE;
    }

    /** What is done between two changes from loops to calls. */
    private static final class Phase {
        private final List<Assignment> stores = new ArrayList<>();
        private final Map<String, List<Integer>> calls = new LinkedHashMap<>();
        private final List<Assignment> across = new ArrayList<>();
    }

    private List<Step> steps(final List<Assignment> results) {
        final TreeMap<Integer, Phase> phases = new TreeMap<>();
        final int[] phaseOf = new int[graph.size()];
        final BitSet known = new BitSet();
        for (final Assignment result : results) {
            needed(List.of(result.value()), known).stream().forEach(value -> {
                final int ready = computedOperands(value).stream()
                        .mapToInt(operand -> phaseOf[operand])
                        .max()
                        .orElse(0);
                phaseOf[value] = isCall(value) || isAcross(value) ? ready + 1 : ready;
                if (stored.get(value)) {
                    add(value, phases.computeIfAbsent(ready, any -> new Phase()));
                }
            });
            if (!result.target().equals(places.get(result.value()))) {
                phases.computeIfAbsent(phaseOf[result.value()], any -> new Phase())
                        .stores
                        .add(result);
            }
        }
        final List<Step> steps = new ArrayList<>();
        for (final Phase phase : phases.values()) {
            // Values of different extents meet only in what goes across units, which changes the phase.
            phase.stores.sort(Comparator.comparingInt(Assignment::extent));
            steps.addAll(fuse(phase.stores));
            phase.calls.values().forEach(values -> steps.add(new Step.Calls(function(values.get(0)), values)));
            phase.across.forEach(assignment -> steps.add(new Step.Across(assignment)));
        }
        return steps;
    }

    private Function.Unary function(final int call) {
        return (Function.Unary) ((Operation.Call) graph.operation(call)).method();
    }

    /** Adds what it takes to store a value once its operands are ready. */
    private void add(final int value, final Phase phase) {
        final Assignment assignment = new Assignment(place(value), value, graph.extent(value));
        if (isCall(value)) {
            final int argument = graph.operation(value).operands().get(0);
            phase.stores.add(new Assignment(assignment.target(), argument, assignment.extent()));
            final Function.Unary function = function(value);
            phase.calls
                    .computeIfAbsent(function.owner().getName() + '.' + function.method(), any -> new ArrayList<>())
                    .add(value);
        } else if (isAcross(value)) {
            phase.across.add(assignment);
        } else {
            phase.stores.add(assignment);
        }
    }

    /** The place of a stored value; scratch slots are numbered by value here and given out in the end. */
    private Operation.Load place(final int value) {
        return places.computeIfAbsent(value, any -> new Operation.Load(Region.SCRATCH, value));
    }

    private List<Loop> fuse(final List<Assignment> assignments) {
        final List<Loop> loops = new ArrayList<>();
        final List<Assignment> open = new ArrayList<>();
        int weight = 0;
        for (final Assignment assignment : assignments) {
            final int more = weight(assignment);
            final boolean alone = graph.operation(assignment.value()) instanceof Operation.Call
                    && assignment.target().equals(places.get(assignment.value()));
            final boolean fits = !alone
                    && weight + more <= MOST_WEIGHT
                    && open.size() < MOST_STORES
                    && !open.isEmpty()
                    && open.get(0).extent() == assignment.extent();
            if (!open.isEmpty() && !fits) {
                loops.add(new Loop(open));
                open.clear();
                weight = 0;
            }
            open.add(assignment);
            weight += more;
            if (alone) {
                loops.add(new Loop(open));
                open.clear();
                weight = 0;
            }
        }
        if (!open.isEmpty()) {
            loops.add(new Loop(open));
        }
        return loops;
    }

    /** Returns what it weighs to compute what is assigned from stored values, and to store it. */
    private int weight(final Assignment assignment) {
        if (stored.get(assignment.value()) && !assignment.target().equals(places.get(assignment.value()))) {
            return 2 * ACCESS;
        }
        int weight = ACCESS;
        final BitSet found = new BitSet();
        final Deque<Integer> open = new ArrayDeque<>(List.of(assignment.value()));
        while (!open.isEmpty()) {
            final int next = open.pop();
            if (found.get(next)) {
                continue;
            }
            found.set(next);
            if (isComputed(next) && (next == assignment.value() || !stored.get(next))) {
                weight++;
                open.addAll(graph.operation(next).operands());
            } else if (isRead(next)) {
                weight += ACCESS;
            }
        }
        return weight;
    }
}
