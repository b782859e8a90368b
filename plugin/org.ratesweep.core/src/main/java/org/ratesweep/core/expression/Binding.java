/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

/** How tightly a printed expression holds together, the loosest first: what decides over brackets. */
enum Binding {
    DISJUNCTION,
    CONJUNCTION,
    INVERSION,
    COMPARISON,
    SUM,
    PRODUCT,
    SIGN,
    POWER,
    ATOM;

    static Binding of(final Expression expression) {
        return expression.accept(new OfTree());
    }

    private static final class OfTree implements Expression.Visitor<Binding> {
        @Override
        public Binding constant(final Expression.Constant constant) {
            return hasSign(constant) ? SIGN : ATOM;
        }

        @Override
        public Binding variable(final Expression.Variable variable) {
            return ATOM;
        }

        @Override
        public Binding negation(final Expression.Negation negation) {
            return SIGN;
        }

        @Override
        public Binding binary(final Expression.Binary binary) {
            return binary.operator().binding();
        }

        @Override
        public Binding sum(final Expression.Sum sum) {
            return SUM;
        }

        @Override
        public Binding call(final Expression.Call call) {
            return call.function() == Function.NOT ? INVERSION : ATOM;
        }

        @Override
        public Binding units(final Expression.Units units) {
            return ATOM;
        }

        @Override
        public Binding combination(final Expression.Combination combination) {
            return ATOM;
        }

        @Override
        public Binding joined(final Expression.Joined joined) {
            return ATOM;
        }
    }

    /** Tells whether a number is printed with a minus sign, as -0.0 is. */
    static boolean hasSign(final Expression.Constant constant) {
        return Double.compare(constant.value(), 0.0) < 0;
    }
}
