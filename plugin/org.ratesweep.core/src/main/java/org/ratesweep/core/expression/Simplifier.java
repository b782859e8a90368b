/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Rewrites a tree into one that has the same value and is cheaper to compute.
 *
 * <p>These rewrites keep every bit of the value, whatever the variables are (any NaN counts as the same):
 *
 * <ul>
 *   <li>an operation or function of finite constants becomes its value, if that is finite; so do the constants that a
 *       sum starts with;
 *   <li>{@code x*1}, {@code 1*x}, {@code x/1}, {@code x^1}, {@code x - 0}, {@code x + -0.0} and {@code -(-x)} become
 *       {@code x}; {@code x*-1}, {@code -1*x} and {@code x/-1} become {@code -x}; {@code x^0} becomes {@code 1};
 *   <li>{@code x + -y} becomes {@code x - y}, and {@code x - -y} becomes {@code x + y};
 *   <li>a division by a power of two becomes a multiplication;
 *   <li>a function that is defined by a formula becomes that formula;
 *   <li>{@code where} with a constant condition becomes what that chooses.
 * </ul>
 *
 * <p>This one may turn a zero into a zero of the other sign: {@code x + 0}, {@code 0 + x} and {@code x - -0.0} become
 * {@code x}.
 *
 * <p>These may move the value by up to 4 units in the last place: {@code x^2}, {@code x^3} and {@code x^4} become
 * multiplications; {@code x^-1} and {@code x^-2} become {@code 1/x} and its square; {@code x^0.5} becomes {@code
 * sqrt(x)}, which besides differs for negative infinity (NaN) and for -0.0 (the sign of zero).
 *
 * <p>Nothing else changes: terms and factors keep their order and their brackets, and {@code 0*x} stays, because {@code
 * x} may be infinite. Simplifying twice is the same as simplifying once. The time is linear in the number of distinct
 * nodes, since a part that occurs in several places of a tree is simplified once.
 */
public final class Simplifier implements Expression.Visitor<Expression> {
    private static final Expression.Constant ONE = new Expression.Constant(1.0);

    private final IdentityHashMap<Expression, Expression> simplified = new IdentityHashMap<>();

    private Simplifier() {}

    /**
     * Simplifies a tree.
     *
     * @param expression the tree
     * @return the simplified tree
     */
    public static Expression simplify(final Expression expression) {
        return new Simplifier().of(expression);
    }

    @Override
    public Expression constant(final Expression.Constant constant) {
        return constant;
    }

    @Override
    public Expression variable(final Expression.Variable variable) {
        return variable;
    }

    @Override
    public Expression negation(final Expression.Negation negation) {
        return negative(of(negation.operand()));
    }

    @Override
    public Expression binary(final Expression.Binary binary) {
        final Expression left = of(binary.left());
        final Expression right = of(binary.right());
        return operation(binary.operator(), left, right);
    }

    @Override
    public Expression sum(final Expression.Sum sum) {
        final List<Expression> kept = new ArrayList<>(sum.terms().size());
        for (final Expression original : sum.terms()) {
            final Expression term = of(original);
            if (kept.size() == 1 && isMergeable(kept.get(0), term)) {
                kept.set(0, operation(Operator.ADD, kept.get(0), term));
            } else if (kept.isEmpty() || !isZero(term)) {
                kept.add(term);
            }
        }
        return kept.size() == 2 ? operation(Operator.ADD, kept.get(0), kept.get(1)) : Expression.sum(kept);
    }

    @Override
    public Expression call(final Expression.Call call) {
        // No stream: a dozen frames for each level of a deep tree.
        final List<Expression> arguments = new ArrayList<>(call.arguments().size());
        for (final Expression argument : call.arguments()) {
            arguments.add(of(argument));
        }
        if (call.function().computation() instanceof Function.Formula) {
            // The arguments are known, so that formulas within formulas do not add up on the stack.
            arguments.forEach(argument -> simplified.put(argument, argument));
            return of(call.function().expand(arguments));
        }
        if (call.function() == Function.WHERE
                && arguments.get(0) instanceof Expression.Constant condition
                && !Double.isNaN(condition.value())) {
            return arguments.get(condition.value() == 0.0 ? 2 : 1);
        }
        return primitive(call.function(), arguments);
    }

    @Override
    public Expression units(final Expression.Units units) {
        return new Expression.Units(of(units.operand()), units.selection());
    }

    @Override
    public Expression combination(final Expression.Combination combination) {
        return new Expression.Combination(of(combination.operand()), combination.map());
    }

    @Override
    public Expression joined(final Expression.Joined joined) {
        return joined.with(this::of);
    }

    private Expression of(final Expression expression) {
        final Expression known = simplified.get(expression);
        if (known != null) {
            return known;
        }
        final Expression result = expression.accept(this);
        simplified.put(expression, result);
        return result;
    }

    /** Tells whether a sum's first two terms become one. */
    private static boolean isMergeable(final Expression first, final Expression second) {
        final boolean constants = first instanceof Expression.Constant && second instanceof Expression.Constant;
        return constants || isZero(first) || isZero(second);
    }

    private static Expression negative(final Expression operand) {
        if (operand instanceof Expression.Constant constant) {
            return new Expression.Constant(-constant.value());
        }
        return operand instanceof Expression.Negation negation ? negation.operand() : new Expression.Negation(operand);
    }

    /** An operation on simplified operands. */
    private static Expression operation(final Operator operator, final Expression left, final Expression right) {
        if (left instanceof Expression.Constant first && right instanceof Expression.Constant second) {
            final double value = operator.apply(first.value(), second.value());
            if (Double.isFinite(value)) {
                return new Expression.Constant(value);
            }
        }
        return switch (operator) {
            case ADD -> total(left, right);
            case SUBTRACT -> difference(left, right);
            case MULTIPLY -> product(left, right);
            case DIVIDE ->
                right instanceof Expression.Constant divisor
                        ? quotient(left, divisor)
                        : new Expression.Binary(Operator.DIVIDE, left, right);
            case POWER ->
                right instanceof Expression.Constant exponent
                        ? power(left, exponent)
                        : new Expression.Binary(Operator.POWER, left, right);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR ->
                new Expression.Binary(operator, left, right);
        };
    }

    private static Expression total(final Expression left, final Expression right) {
        if (isZero(right)) {
            return left;
        }
        if (isZero(left)) {
            return right;
        }
        return right instanceof Expression.Negation negation
                ? new Expression.Binary(Operator.SUBTRACT, left, negation.operand())
                : new Expression.Binary(Operator.ADD, left, right);
    }

    private static Expression difference(final Expression left, final Expression right) {
        if (isZero(right)) {
            return left;
        }
        return right instanceof Expression.Negation negation
                ? total(left, negation.operand())
                : new Expression.Binary(Operator.SUBTRACT, left, right);
    }

    private static Expression product(final Expression left, final Expression right) {
        if (is(right, 1.0)) {
            return left;
        }
        if (is(left, 1.0)) {
            return right;
        }
        if (is(right, -1.0)) {
            return negative(left);
        }
        if (is(left, -1.0)) {
            return negative(right);
        }
        return new Expression.Binary(Operator.MULTIPLY, left, right);
    }

    private static Expression quotient(final Expression dividend, final Expression.Constant divisor) {
        final double reciprocal = 1.0 / divisor.value();
        return isPowerOfTwo(divisor.value()) && Double.isFinite(reciprocal)
                ? product(dividend, new Expression.Constant(reciprocal))
                : new Expression.Binary(Operator.DIVIDE, dividend, divisor);
    }

    private static Expression power(final Expression base, final Expression.Constant exponent) {
        if (exponent.value() == 0.0) {
            return ONE;
        }
        if (exponent.value() == 1.0) {
            return base;
        }
        if (exponent.value() == 2.0) {
            return square(base);
        }
        if (exponent.value() == 3.0) {
            return isLeaf(base)
                    ? operation(Operator.MULTIPLY, square(base), base)
                    : primitive(Function.CUBE, List.of(base));
        }
        if (exponent.value() == 4.0) {
            return square(square(base));
        }
        if (exponent.value() == -1.0) {
            return operation(Operator.DIVIDE, ONE, base);
        }
        if (exponent.value() == -2.0) {
            // The square of 1/x, since x*x may overflow where x^-2 is still a number.
            return square(operation(Operator.DIVIDE, ONE, base));
        }
        if (exponent.value() == 0.5) {
            return primitive(Function.SQRT, List.of(base));
        }
        return new Expression.Binary(Operator.POWER, base, exponent);
    }

    /** Only a leaf is written twice: with anything else, powers of powers would grow a tree beyond bounds. */
    private static Expression square(final Expression base) {
        return isLeaf(base) ? operation(Operator.MULTIPLY, base, base) : primitive(Function.SQUARE, List.of(base));
    }

    /** A call with simplified arguments of a function that is no formula. */
    private static Expression primitive(final Function function, final List<Expression> arguments) {
        final Expression.Call call = new Expression.Call(function, arguments);
        if (arguments.stream().allMatch(Expression.Constant.class::isInstance)) {
            final double value = call.evaluate(name -> Double.NaN);
            if (Double.isFinite(value)) {
                return new Expression.Constant(value);
            }
        }
        return call;
    }

    private static boolean isLeaf(final Expression expression) {
        return expression instanceof Expression.Variable || expression instanceof Expression.Constant;
    }

    private static boolean isZero(final Expression expression) {
        return is(expression, 0.0);
    }

    private static boolean is(final Expression expression, final double value) {
        return expression instanceof Expression.Constant constant && constant.value() == value;
    }

    private static boolean isPowerOfTwo(final double value) {
        return Math.abs(value) == Math.scalb(1.0, Math.getExponent(value));
    }
}
