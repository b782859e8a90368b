/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives slots of {@link Region#SCRATCH} to the values that later steps read, and takes them back after the last reader.
 *
 * <p>Before, the slot of a value is its number; after, slots are few and the calls of one step are neighbours.
 *
 * <pre>
 * scratch[17] = a*b;  scratch[20] = scratch[17] + c;  result[0] = scratch[20]*d
 *
 * scratch[0] = a*b;   scratch[0] = scratch[0] + c;    result[0] = scratch[0]*d
 * </pre>
 */
final class ScratchSlots {
    private final ValueGraph graph;
    private final Map<Integer, Operation.Load> places;
    private final int alignment;
    private final Map<Integer, Integer> lastReader = new HashMap<>();
    private final Map<Integer, List<Integer>> lastRead = new HashMap<>();
    private final Map<Integer, Integer> slots = new HashMap<>();
    private final BitSet taken = new BitSet();

    private ScratchSlots(final ValueGraph graph, final Map<Integer, Operation.Load> places, final int alignment) {
        this.graph = graph;
        this.places = places;
        this.alignment = alignment;
    }

    /**
     * @param graph the values
     * @param steps what is done, in order
     * @param places where values stand
     * @param scalars what is computed before the steps
     * @param alignment what the first slot of several units is a multiple of, see {@link Slots}
     * @return the plan with slots instead of numbers
     */
    static RoutinePlan plan(
            final ValueGraph graph,
            final List<Step> steps,
            final Map<Integer, Operation.Load> places,
            final List<Assignment> scalars,
            final int alignment) {
        return new ScratchSlots(graph, places, alignment).plan(steps, scalars);
    }

    private RoutinePlan plan(final List<Step> steps, final List<Assignment> scalars) {
        final Map<Integer, List<Integer>> together = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            for (final int value : read(steps.get(i))) {
                lastReader.put(value, i);
            }
            if (steps.get(i) instanceof Step.Calls calls) {
                calls.values().forEach(value -> together.put(value, calls.values()));
            }
        }
        lastReader.forEach((value, step) ->
                lastRead.computeIfAbsent(step, any -> new ArrayList<>()).add(value));
        final List<Step> packed = new ArrayList<>();
        int highest = 0;
        for (int i = 0; i < steps.size(); i++) {
            final Step step = withoutUnread(steps.get(i), i);
            // A pass over single units may overwrite what it reads: each lane is read before it is written.
            final boolean overwrites = step instanceof Loop loop && loop.extent() == 1;
            if (overwrites) {
                giveBack(i);
            }
            for (final Assignment assignment : assignments(step)) {
                if (assignment.target().region() == Region.SCRATCH) {
                    final int value = assignment.target().slot();
                    take(together.getOrDefault(value, List.of(value)));
                }
            }
            highest = Math.max(highest, taken.length());
            packed(step).ifPresent(packed::add);
            if (!overwrites) {
                giveBack(i);
            }
        }
        final Map<Integer, Operation.Load> known = new HashMap<>();
        places.forEach((value, place) -> known.put(value, packed(place)));
        return new RoutinePlan(graph, scalars, packed, known, highest);
    }

    /** Leaves out what only its own loop uses: it is computed there and kept in a local variable. */
    private Step withoutUnread(final Step step, final int number) {
        if (!(step instanceof Loop loop)) {
            return step;
        }
        final List<Assignment> kept = new ArrayList<>();
        for (final Assignment assignment : loop.assignments()) {
            if (assignment.target().region() == Region.SCRATCH
                    && lastReader.getOrDefault(assignment.target().slot(), number) == number) {
                places.remove(assignment.value());
            } else {
                kept.add(assignment);
            }
        }
        return new Loop(kept);
    }

    private static List<Assignment> assignments(final Step step) {
        if (step instanceof Loop loop) {
            return loop.assignments();
        }
        return step instanceof Step.Across across ? List.of(across.assignment()) : List.of();
    }

    private void take(final List<Integer> values) {
        if (slots.containsKey(values.get(0))) {
            return;
        }
        final int extent = values.stream().mapToInt(graph::extent).sum();
        final boolean hasUnits = values.stream().anyMatch(value -> graph.extent(value) > 1);
        final int multiple = hasUnits ? alignment : 1;
        int first = 0;
        for (int next = taken.nextSetBit(first); next >= 0 && next < first + extent; next = taken.nextSetBit(first)) {
            first = Slots.aligned(taken.nextClearBit(next), multiple);
        }
        taken.set(first, first + extent);
        for (final int value : values) {
            slots.put(value, first);
            first += graph.extent(value);
        }
    }

    private void giveBack(final int step) {
        for (final int value : lastRead.getOrDefault(step, List.of())) {
            if (slots.containsKey(value)) {
                taken.clear(slots.get(value), slots.get(value) + graph.extent(value));
            }
        }
    }

    /** Returns a step with slots; copies from a slot to itself are left out, and with them perhaps the whole step. */
    private Optional<Step> packed(final Step step) {
        if (step instanceof Step.Across across) {
            return Optional.of(new Step.Across(packed(across.assignment())));
        }
        if (!(step instanceof Loop loop)) {
            return Optional.of(step);
        }
        final List<Assignment> assignments = loop.assignments().stream()
                .filter(assignment -> !isCopyToItself(assignment))
                .map(this::packed)
                .toList();
        return assignments.isEmpty() ? Optional.empty() : Optional.of(new Loop(assignments));
    }

    private boolean isCopyToItself(final Assignment assignment) {
        final Operation.Load place = places.get(assignment.value());
        return place != null
                && !place.equals(assignment.target())
                && packed(place).equals(packed(assignment.target()));
    }

    private Assignment packed(final Assignment assignment) {
        return new Assignment(packed(assignment.target()), assignment.value(), assignment.extent());
    }

    private Operation.Load packed(final Operation.Load place) {
        return place.region() == Region.SCRATCH ? new Operation.Load(Region.SCRATCH, slots.get(place.slot())) : place;
    }

    /** Returns the values that a step reads from scratch slots. */
    private Set<Integer> read(final Step step) {
        final Set<Integer> read = new HashSet<>();
        if (step instanceof Step.Calls calls) {
            read.addAll(calls.values());
        }
        final Deque<Integer> open = new ArrayDeque<>();
        for (final Assignment assignment : assignments(step)) {
            if (assignment.target().equals(places.get(assignment.value()))) {
                open.addAll(graph.operation(assignment.value()).operands());
            } else {
                open.add(assignment.value());
            }
        }
        while (!open.isEmpty()) {
            final int value = open.pop();
            final Operation.Load place = places.get(value);
            if (place == null) {
                open.addAll(graph.operation(value).operands());
            } else if (place.region() == Region.SCRATCH) {
                read.add(value);
            }
        }
        return read;
    }
}
