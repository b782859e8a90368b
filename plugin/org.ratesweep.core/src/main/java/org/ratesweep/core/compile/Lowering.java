/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.Function;
import org.ratesweep.core.expression.Operator;
import org.ratesweep.core.expression.Simplifier;

/**
 * Turns expressions over names into values of a graph.
 *
 * <p>Products are written so that what stays the same during a run is computed once: the factors and divisors of a product
 * are multiplied from the least varying to the most varying, in the order of the source among their like. With {@code tau}
 * and {@code c} fixed for a set and {@code m}, {@code v} varying,
 *
 * <pre>
 * 2 * v / tau       becomes  (2/tau) * v          one multiplication a step instead of two operations
 * m * c / tau^2     becomes  (c/(tau*tau)) * m
 * </pre>
 *
 * <p>This moves roundings, never more than one half of a unit in the last place for each factor; sums keep the order of the
 * source, since there it could cost all digits.
 */
final class Lowering implements Expression.Visitor<Integer> {
    private final ValueGraph graph;
    private final Map<String, Integer> names = new LinkedHashMap<>();

    Lowering(final ValueGraph graph) {
        this.graph = graph;
    }

    /** Lets a name stand for a value from now on. */
    void define(final String name, final int value) {
        names.put(name, value);
    }

    /** Returns the value that a name stands for. */
    int value(final String name) {
        final Integer value = names.get(name);
        if (value == null) {
            throw new IllegalStateException("nothing is called '" + name + "'");
        }
        return value;
    }

    /** Lets neighbouring units of a variable have a name for listings. */
    void nameUnits(final String variable, final int first, final int extent, final int value) {
        final String units = extent == 1 ? Integer.toString(first) : first + ".." + (first + extent - 1);
        names.putIfAbsent(variable + "[" + units + "]", value);
    }

    /** Returns the names of values; of a value with several, the one that was defined first. */
    Map<Integer, String> names() {
        final Map<Integer, String> first = new HashMap<>();
        names.forEach((name, value) -> first.putIfAbsent(value, name));
        return first;
    }

    /** Returns the value of an expression; all its names must be defined. */
    int lower(final Expression expression) {
        return Simplifier.simplify(expression).accept(this);
    }

    @Override
    public Integer constant(final Expression.Constant constant) {
        return graph.constant(constant.value());
    }

    @Override
    public Integer variable(final Expression.Variable variable) {
        return value(variable.name());
    }

    @Override
    public Integer negation(final Expression.Negation negation) {
        return graph.negate(negation.operand().accept(this));
    }

    @Override
    public Integer binary(final Expression.Binary binary) {
        if (isProduct(binary)) {
            return product(binary);
        }
        final int left = binary.left().accept(this);
        final int right = binary.right().accept(this);
        return switch (binary.operator()) {
            case ADD -> graph.arithmetic(Operation.Kind.ADD, left, right);
            case SUBTRACT -> graph.arithmetic(Operation.Kind.SUBTRACT, left, right);
            case MULTIPLY -> graph.arithmetic(Operation.Kind.MULTIPLY, left, right);
            case DIVIDE -> graph.arithmetic(Operation.Kind.DIVIDE, left, right);
            case POWER, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR ->
                graph.call(binary.operator().method().orElseThrow(), left, right);
        };
    }

    @Override
    public Integer sum(final Expression.Sum sum) {
        int total = sum.terms().get(0).accept(this);
        for (final Expression term : sum.terms().subList(1, sum.terms().size())) {
            total = term instanceof Expression.Negation subtracted
                    ? graph.arithmetic(
                            Operation.Kind.SUBTRACT, total, subtracted.operand().accept(this))
                    : graph.arithmetic(Operation.Kind.ADD, total, term.accept(this));
        }
        return total;
    }

    @Override
    public Integer call(final Expression.Call call) {
        final List<Integer> arguments =
                call.arguments().stream().map(argument -> argument.accept(this)).toList();
        if (call.function() == Function.SQUARE || call.function() == Function.CUBE) {
            final int base = arguments.get(0);
            final int square = graph.arithmetic(Operation.Kind.MULTIPLY, base, base);
            return call.function() == Function.SQUARE
                    ? square
                    : graph.arithmetic(Operation.Kind.MULTIPLY, square, base);
        }
        final Function.Computation computation = call.function().computation();
        if (computation instanceof Function.Unary unary) {
            return graph.call(unary, arguments.get(0));
        }
        if (computation instanceof Function.Binary binary) {
            return graph.call(binary, arguments.get(0), arguments.get(1));
        }
        if (computation instanceof Function.Choice choice) {
            return graph.call(choice, arguments.get(0), arguments.get(1), arguments.get(2));
        }
        throw new IllegalStateException(call.function() + " is left over from simplification");
    }

    @Override
    public Integer units(final Expression.Units units) {
        final int selected = graph.select(units.operand().accept(this), units.selection());
        if (units.operand() instanceof Expression.Variable variable
                && graph.operation(selected).isLeaf()) {
            nameUnits(
                    variable.name(),
                    units.selection().source(0),
                    units.selection().extent(),
                    selected);
        }
        return selected;
    }

    @Override
    public Integer combination(final Expression.Combination combination) {
        return graph.combine(combination.operand().accept(this), combination.map());
    }

    @Override
    public Integer joined(final Expression.Joined joined) {
        return graph.join(
                joined.parts().stream()
                        .map(part -> part.expression().accept(this))
                        .toList(),
                joined.parts().stream().map(Expression.Joined.Part::extent).toList());
    }

    private static boolean isProduct(final Expression.Binary binary) {
        return binary.operator() == Operator.MULTIPLY || binary.operator() == Operator.DIVIDE;
    }

    private record Factor(int value, boolean divides) {}

    private int product(final Expression.Binary binary) {
        final List<Factor> factors = new ArrayList<>();
        final boolean negative = collect(binary, false, factors);
        int product = graph.constant(1);
        for (final Variance variance : Variance.values()) {
            for (final Factor factor : factors) {
                if (graph.variance(factor.value) == variance) {
                    product = graph.arithmetic(
                            factor.divides ? Operation.Kind.DIVIDE : Operation.Kind.MULTIPLY, product, factor.value);
                }
            }
        }
        return negative ? graph.negate(product) : product;
    }

    /** Appends the factors in the order of the source and returns whether the product of their signs is negative. */
    private boolean collect(final Expression expression, final boolean divides, final List<Factor> factors) {
        if (expression instanceof Expression.Negation negation) {
            return !collect(negation.operand(), divides, factors);
        }
        if (expression instanceof Expression.Binary binary && isProduct(binary)) {
            final boolean left = collect(binary.left(), divides, factors);
            final boolean right = collect(binary.right(), divides ^ (binary.operator() == Operator.DIVIDE), factors);
            return left ^ right;
        }
        factors.add(new Factor(expression.accept(this), divides));
        return false;
    }
}
