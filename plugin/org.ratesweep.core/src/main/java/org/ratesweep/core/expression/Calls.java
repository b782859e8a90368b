/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.function.Predicate;

/** Tells whether a tree calls one of some functions. */
record Calls(Predicate<Function> functions) implements Expression.Visitor<Boolean> {
    @Override
    public Boolean constant(final Expression.Constant constant) {
        return false;
    }

    @Override
    public Boolean variable(final Expression.Variable variable) {
        return false;
    }

    @Override
    public Boolean negation(final Expression.Negation negation) {
        return negation.operand().accept(this);
    }

    @Override
    public Boolean binary(final Expression.Binary binary) {
        return binary.left().accept(this) || binary.right().accept(this);
    }

    @Override
    public Boolean sum(final Expression.Sum sum) {
        return sum.terms().stream().anyMatch(term -> term.accept(this));
    }

    @Override
    public Boolean call(final Expression.Call call) {
        return functions.test(call.function()) || call.arguments().stream().anyMatch(argument -> argument.accept(this));
    }

    @Override
    public Boolean units(final Expression.Units units) {
        return units.operand().accept(this);
    }

    @Override
    public Boolean combination(final Expression.Combination combination) {
        return combination.operand().accept(this);
    }

    @Override
    public Boolean joined(final Expression.Joined joined) {
        return joined.parts().stream().anyMatch(part -> part.expression().accept(this));
    }
}
