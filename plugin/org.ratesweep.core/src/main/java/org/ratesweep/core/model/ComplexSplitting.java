/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.Function;
import org.ratesweep.core.expression.Operator;

/**
 * Splits one expression over complex variables into its real and imaginary part.
 *
 * <p>What a rule writes more than once becomes an auxiliary variable, unless it is a variable or number already; so the parts
 * are never much longer than the expression. Functions are their principal values. A quotient is the product with the
 * conjugate over the squared absolute value of the divisor, which overflows where that is beyond 1e154. Whole powers up to
 * 100 are products; other powers are {@code exp(w*log(z))}.
 */
final class ComplexSplitting implements Expression.Visitor<ComplexExpression> {
    private static final double MOST_MULTIPLIED = 100;
    private static final Expression ZERO = new Expression.Constant(0.0);
    private static final Expression ONE = new Expression.Constant(1.0);
    private static final Expression TWO = new Expression.Constant(2.0);

    private final String owner;
    private final Map<String, ComplexExpression> pairs;
    private final Map<Expression, Expression> named = new HashMap<>();
    private final List<AlgebraicVariable> auxiliaries = new ArrayList<>();

    /**
     * @param owner the path of the variable that has the expression, which auxiliary variables are called after
     * @param pairs the names that stand for complex numbers
     */
    ComplexSplitting(final String owner, final Map<String, ComplexExpression> pairs) {
        this.owner = owner;
        this.pairs = pairs;
    }

    /** Returns what the split expressions need besides the variables of the model. */
    List<AlgebraicVariable> auxiliaries() {
        return auxiliaries;
    }

    @Override
    public ComplexExpression constant(final Expression.Constant constant) {
        return ComplexExpression.of(constant);
    }

    @Override
    public ComplexExpression variable(final Expression.Variable variable) {
        final ComplexExpression pair = pairs.get(variable.name());
        return pair == null ? ComplexExpression.of(variable) : pair;
    }

    @Override
    public ComplexExpression negation(final Expression.Negation negation) {
        return negation.operand().accept(this).negated();
    }

    @Override
    public ComplexExpression sum(final Expression.Sum sum) {
        return ComplexExpression.sum(
                sum.terms().stream().map(term -> term.accept(this)).toList());
    }

    @Override
    public ComplexExpression binary(final Expression.Binary binary) {
        final Operator operator = binary.operator();
        if (isSquaredAbsoluteValue(binary)) {
            final Expression.Call absolute = (Expression.Call) binary.left();
            final ComplexExpression z = named(absolute.arguments().get(0).accept(this));
            return ComplexExpression.of(z.squaredAbsoluteValue());
        }
        final ComplexExpression left = binary.left().accept(this);
        final ComplexExpression right = binary.right().accept(this);
        if (left.isReal() && right.isReal()) {
            return ComplexExpression.of(new Expression.Binary(operator, left.real(), right.real()));
        }
        return switch (operator) {
            case ADD -> ComplexExpression.sum(List.of(left, right));
            case SUBTRACT -> ComplexExpression.sum(List.of(left, right.negated()));
            case MULTIPLY -> product(left, right);
            case DIVIDE -> quotient(left, right);
            case POWER ->
                right.real() instanceof Expression.Constant exponent && right.isReal()
                        ? power(left, exponent)
                        : power(left, right);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR ->
                throw new InputException("'" + operator.symbol()
                        + "' is not defined for complex numbers; compare real(…), imag(…) or absv(…) of them");
        };
    }

    /** Whether the root of the sum of squares would be squared again. */
    private static boolean isSquaredAbsoluteValue(final Expression.Binary binary) {
        return binary.operator() == Operator.POWER
                && binary.left() instanceof Expression.Call call
                && call.function() == Function.ABSV
                && binary.right() instanceof Expression.Constant exponent
                && exponent.value() == 2.0;
    }

    @Override
    public ComplexExpression call(final Expression.Call call) {
        if (call.function().computation() instanceof Function.Formula && !isPart(call.function())) {
            return call.function().expand(call.arguments()).accept(this);
        }
        final List<ComplexExpression> arguments = new ArrayList<>();
        for (final Expression argument : call.arguments()) {
            arguments.add(argument.accept(this));
        }
        return arguments.stream().allMatch(ComplexExpression::isReal)
                ? ComplexExpression.of(new Expression.Call(
                        call.function(),
                        arguments.stream().map(ComplexExpression::real).toList()))
                : ofComplex(call.function(), arguments);
    }

    @Override
    public ComplexExpression units(final Expression.Units units) {
        return units.operand().accept(this).partwise(part -> new Expression.Units(part, units.selection()));
    }

    @Override
    public ComplexExpression combination(final Expression.Combination combination) {
        return combination.operand().accept(this).partwise(part -> new Expression.Combination(part, combination.map()));
    }

    @Override
    public ComplexExpression joined(final Expression.Joined joined) {
        final IdentityHashMap<Expression, ComplexExpression> split = new IdentityHashMap<>();
        joined.parts()
                .forEach(part -> split.put(part.expression(), part.expression().accept(this)));
        final Expression real = joined.with(part -> split.get(part).real());
        return split.values().stream().allMatch(ComplexExpression::isReal)
                ? ComplexExpression.of(real)
                : ComplexExpression.of(real, joined.with(part -> split.get(part).imaginaryOrZero()));
    }

    private static boolean isPart(final Function function) {
        return function == Function.REAL || function == Function.CONJ || function == Function.ARG;
    }

    private ComplexExpression ofComplex(final Function function, final List<ComplexExpression> arguments) {
        if (function == Function.WHERE) {
            return choice(arguments);
        }
        final ComplexExpression z = arguments.get(0);
        final Expression x = z.real();
        final Expression y = z.imaginaryOrZero();
        return switch (function) {
            case REAL -> ComplexExpression.of(x);
            case IMAG -> ComplexExpression.of(y);
            case CONJ -> z.conjugate();
            case ABSV -> ComplexExpression.of(call(Function.HYPOT, x, y));
            case ARG -> ComplexExpression.of(call(Function.ARCTAN2, y, x));
            case SQUARE -> square(named(z));
            case CUBE -> product(square(named(z)), named(z));
            case EXP -> polar(call(Function.EXP, x), y);
            case LOG -> logarithm(named(z));
            case SQRT -> squareRoot(named(z));
            case SIN -> waves(z, Function.SIN, Function.COS, false);
            case COS -> waves(z, Function.COS, Function.SIN, true);
            case SINH -> hyperbolic(z, Function.SINH, Function.COSH);
            case COSH -> hyperbolic(z, Function.COSH, Function.SINH);
            case TANH -> tangent(call(Function.TANH, x), call(Function.TAN, y));
            case TAN -> swapped(tangent(call(Function.TANH, y), call(Function.TAN, x)));
            default ->
                throw new InputException("'" + function.names().get(0)
                        + "' is not defined for complex numbers; take real(…), imag(…) or absv(…) of its argument");
        };
    }

    private ComplexExpression product(final ComplexExpression left, final ComplexExpression right) {
        if (left.isReal()) {
            return right.times(named(left.real()));
        }
        return right.isReal() ? left.times(named(right.real())) : named(left).times(named(right));
    }

    private ComplexExpression square(final ComplexExpression z) {
        return z.times(z);
    }

    private ComplexExpression quotient(final ComplexExpression dividend, final ComplexExpression divisor) {
        if (divisor.isReal()) {
            return dividend.dividedBy(named(divisor.real()));
        }
        final ComplexExpression by = named(divisor);
        return product(dividend, by.conjugate()).dividedBy(named(by.squaredAbsoluteValue()));
    }

    private ComplexExpression power(final ComplexExpression z, final Expression.Constant exponent) {
        final double n = exponent.value();
        if (n == Math.rint(n) && Math.abs(n) <= MOST_MULTIPLIED) {
            final ComplexExpression positive = multiplied(named(z), (int) Math.abs(n));
            return n < 0 ? quotient(ComplexExpression.of(ONE), positive) : positive;
        }
        return power(z, ComplexExpression.of(exponent));
    }

    private ComplexExpression multiplied(final ComplexExpression z, final int exponent) {
        if (exponent == 0) {
            return ComplexExpression.of(ONE);
        }
        if (exponent == 1) {
            return z;
        }
        final ComplexExpression half = named(multiplied(z, exponent / 2));
        final ComplexExpression even = half.times(half);
        return exponent % 2 == 0 ? even : named(even).times(z);
    }

    /** The absolute value to the power of w and the angle times w, if w is real; else by logarithm and exponential. */
    private ComplexExpression power(final ComplexExpression base, final ComplexExpression exponent) {
        final ComplexExpression z = named(base);
        final Expression angle = named(call(Function.ARCTAN2, z.imaginaryOrZero(), z.real()));
        final Expression size = named(call(Function.HYPOT, z.real(), z.imaginaryOrZero()));
        final ComplexExpression w = named(exponent);
        final Expression power = new Expression.Binary(Operator.POWER, size, w.real());
        final Expression turned = ComplexExpression.times(angle, w.real());
        if (w.isReal()) {
            return polar(power, turned);
        }
        final Expression imaginary = w.imaginaryOrZero();
        final Expression damped =
                call(Function.EXP, ComplexExpression.minus(ComplexExpression.times(imaginary, angle)));
        final Expression log = ComplexExpression.times(imaginary, call(Function.LOG, size));
        return polar(ComplexExpression.times(power, damped), new Expression.Binary(Operator.ADD, turned, log));
    }

    private ComplexExpression polar(final Expression size, final Expression angle) {
        final Expression phi = named(angle);
        return ComplexExpression.of(call(Function.COS, phi), call(Function.SIN, phi))
                .times(named(size));
    }

    private static ComplexExpression logarithm(final ComplexExpression z) {
        return ComplexExpression.of(
                call(Function.LOG, call(Function.HYPOT, z.real(), z.imaginaryOrZero())),
                call(Function.ARCTAN2, z.imaginaryOrZero(), z.real()));
    }

    /** By the larger of the two parts, in which nothing cancels; the other one follows from the product of both. */
    private ComplexExpression squareRoot(final ComplexExpression z) {
        final Expression x = z.real();
        final Expression y = z.imaginaryOrZero();
        final Expression sum = new Expression.Binary(Operator.ADD, call(Function.HYPOT, x, y), call(Function.ABSV, x));
        final Expression larger = named(call(Function.SQRT, ComplexExpression.divided(sum, TWO)));
        final Expression quotient =
                ComplexExpression.divided(call(Function.ABSV, y), ComplexExpression.times(TWO, larger));
        final Expression smaller = named(where(new Expression.Binary(Operator.EQUAL, larger, ZERO), ZERO, quotient));
        final Expression right = named(new Expression.Binary(Operator.GREATER_OR_EQUAL, x, ZERO));
        final Expression size = named(where(right, smaller, larger));
        final Expression below = new Expression.Binary(Operator.LESS, y, ZERO);
        return ComplexExpression.of(where(right, larger, smaller), where(below, ComplexExpression.minus(size), size));
    }

    /** sin(x+iy) = sin(x)*cosh(y) + i*cos(x)*sinh(y), cos(x+iy) = cos(x)*cosh(y) - i*sin(x)*sinh(y). */
    private ComplexExpression waves(
            final ComplexExpression z, final Function real, final Function imaginary, final boolean negative) {
        final Expression x = named(z.real());
        final Expression y = named(z.imaginaryOrZero());
        final Expression part = ComplexExpression.times(call(imaginary, x), call(Function.SINH, y));
        return ComplexExpression.of(
                ComplexExpression.times(call(real, x), call(Function.COSH, y)),
                negative ? ComplexExpression.minus(part) : part);
    }

    /** sinh(x+iy) = sinh(x)*cos(y) + i*cosh(x)*sin(y), cosh(x+iy) = cosh(x)*cos(y) + i*sinh(x)*sin(y). */
    private ComplexExpression hyperbolic(final ComplexExpression z, final Function real, final Function imaginary) {
        final Expression x = named(z.real());
        final Expression y = named(z.imaginaryOrZero());
        return ComplexExpression.of(
                ComplexExpression.times(call(real, x), call(Function.COS, y)),
                ComplexExpression.times(call(imaginary, x), call(Function.SIN, y)));
    }

    /** tanh(x+iy) from s = tanh(x) and t = tan(y): (s*(1 + t^2) + i*t*(1 - s^2)) / (1 + s^2*t^2). */
    private ComplexExpression tangent(final Expression hyperbolic, final Expression circular) {
        final Expression s = named(hyperbolic);
        final Expression t = named(circular);
        final Expression sSquare = named(ComplexExpression.times(s, s));
        final Expression tSquare = named(ComplexExpression.times(t, t));
        final Expression divisor =
                named(new Expression.Binary(Operator.ADD, ONE, ComplexExpression.times(sSquare, tSquare)));
        return ComplexExpression.of(
                        ComplexExpression.times(s, new Expression.Binary(Operator.ADD, ONE, tSquare)),
                        ComplexExpression.times(t, new Expression.Binary(Operator.SUBTRACT, ONE, sSquare)))
                .dividedBy(divisor);
    }

    private static ComplexExpression swapped(final ComplexExpression z) {
        return ComplexExpression.of(z.imaginaryOrZero(), z.real());
    }

    private ComplexExpression choice(final List<ComplexExpression> arguments) {
        if (!arguments.get(0).isReal()) {
            throw new InputException("the condition of 'where' is complex; take real(…), imag(…) or absv(…) of it");
        }
        final Expression condition = named(arguments.get(0).real());
        final ComplexExpression first = arguments.get(1);
        final ComplexExpression second = arguments.get(2);
        return ComplexExpression.of(
                where(condition, first.real(), second.real()),
                where(condition, first.imaginaryOrZero(), second.imaginaryOrZero()));
    }

    private static Expression where(final Expression condition, final Expression then, final Expression otherwise) {
        return new Expression.Call(Function.WHERE, List.of(condition, then, otherwise));
    }

    private static Expression call(final Function function, final Expression... arguments) {
        return new Expression.Call(function, List.of(arguments));
    }

    private ComplexExpression named(final ComplexExpression z) {
        return new ComplexExpression(named(z.real()), z.imaginary().map(this::named));
    }

    /** Gives an expression a name, so that it can be written several times. */
    private Expression named(final Expression expression) {
        if (isLeaf(expression)) {
            return expression;
        }
        if (expression instanceof Expression.Negation negation) {
            return ComplexExpression.minus(named(negation.operand()));
        }
        if (expression.calls(Function.NOISE)) {
            throw new InputException(
                    "noise() is multiplied or divided by a complex number, or goes through a function of "
                            + "one; in a complex equation it can only be added or subtracted, which is noise in the real part, with "
                            + "a real factor if need be, as in z' = I*omega*z + x*noise(sigma)");
        }
        return named.computeIfAbsent(expression, any -> {
            final String path = owner + " auxiliary " + auxiliaries.size();
            auxiliaries.add(new AlgebraicVariable(path, VariableKind.AUXILIARY, UnitValues.of(0), expression, ""));
            return new Expression.Variable(path);
        });
    }

    private static boolean isLeaf(final Expression expression) {
        return expression instanceof Expression.Constant
                || expression instanceof Expression.Variable
                || expression instanceof Expression.Negation negation && isLeaf(negation.operand());
    }
}
