/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.ArrayList;
import java.util.List;

/** Puts expressions in the place of variables, keeping whatever did not change. */
final class Substitution implements Expression.Visitor<Expression> {
    private final java.util.function.Function<String, ? extends Expression> replacement;

    Substitution(final java.util.function.Function<String, ? extends Expression> replacement) {
        this.replacement = replacement;
    }

    @Override
    public Expression constant(final Expression.Constant constant) {
        return constant;
    }

    @Override
    public Expression variable(final Expression.Variable variable) {
        final Expression replaced = replacement.apply(variable.name());
        // Not equals: a record's is generated when it is first called, which takes milliseconds.
        final boolean same =
                replaced instanceof Expression.Variable other && other.name().equals(variable.name());
        return same ? variable : replaced;
    }

    @Override
    public Expression negation(final Expression.Negation negation) {
        final Expression operand = negation.operand().accept(this);
        return operand == negation.operand() ? negation : new Expression.Negation(operand);
    }

    @Override
    public Expression binary(final Expression.Binary binary) {
        final Expression left = binary.left().accept(this);
        final Expression right = binary.right().accept(this);
        final boolean same = left == binary.left() && right == binary.right();
        return same ? binary : new Expression.Binary(binary.operator(), left, right);
    }

    @Override
    public Expression sum(final Expression.Sum sum) {
        final List<Expression> terms = all(sum.terms());
        return terms == sum.terms() ? sum : new Expression.Sum(terms);
    }

    @Override
    public Expression call(final Expression.Call call) {
        final List<Expression> arguments = all(call.arguments());
        return arguments == call.arguments() ? call : new Expression.Call(call.function(), arguments);
    }

    @Override
    public Expression units(final Expression.Units units) {
        final Expression operand = units.operand().accept(this);
        return operand == units.operand() ? units : new Expression.Units(operand, units.selection());
    }

    @Override
    public Expression combination(final Expression.Combination combination) {
        final Expression operand = combination.operand().accept(this);
        return operand == combination.operand() ? combination : new Expression.Combination(operand, combination.map());
    }

    @Override
    public Expression joined(final Expression.Joined joined) {
        return joined.with(part -> part.accept(this));
    }

    private List<Expression> all(final List<Expression> originals) {
        final List<Expression> replaced = new ArrayList<>(originals.size());
        boolean same = true;
        for (final Expression original : originals) {
            final Expression result = original.accept(this);
            same &= result == original;
            replaced.add(result);
        }
        return same ? originals : replaced;
    }
}
