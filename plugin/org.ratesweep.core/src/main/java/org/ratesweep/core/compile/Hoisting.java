/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes out of the loops what does not change in them.
 *
 * <p>What varies with the parameter set alone moves into the routine that runs once for each block; what varies with the time
 * and shared signals alone moves in front of the loops, computed once for all lanes. Both get slots from which the loops
 * read them.
 */
final class Hoisting {
    private final ValueGraph graph;
    private final Slots parameters;
    private final Slots shared;
    private final Map<Integer, Operation.Load> places = new HashMap<>();
    private final List<Assignment> prepared = new ArrayList<>();

    /**
     * @param graph the values
     * @param parameters gives slots to what is prepared; those of scratch are aligned as it does
     * @param shared gives slots to what is computed in front of the loops
     */
    Hoisting(final ValueGraph graph, final Slots parameters, final Slots shared) {
        this.graph = graph;
        this.parameters = parameters;
        this.shared = shared;
    }

    /** Notes what a routine that stores some results needs from the preparation; returns what plans the routine itself. */
    Supplier<RoutinePlan> plan(final List<Assignment> results) {
        final BitSet scalars = new BitSet();
        final BitSet seen = new BitSet();
        final Deque<Integer> open = new ArrayDeque<>();
        results.forEach(result -> open.add(result.value()));
        while (!open.isEmpty()) {
            final int value = open.pop();
            if (seen.get(value) || graph.operation(value).isLeaf()) {
                continue;
            }
            seen.set(value);
            switch (graph.variance(value)) {
                case LANE -> open.addAll(graph.operation(value).operands());
                case STEP -> {
                    scalars.set(value);
                    open.addAll(graph.operation(value).operands());
                }
                case SET -> prepare(value);
                case CONSTANT -> throw new IllegalStateException("a constant that was not folded");
            }
        }
        final List<Assignment> assignments = new ArrayList<>();
        scalars.stream().forEach(value -> {
            final Operation.Load place =
                    places.computeIfAbsent(value, any -> new Operation.Load(Region.SHARED, shared.take()));
            assignments.add(new Assignment(place, value));
        });
        return () -> LoopPartition.plan(graph, Variance.LANE, places, assignments, results, parameters.alignment());
    }

    /**
     * Returns where a value that depends on the parameter set alone stands after the preparation: a number or a slot of
     * {@link Region#PARAMETERS}.
     */
    Operation prepared(final int value) {
        if (graph.variance(value) == Variance.STEP || graph.variance(value) == Variance.LANE) {
            throw new IllegalArgumentException("the value changes in time");
        }
        if (graph.operation(value).isLeaf()) {
            return graph.operation(value);
        }
        prepare(value);
        return places.get(value);
    }

    private void prepare(final int value) {
        if (!places.containsKey(value)) {
            final Operation.Load place = new Operation.Load(Region.PARAMETERS, parameters.take(graph.extent(value)));
            places.put(value, place);
            prepared.add(new Assignment(place, value, graph.extent(value)));
        }
    }

    /** Returns what plans the routine that computes what all planned routines need of the parameter sets. */
    Supplier<RoutinePlan> preparation() {
        return () -> LoopPartition.plan(graph, Variance.SET, Map.of(), List.of(), prepared, parameters.alignment());
    }
}
