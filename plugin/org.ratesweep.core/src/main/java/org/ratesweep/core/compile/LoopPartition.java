/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a computation into small loops over the lanes.
 *
 * <p>HotSpot turns a counted loop over arrays into vector instructions while its body is small; a body of some two dozen
 * operations stays scalar, at a fifth of the speed. So a value gets a slot of its own when several others use it, when it is
 * a call (which never becomes a vector instruction and must not keep its neighbours from it), or when the expression it
 * stands in would outgrow a loop; all other values are computed where they are used. Neighbouring assignments then share a
 * loop as long as it stays small.
 *
 * <pre>
 * a' = b
 * b' = k*m - a/t^2 - 2*b/t     with m = 5/(1 + exp(r*(v - b)))
 *
 * loop: scratch[0] = r*(v - b)
 * loop: scratch[1] = exp(scratch[0])
 * loop: result[0] = b;  result[1] = k*5/(1 + scratch[1]) - a*(1/t^2) - b*(2/t)
 * </pre>
 */
final class LoopPartition {
    /** Operations of one loop; beyond about twenty C2 (JDK 17 to 25) was seen to give up vectorising. */
    static final int MOST_OPERATIONS = 16;
    /** Stores of one loop; each costs C2 a memory dependence chain that it has to prove apart. */
    static final int MOST_STORES = 2;

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
     */
    static RoutinePlan plan(
            final ValueGraph graph,
            final Variance computed,
            final Map<Integer, Operation.Load> given,
            final List<Assignment> scalars,
            final List<Assignment> results) {
        return new LoopPartition(graph, computed, given).plan(scalars, results);
    }

    private RoutinePlan plan(final List<Assignment> scalars, final List<Assignment> results) {
        for (final Assignment result : results) {
            if (isComputed(result.value())) {
                places.putIfAbsent(result.value(), result.target());
                stored.set(result.value());
            }
        }
        chooseStoredValues(results);
        final List<Loop> loops = fuse(ordered(results));
        final Scratch scratch = new Scratch(loops);
        return new RoutinePlan(graph, scalars, scratch.loops(), scratch.places(), scratch.slots());
    }

    private boolean isComputed(final int value) {
        return graph.variance(value) == computed && !graph.operation(value).isLeaf();
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
        final int[] operations = new int[graph.size()];
        all.stream().forEach(value -> computedOperands(value).forEach(operand -> uses[operand]++));
        all.stream().forEach(value -> {
            final List<Integer> operands = new ArrayList<>(computedOperands(value));
            operands.removeIf(stored::get);
            if (graph.operation(value) instanceof Operation.Call) {
                operands.forEach(stored::set);
                operands.clear();
                stored.set(value);
            }
            int size = 1
                    + operands.stream().mapToInt(operand -> operations[operand]).sum();
            while (size > MOST_OPERATIONS) {
                final int largest = operands.stream()
                        .max((a, b) -> Integer.compare(operations[a], operations[b]))
                        .orElseThrow();
                operands.remove((Object) largest);
                stored.set(largest);
                size -= operations[largest];
            }
            operations[value] = size;
            if (uses[value] > 1) {
                stored.set(value);
            }
        });
    }

    /** Returns all assignments, each result right behind the values that it was the first to need. */
    private List<Assignment> ordered(final List<Assignment> results) {
        final Map<Operation.Load, Assignment> ordered = new LinkedHashMap<>();
        final BitSet known = new BitSet();
        for (final Assignment result : results) {
            needed(List.of(result.value()), known).stream()
                    .filter(stored::get)
                    .forEach(value -> ordered.put(place(value), new Assignment(place(value), value)));
            ordered.put(result.target(), result);
        }
        return List.copyOf(ordered.values());
    }

    /** The place of a stored value; scratch slots are numbered by value here and packed in the end. */
    private Operation.Load place(final int value) {
        return places.computeIfAbsent(value, any -> new Operation.Load(Region.SCRATCH, value));
    }

    private List<Loop> fuse(final List<Assignment> assignments) {
        final List<Loop> loops = new ArrayList<>();
        final List<Assignment> open = new ArrayList<>();
        int operations = 0;
        for (final Assignment assignment : assignments) {
            final int more = operations(assignment.value());
            final boolean alone =
                    isComputed(assignment.value()) && graph.operation(assignment.value()) instanceof Operation.Call;
            if (!open.isEmpty() && (alone || operations + more > MOST_OPERATIONS || open.size() == MOST_STORES)) {
                loops.add(new Loop(open));
                open.clear();
                operations = 0;
            }
            open.add(assignment);
            operations += more;
            if (alone) {
                loops.add(new Loop(open));
                open.clear();
                operations = 0;
            }
        }
        if (!open.isEmpty()) {
            loops.add(new Loop(open));
        }
        return loops;
    }

    /** Returns how many operations it takes to compute a value from stored ones. */
    private int operations(final int value) {
        int operations = 0;
        final Deque<Integer> open = new ArrayDeque<>(List.of(value));
        while (!open.isEmpty()) {
            final int next = open.pop();
            if (isComputed(next)) {
                operations++;
                computedOperands(next).stream()
                        .filter(operand -> !stored.get(operand))
                        .forEach(open::add);
            }
        }
        return operations;
    }

    /** Gives scratch slots to the values that later loops read, and takes them back after the last reader. */
    private final class Scratch {
        private final List<Loop> loops = new ArrayList<>();
        private final Map<Integer, Operation.Load> packed = new HashMap<>(places);
        private int slots;

        Scratch(final List<Loop> unpacked) {
            final Map<Integer, Integer> lastReader = new HashMap<>();
            for (int i = 0; i < unpacked.size(); i++) {
                for (final int value : read(unpacked.get(i))) {
                    lastReader.put(value, i);
                }
            }
            final Deque<Integer> free = new ArrayDeque<>();
            final Map<Integer, List<Integer>> freedBy = new HashMap<>();
            for (int i = 0; i < unpacked.size(); i++) {
                // A pass may overwrite what it reads: each lane is read before it is written.
                freedBy.getOrDefault(i, List.of()).forEach(free::push);
                final List<Assignment> kept = new ArrayList<>();
                for (final Assignment assignment : unpacked.get(i).assignments()) {
                    if (assignment.target().region() != Region.SCRATCH) {
                        kept.add(assignment);
                        continue;
                    }
                    final Integer last = lastReader.get(assignment.value());
                    if (last == null || last == i) {
                        packed.remove(assignment.value());
                        continue;
                    }
                    final int slot = free.isEmpty() ? slots++ : free.pop();
                    final Operation.Load place = new Operation.Load(Region.SCRATCH, slot);
                    packed.put(assignment.value(), place);
                    kept.add(new Assignment(place, assignment.value()));
                    freedBy.computeIfAbsent(last, any -> new ArrayList<>()).add(slot);
                }
                loops.add(new Loop(kept));
            }
        }

        /** Returns the stored values that a loop reads. */
        private Set<Integer> read(final Loop loop) {
            final Set<Integer> read = new HashSet<>();
            final Deque<Integer> open = new ArrayDeque<>();
            for (final Assignment assignment : loop.assignments()) {
                if (isComputed(assignment.value()) && assignment.target().equals(places.get(assignment.value()))) {
                    open.addAll(computedOperands(assignment.value()));
                } else {
                    open.add(assignment.value());
                }
            }
            while (!open.isEmpty()) {
                final int value = open.pop();
                if (stored.get(value)) {
                    read.add(value);
                } else if (isComputed(value)) {
                    open.addAll(computedOperands(value));
                }
            }
            return read;
        }

        List<Loop> loops() {
            return loops;
        }

        Map<Integer, Operation.Load> places() {
            return packed;
        }

        int slots() {
            return slots;
        }
    }
}
