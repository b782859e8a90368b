/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.LinearMap;
import org.ratesweep.core.expression.Operator;
import org.ratesweep.core.expression.UnitSelection;

/**
 * Puts nodes that are alike on top of each other, as if they had been written as one population.
 *
 * <pre>
 * n0/op/x' = -n0/op/x + n0/op/in      becomes     x' = -x + in   with as many units as there are nodes,
 * n1/op/x' = -n1/op/x + n1/op/in                  in = W x       with the weights of the edges,
 * …                                               n0/op/x = x[0], n1/op/x = x[1], …
 * n0/op/in = 0.3*n1/op/x + …
 * </pre>
 *
 * <p>What belongs together is found from the equations alone, so the operators of edges are put on top of each other like
 * those of nodes. Nodes are alike if their variables have the same names and the same equations, whatever the values of their
 * parameters and wherever their inputs come from. Every number is computed from the same numbers in the same order as before.
 */
final class Stacking {
    /** Fewer than these are computed as well one by one. */
    private static final int FEWEST = 8;

    private final Map<String, ModelVariable> variables;
    private final Set<String> varied;
    private final Map<String, Unit> units = new HashMap<>();
    /** The inputs that edges feed from elsewhere, by path. */
    private final Map<String, WeightedSum> sums = new HashMap<>();
    /** All other equations of nodes that may be alike, by path. */
    private final Map<String, Shape> shapes = new HashMap<>();

    /** Where a variable stands in a stack. */
    private record Unit(Stack stack, String name, int number) {
        String path() {
            return VariableUnit.path(stack.path(name), number);
        }
    }

    /**
     * Variables with one unit whose paths are equal up to the operator: a node's or an edge's.
     *
     * @param prefix what their paths begin with
     * @param members the variables by the rest of their paths
     */
    private record Instance(String prefix, Map<String, ModelVariable> members) {
        /** Returns what instances have in common that may be alike. */
        List<?> kinds() {
            final List<Object> kinds = new ArrayList<>();
            members.forEach((name, variable) -> {
                kinds.add(name);
                kinds.add(variable.kind());
                kinds.add(variable instanceof Parameter);
            });
            return kinds;
        }

        boolean has(final String path) {
            return path.startsWith(prefix) && members.containsKey(path.substring(prefix.length()));
        }
    }

    /**
     * An equation without names that differ between nodes.
     *
     * @param expression the expression, in which such names are numbers in the order in which they are met
     * @param others the names
     */
    private record Shape(Expression expression, List<String> others) {
        static Shape of(final Instance instance, final Expression expression) {
            final Map<String, Expression> others = new LinkedHashMap<>();
            final Expression shape = expression.substitute(path -> {
                if (instance.has(path)) {
                    return new Expression.Variable(path.substring(instance.prefix.length()));
                }
                return path.equals(Model.TIME)
                        ? new Expression.Variable(path)
                        : others.computeIfAbsent(path, any -> new Expression.Variable("#" + others.size()));
            });
            return new Shape(shape, List.copyOf(others.keySet()));
        }
    }

    /** A weighted sum: of what, and the weights. */
    private record WeightedSum(List<Expression> sources, List<Double> weights) {}

    /** Instances that are alike. */
    private record Stack(List<Instance> instances) {
        int extent() {
            return instances.size();
        }

        String path(final String name) {
            return extent() + " like " + instances.get(0).prefix + name;
        }

        List<ModelVariable> members(final String name) {
            return instances.stream()
                    .map(instance -> instance.members.get(name))
                    .toList();
        }
    }

    private Stacking(final Map<String, ModelVariable> variables, final Set<String> varied) {
        this.variables = variables;
        this.varied = varied;
    }

    /**
     * @param variables all variables of a model, by path
     * @param varied the paths of what differs between parameter sets, or of units of it
     * @return the variables with those of nodes that are alike put together, and where each of these is found; no unit if
     *     there is nothing to put together
     */
    static StackedVariables of(final Map<String, ModelVariable> variables, final Set<String> varied) {
        final Stacking stacking = new Stacking(variables, varied);
        final List<List<Instance>> candidates = stacking.candidates();
        if (candidates.isEmpty()) {
            return new StackedVariables(List.copyOf(variables.values()), Map.of());
        }
        stacking.place(stacking.withoutLoops(candidates.stream()
                .flatMap(instances -> stacking.alike(instances).stream())
                .toList()));
        return stacking.stacked();
    }

    /** Instances whose variables have the same names and kinds, if there are enough of them. */
    private List<List<Instance>> candidates() {
        final Map<String, Map<String, ModelVariable>> byPrefix = new LinkedHashMap<>();
        final Set<String> spoilt = new HashSet<>();
        for (final ModelVariable variable : variables.values()) {
            final String path = variable.path();
            final int operator = path.lastIndexOf('/', path.lastIndexOf('/') - 1);
            final String prefix = path.substring(0, operator + 1);
            switch (variable.kind()) {
                case WEIGHT, DELAY, SPREAD -> {}
                default -> {
                    byPrefix.computeIfAbsent(prefix, any -> new TreeMap<>())
                            .put(path.substring(operator + 1), variable);
                    if (variable.extent() > 1) {
                        spoilt.add(prefix);
                    }
                }
            }
        }
        if (byPrefix.size() < FEWEST) {
            return List.of();
        }
        final Map<List<?>, List<Instance>> byKinds = new LinkedHashMap<>();
        byPrefix.forEach((prefix, members) -> {
            if (!spoilt.contains(prefix)) {
                final Instance instance = new Instance(prefix, members);
                byKinds.computeIfAbsent(instance.kinds(), any -> new ArrayList<>())
                        .add(instance);
            }
        });
        return enough(byKinds);
    }

    private static <K> List<List<Instance>> enough(final Map<K, List<Instance>> groups) {
        return groups.values().stream()
                .filter(instances -> instances.size() >= FEWEST)
                .toList();
    }

    /** Instances whose equations are the same, if there are enough of them. */
    private List<Stack> alike(final List<Instance> instances) {
        final Map<List<Expression>, List<Instance>> byShapes = new LinkedHashMap<>();
        for (final Instance instance : instances) {
            final List<Expression> shape = new ArrayList<>();
            instance.members.values().forEach(variable -> {
                read(variable, instance);
                if (shapes.containsKey(variable.path())) {
                    shape.add(shapes.get(variable.path()).expression());
                }
            });
            byShapes.computeIfAbsent(shape, any -> new ArrayList<>()).add(instance);
        }
        return enough(byShapes).stream().map(Stack::new).toList();
    }

    private void read(final ModelVariable variable, final Instance instance) {
        final Optional<WeightedSum> sum = weightedSum(variable, instance);
        if (sum.isPresent()) {
            sums.put(variable.path(), sum.get());
        } else {
            equation(variable).ifPresent(equation -> shapes.put(variable.path(), Shape.of(instance, equation)));
        }
    }

    private static Optional<Expression> equation(final ModelVariable variable) {
        if (variable instanceof StateVariable state) {
            return Optional.of(state.derivative());
        }
        return variable instanceof AlgebraicVariable algebraic ? Optional.of(algebraic.expression()) : Optional.empty();
    }

    /** An input as the sum of what edges bring from elsewhere, if it is one. */
    private Optional<WeightedSum> weightedSum(final ModelVariable variable, final Instance instance) {
        if (variable.kind() != VariableKind.INPUT
                || !(variable instanceof AlgebraicVariable input)
                || input.expression() instanceof Expression.Variable
                || input.expression().variables().stream().allMatch(instance::has)) {
            return Optional.empty();
        }
        final List<Expression> sources = new ArrayList<>();
        final List<Double> weights = new ArrayList<>();
        for (final Expression term : terms(input.expression())) {
            final Optional<Double> weight = weight(term);
            weights.add(weight.orElse(1.0));
            sources.add(weight.isPresent() ? ((Expression.Binary) term).right() : term);
        }
        return Optional.of(new WeightedSum(sources, weights));
    }

    /** Returns the weight of an edge that a term begins with, if it has one and the same for all parameter sets. */
    private Optional<Double> weight(final Expression term) {
        return term instanceof Expression.Binary product
                        && product.operator() == Operator.MULTIPLY
                        && product.left() instanceof Expression.Variable name
                        && variables.get(name.name()) instanceof Parameter parameter
                        && parameter.kind() == VariableKind.WEIGHT
                        && !varied.contains(parameter.path())
                ? Optional.of(parameter.value())
                : Optional.empty();
    }

    /** The terms of a sum in the order in which they are added; a signal is added to a sum that may be one itself. */
    private static List<Expression> terms(final Expression expression) {
        final List<Expression> parts;
        if (expression instanceof Expression.Sum sum) {
            parts = sum.terms();
        } else if (expression instanceof Expression.Binary binary && binary.operator() == Operator.ADD) {
            parts = List.of(binary.left(), binary.right());
        } else {
            return List.of(expression);
        }
        final List<Expression> terms = new ArrayList<>(terms(parts.get(0)));
        terms.addAll(parts.subList(1, parts.size()));
        return terms;
    }

    private void place(final List<Stack> stacks) {
        for (final Stack stack : stacks) {
            for (int i = 0; i < stack.extent(); i++) {
                for (final Map.Entry<String, ModelVariable> member :
                        stack.instances.get(i).members.entrySet()) {
                    units.put(member.getValue().path(), new Unit(stack, member.getKey(), i));
                }
            }
        }
    }

    /**
     * Leaves out stacks with algebraic variables that need each other at the same instant when they are put together, as in a
     * chain of nodes that pass on what they get.
     */
    private List<Stack> withoutLoops(final List<Stack> stacks) {
        place(stacks);
        final Map<String, Set<String>> needs = new HashMap<>();
        final Map<String, Set<String>> neededBy = new HashMap<>();
        for (final ModelVariable variable : variables.values()) {
            if (variable instanceof AlgebraicVariable algebraic) {
                final String name = together(algebraic.path());
                final Set<String> needed = needs.computeIfAbsent(name, any -> new HashSet<>());
                for (final String path : algebraic.expression().variables()) {
                    if (variables.get(path) instanceof AlgebraicVariable && needed.add(together(path))) {
                        neededBy.computeIfAbsent(together(path), any -> new HashSet<>())
                                .add(name);
                    }
                }
            }
        }
        peel(needs, neededBy);
        needs.keySet()
                .forEach(name ->
                        neededBy.computeIfAbsent(name, any -> new HashSet<>()).retainAll(needs.keySet()));
        neededBy.keySet().retainAll(needs.keySet());
        peel(neededBy, needs);
        units.clear();
        return stacks.stream()
                .filter(stack -> stack.instances.get(0).members.keySet().stream()
                        .noneMatch(name -> neededBy.containsKey(stack.path(name))))
                .toList();
    }

    private String together(final String path) {
        final Unit unit = units.get(path);
        return unit == null ? path : unit.stack.path(unit.name);
    }

    /** Takes away what needs nothing, then what needed only that, until what is left needs what is left. */
    private static void peel(final Map<String, Set<String>> needs, final Map<String, Set<String>> neededBy) {
        final List<String> free = new ArrayList<>(needs.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
        while (!free.isEmpty()) {
            final String name = free.remove(free.size() - 1);
            needs.remove(name);
            for (final String user : neededBy.getOrDefault(name, Set.of())) {
                final Set<String> left = needs.get(user);
                if (left != null && left.remove(name) && left.isEmpty()) {
                    free.add(user);
                }
            }
        }
    }

    private StackedVariables stacked() {
        final List<ModelVariable> all = new ArrayList<>();
        final Map<String, String> paths = new LinkedHashMap<>();
        for (final ModelVariable variable : variables.values()) {
            final Unit unit = units.get(variable.path());
            if (unit == null) {
                all.add(variable);
                continue;
            }
            if (unit.number == 0) {
                all.add(together(unit.stack, unit.name));
            }
            all.add(new AlgebraicVariable(
                    variable.path(),
                    VariableKind.AUXILIARY,
                    variable.values(),
                    new Expression.Units(
                            new Expression.Variable(unit.stack.path(unit.name)), UnitSelection.of(unit.number)),
                    variable.equation()));
            paths.put(variable.path(), unit.path());
        }
        return new StackedVariables(all, paths);
    }

    private ModelVariable together(final Stack stack, final String name) {
        final List<ModelVariable> members = stack.members(name);
        final ModelVariable first = members.get(0);
        final String path = stack.path(name);
        final UnitValues values = UnitValues.each(
                members.stream().mapToDouble(ModelVariable::value).toArray());
        if (first instanceof StateVariable) {
            return new StateVariable(path, values, equation(stack, name), first.equation());
        }
        return first instanceof AlgebraicVariable
                ? new AlgebraicVariable(path, first.kind(), values, equation(stack, name), first.equation())
                : new Parameter(path, first.kind(), values);
    }

    private Expression equation(final Stack stack, final String name) {
        final List<String> paths =
                stack.members(name).stream().map(ModelVariable::path).toList();
        return sums.containsKey(paths.get(0))
                ? sums(paths.stream().map(sums::get).toList())
                : equation(stack, paths.stream().map(shapes::get).toList());
    }

    private Expression equation(final Stack stack, final List<Shape> ofMembers) {
        final Shape first = ofMembers.get(0);
        final Map<String, Expression> others = new HashMap<>();
        for (int i = 0; i < first.others.size(); i++) {
            final int number = i;
            others.put(
                    "#" + number,
                    joined(ofMembers.stream()
                            .map(shape -> shape.others.get(number))
                            .toList()));
        }
        return first.expression.substitute(local -> {
            if (local.equals(Model.TIME)) {
                return new Expression.Variable(local);
            }
            return others.containsKey(local) ? others.get(local) : new Expression.Variable(stack.path(local));
        });
    }

    /** One name for each unit. */
    private Expression joined(final List<String> names) {
        if (Set.copyOf(names).size() == 1) {
            return new Expression.Variable(names.get(0));
        }
        final List<Unit> sources = names.stream().map(units::get).toList();
        final Set<Optional<String>> origins = sources.stream()
                .map(unit -> Optional.ofNullable(unit).map(known -> known.stack.path(known.name)))
                .collect(Collectors.toSet());
        if (origins.size() > 1 || sources.get(0) == null) {
            return new Expression.Joined(names.stream()
                    .map(name -> new Expression.Joined.Part(new Expression.Variable(name), 1))
                    .toList());
        }
        final Unit first = sources.get(0);
        final Expression stack = new Expression.Variable(first.stack.path(first.name));
        final UnitSelection selection =
                UnitSelection.of(sources.stream().mapToInt(Unit::number).toArray());
        return selection.isRange() && selection.extent() == first.stack.extent()
                ? stack
                : new Expression.Units(stack, selection);
    }

    /** A row of a matrix for each unit, whose columns are all units of all stacks and all other variables that are needed. */
    private Expression sums(final List<WeightedSum> rows) {
        final Map<Expression, Integer> firstColumns = new HashMap<>();
        final List<Expression.Joined.Part> parts = new ArrayList<>();
        final List<Integer> columns = new ArrayList<>();
        final int[] starts = new int[rows.size() + 1];
        int width = 0;
        for (int row = 0; row < rows.size(); row++) {
            for (final Expression source : rows.get(row).sources) {
                final Optional<Unit> unit = source instanceof Expression.Variable name
                        ? Optional.ofNullable(units.get(name.name()))
                        : Optional.empty();
                final Expression origin = unit.<Expression>map(one -> new Expression.Variable(one.stack.path(one.name)))
                        .orElse(source);
                if (!firstColumns.containsKey(origin)) {
                    final int extent = unit.map(one -> one.stack.extent()).orElse(1);
                    firstColumns.put(origin, width);
                    parts.add(new Expression.Joined.Part(origin, extent));
                    width += extent;
                }
                columns.add(firstColumns.get(origin) + unit.map(Unit::number).orElse(0));
            }
            starts[row + 1] = columns.size();
        }
        final double[] weights = rows.stream()
                .flatMap(row -> row.weights.stream())
                .mapToDouble(weight -> weight)
                .toArray();
        final Expression sources = parts.size() == 1 ? parts.get(0).expression() : new Expression.Joined(parts);
        final int[] places = columns.stream().mapToInt(column -> column).toArray();
        return new Expression.Combination(sources, map(width, starts, places, weights));
    }

    private static LinearMap map(final int width, final int[] starts, final int[] places, final double[] weights) {
        final int rows = starts.length - 1;
        final boolean isFull = places.length == Math.multiplyExact((long) rows, width)
                && IntStream.range(0, places.length).allMatch(i -> places[i] == i % width)
                && IntStream.range(0, rows).allMatch(row -> starts[row] == row * width);
        return isFull
                ? new LinearMap.Dense(rows, width, weights)
                : new LinearMap.Sparse(width, starts, places, weights);
    }
}
