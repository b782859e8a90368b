/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ratesweep.core.expression.LinearMap;

/**
 * What the compiler makes of a model, to be read by people.
 *
 * <p>Values that have a path in the model are called by it, derivatives by the path of the state variable with a prime. All
 * others are called by where they stand: {@code prepared[…]} holds what follows from the parameters alone, {@code shared[…]}
 * what is the same for all parameter sets, {@code scratch[…]} what lives within one evaluation, and {@code local[…]} is
 * computed in one loop for use there. Euler's steps and the stages of Runge-Kutta's have routines of their own, the latter not
 * listed; other solvers use the derivatives. A line is one pass over all parameter sets of a block, unless it belongs to the
 * loop above it. A loop reads before it writes.
 *
 * <pre>
 * derivatives, for each parameter set
 *   loop    p/op/a' = p/op/b
 *           scratch[0] = p/op/v - p/op/b
 *   calls   scratch[0] = exp(scratch[0])
 *   loop    p/op/b' = prepared[2] / (1 + scratch[0])
 * </pre>
 */
public final class Listing {
    private final Map<Integer, String> names;
    private final List<Part> parts;
    private final Sizes sizes;

    /**
     * How large a compiled model is.
     *
     * @param states slots of state variables
     * @param parameters slots of what belongs to a parameter set: its values, and what is prepared from them
     * @param shared slots of what is the same for all parameter sets
     * @param scratch slots of intermediate values
     * @param derivatives the routine that computes the derivatives
     */
    public record Sizes(int states, int parameters, int shared, int scratch, Work derivatives) {}

    /**
     * What one run of a routine takes for one parameter set.
     *
     * @param scalars operations that are done once for all parameter sets
     * @param loops loops over the parameter sets
     * @param groups groups of calls of one function
     * @param across selections of units, sums over them and vectors of several parts
     * @param operations sums, differences, products, quotients and changes of sign
     * @param calls calls of functions
     */
    public record Work(int scalars, int loops, int groups, int across, long operations, long calls) {
        static Work of(final RoutinePlan plan) {
            int loops = 0;
            int groups = 0;
            int across = 0;
            long operations = 0;
            long calls = 0;
            for (final Step step : plan.steps()) {
                if (step instanceof Loop loop) {
                    loops++;
                    for (final int value : computed(loop, plan).keySet()) {
                        final boolean isCall = plan.graph().operation(value) instanceof Operation.Call;
                        calls += isCall ? loop.extent() : 0;
                        operations += isCall ? 0 : loop.extent();
                    }
                } else if (step instanceof Step.Calls some) {
                    groups++;
                    calls += some.values().stream()
                            .mapToInt(plan.graph()::extent)
                            .sum();
                } else if (step instanceof Step.Across one) {
                    across++;
                    operations +=
                            additions(plan.graph().operation(one.assignment().value()));
                }
            }
            return new Work(plan.scalars().size(), loops, groups, across, operations, calls);
        }
    }

    /**
     * A routine.
     *
     * @param title when it runs, and what for
     * @param plan what it does
     * @param results what is stored in the slots of {@link Region#RESULT}
     */
    record Part(String title, RoutinePlan plan, Map<Integer, String> results) {}

    /**
     * @param names what values are called in the model
     * @param parts the routines
     * @param sizes how large the model is
     */
    Listing(final Map<Integer, String> names, final List<Part> parts, final Sizes sizes) {
        this.names = Map.copyOf(names);
        this.parts = List.copyOf(parts);
        this.sizes = sizes;
    }

    /** Returns how large the model is. */
    public Sizes sizes() {
        return sizes;
    }

    /** Returns the steps of all routines that do something, a line each. */
    public List<String> lines() {
        final List<String> lines = new ArrayList<>();
        for (final Part part : parts) {
            final ListedValues values = new ListedValues(part.plan, names, part.results);
            if (!part.plan.scalars().isEmpty()) {
                lines.add(part.title + ", once for all parameter sets");
                part.plan.scalars().forEach(scalar -> add("scalar", line(values, scalar), lines));
            }
            if (!part.plan.steps().isEmpty()) {
                lines.add(part.title + ", for each parameter set");
                part.plan.steps().forEach(step -> list(step, part.plan, values, lines));
            }
        }
        return lines;
    }

    private static void add(final String kind, final String text, final List<String> lines) {
        lines.add("  " + kind + " ".repeat("scalar".length() - kind.length()) + "  " + text);
    }

    private static String line(final ListedValues values, final Assignment assignment) {
        return values.target(assignment) + " = " + values.source(assignment);
    }

    private static void list(
            final Step step, final RoutinePlan plan, final ListedValues values, final List<String> lines) {
        if (step instanceof Step.Calls calls) {
            final String slots = values.slots(calls.values());
            add("calls", slots + " = " + ListedValues.name(calls.function()) + "(" + slots + ")", lines);
        } else if (step instanceof Step.Across across) {
            add("units", line(values, across.assignment()), lines);
        } else if (step instanceof Loop loop) {
            String kind = "loop";
            for (final int value : usedAgain(loop, plan)) {
                final String computed = values.operation(value);
                add(kind, values.local(value) + " = " + computed, lines);
                kind = "";
            }
            for (final Assignment assignment : loop.assignments()) {
                final String target = values.target(assignment);
                final String source = values.source(assignment);
                if (!target.equals(source)) {
                    add(kind, target + " = " + source, lines);
                    kind = "";
                }
            }
            values.endLoop();
        }
    }

    /** Returns what a loop computes once and uses several times, in order of computation. */
    private static List<Integer> usedAgain(final Loop loop, final RoutinePlan plan) {
        final Map<Integer, Integer> uses = computed(loop, plan);
        return uses.keySet().stream()
                .filter(value -> uses.get(value) > 1)
                .sorted()
                .toList();
    }

    /** Returns how often a loop uses each value that it computes. */
    private static Map<Integer, Integer> computed(final Loop loop, final RoutinePlan plan) {
        final Set<Integer> owned = loop.assignments().stream()
                .filter(assignment -> assignment.target().equals(plan.places().get(assignment.value())))
                .map(Assignment::value)
                .collect(Collectors.toSet());
        final Map<Integer, Integer> uses = new HashMap<>();
        loop.assignments().forEach(assignment -> count(assignment.value(), plan, owned, uses));
        return uses;
    }

    private static void count(
            final int value, final RoutinePlan plan, final Set<Integer> owned, final Map<Integer, Integer> uses) {
        final boolean isComputed = !plan.graph().operation(value).isLeaf()
                && (owned.contains(value) || !plan.places().containsKey(value));
        if (isComputed && uses.merge(value, 1, Integer::sum) == 1) {
            plan.graph().operation(value).operands().forEach(operand -> count(operand, plan, owned, uses));
        }
    }

    private static long additions(final Operation operation) {
        if (!(operation instanceof Operation.Combination combination)) {
            return 0;
        }
        // A product and a sum for each element of a matrix.
        return combination.map() instanceof LinearMap.GroupSums sums
                ? sums.columns()
                : combination.map() instanceof LinearMap.Sparse sparse
                        ? 2L * sparse.start(sparse.rows())
                        : 2L * combination.map().rows() * combination.map().columns();
    }
}
