/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.Operator;

/**
 * A complex expression as two real ones.
 *
 * @param real the real part
 * @param imaginary the imaginary part; none if the expression is real, as {@code z + conj(z)} is
 */
record ComplexExpression(Expression real, Optional<Expression> imaginary) {

    static ComplexExpression of(final Expression real) {
        return new ComplexExpression(real, Optional.empty());
    }

    static ComplexExpression of(final Expression real, final Expression imaginary) {
        return new ComplexExpression(real, Optional.of(imaginary));
    }

    boolean isReal() {
        return imaginary.isEmpty();
    }

    Expression imaginaryOrZero() {
        return imaginary.orElse(new Expression.Constant(0.0));
    }

    ComplexExpression negated() {
        return new ComplexExpression(minus(real), imaginary.map(ComplexExpression::minus));
    }

    ComplexExpression conjugate() {
        return new ComplexExpression(real, imaginary.map(ComplexExpression::minus));
    }

    /** Changes each of the parts alike. */
    ComplexExpression partwise(final UnaryOperator<Expression> change) {
        return new ComplexExpression(change.apply(real), imaginary.map(change));
    }

    /** Multiplies with a real expression that is written twice. */
    ComplexExpression times(final Expression factor) {
        return new ComplexExpression(times(factor, real), imaginary.map(part -> times(factor, part)));
    }

    /** Divides by a real expression that is written twice. */
    ComplexExpression dividedBy(final Expression divisor) {
        return new ComplexExpression(divided(real, divisor), imaginary.map(part -> divided(part, divisor)));
    }

    /** Multiplies two expressions whose parts are written twice. */
    ComplexExpression times(final ComplexExpression other) {
        if (isReal()) {
            return other.times(real);
        }
        if (other.isReal()) {
            return times(other.real);
        }
        final Expression ownImaginary = imaginaryOrZero();
        final Expression otherImaginary = other.imaginaryOrZero();
        return new ComplexExpression(
                difference(times(real, other.real), times(ownImaginary, otherImaginary)),
                total(List.of(times(real, otherImaginary), times(ownImaginary, other.real))));
    }

    /** The square of the absolute value; the parts are written twice. */
    Expression squaredAbsoluteValue() {
        final Expression realSquare = times(real, real);
        return imaginary
                .<Expression>map(part -> new Expression.Binary(Operator.ADD, realSquare, times(part, part)))
                .orElse(realSquare);
    }

    static ComplexExpression sum(final List<ComplexExpression> terms) {
        return new ComplexExpression(
                Expression.sum(terms.stream().map(ComplexExpression::real).toList()),
                total(terms.stream().flatMap(term -> term.imaginary.stream()).toList()));
    }

    static Expression minus(final Expression expression) {
        if (expression instanceof Expression.Constant constant) {
            return new Expression.Constant(-constant.value());
        }
        return expression instanceof Expression.Negation negation
                ? negation.operand()
                : new Expression.Negation(expression);
    }

    /** Multiplies; of the numbers 0 and 1, which the imaginary unit brings in, nothing is left. */
    static Expression times(final Expression left, final Expression right) {
        if (is(left, 0.0) || is(right, 1.0)) {
            return left;
        }
        if (is(right, 0.0) || is(left, 1.0)) {
            return right;
        }
        return new Expression.Binary(Operator.MULTIPLY, left, right);
    }

    static Expression divided(final Expression left, final Expression right) {
        return new Expression.Binary(Operator.DIVIDE, left, right);
    }

    private static Expression difference(final Expression left, final Expression right) {
        if (is(right, 0.0)) {
            return left;
        }
        return is(left, 0.0) ? minus(right) : new Expression.Binary(Operator.SUBTRACT, left, right);
    }

    private static boolean is(final Expression expression, final double value) {
        return expression instanceof Expression.Constant constant && constant.value() == value;
    }

    /** A sum of imaginary parts without those terms that cancel each other; none if nothing is left. */
    private static Optional<Expression> total(final List<Expression> terms) {
        final Map<String, List<Expression>> kept = new LinkedHashMap<>();
        final List<Expression> flat = new ArrayList<>();
        terms.forEach(term -> flatten(term, false, flat));
        final List<Expression> left = new ArrayList<>(flat);
        for (final Expression term : flat) {
            final List<Expression> opposite = kept.get(key(minus(term)));
            if (opposite != null && !opposite.isEmpty()) {
                removeSame(left, opposite.remove(0));
                removeSame(left, term);
            } else {
                kept.computeIfAbsent(key(term), any -> new ArrayList<>()).add(term);
            }
        }
        if (left.isEmpty()) {
            return Optional.empty();
        }
        final boolean asWritten = left.size() == flat.size() && terms.stream().noneMatch(term -> is(term, 0.0));
        return Optional.of(Expression.sum(asWritten ? terms : left));
    }

    private static void removeSame(final List<Expression> terms, final Expression term) {
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i) == term) {
                terms.remove(i);
                return;
            }
        }
    }

    private static void flatten(final Expression expression, final boolean negative, final List<Expression> terms) {
        if (expression instanceof Expression.Sum sum) {
            sum.terms().forEach(term -> flatten(term, negative, terms));
        } else if (expression instanceof Expression.Binary binary && binary.operator() == Operator.ADD) {
            flatten(binary.left(), negative, terms);
            flatten(binary.right(), negative, terms);
        } else if (expression instanceof Expression.Binary binary && binary.operator() == Operator.SUBTRACT) {
            flatten(binary.left(), negative, terms);
            flatten(binary.right(), !negative, terms);
        } else if (expression instanceof Expression.Negation negation) {
            flatten(negation.operand(), !negative, terms);
        } else if (!is(expression, 0.0)) {
            terms.add(negative ? minus(expression) : expression);
        }
    }

    /** Two terms with the same key have the same value: factors are sorted, and their signs joined. */
    private static String key(final Expression term) {
        final List<Expression> factors = new ArrayList<>();
        final boolean negative = factors(term, factors);
        return (negative ? "-" : "+")
                + factors.stream().map(Expression::toString).sorted().collect(Collectors.joining("*"));
    }

    private static boolean factors(final Expression term, final List<Expression> factors) {
        if (term instanceof Expression.Negation negation) {
            return !factors(negation.operand(), factors);
        }
        if (term instanceof Expression.Binary binary && binary.operator() == Operator.MULTIPLY) {
            final boolean left = factors(binary.left(), factors);
            return left ^ factors(binary.right(), factors);
        }
        factors.add(term);
        return false;
    }
}
