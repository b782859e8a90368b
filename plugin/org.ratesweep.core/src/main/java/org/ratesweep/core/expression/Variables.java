/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the names of variables. Each case returns the names so far. */
final class Variables implements Expression.Visitor<Set<String>> {
    private final Set<String> names = new LinkedHashSet<>();

    private Variables() {}

    static Set<String> of(final Expression expression) {
        return Collections.unmodifiableSet(expression.accept(new Variables()));
    }

    @Override
    public Set<String> constant(final Expression.Constant constant) {
        return names;
    }

    @Override
    public Set<String> variable(final Expression.Variable variable) {
        names.add(variable.name());
        return names;
    }

    @Override
    public Set<String> negation(final Expression.Negation negation) {
        return negation.operand().accept(this);
    }

    @Override
    public Set<String> binary(final Expression.Binary binary) {
        binary.left().accept(this);
        return binary.right().accept(this);
    }

    @Override
    public Set<String> sum(final Expression.Sum sum) {
        sum.terms().forEach(term -> term.accept(this));
        return names;
    }

    @Override
    public Set<String> call(final Expression.Call call) {
        call.arguments().forEach(argument -> argument.accept(this));
        return names;
    }

    @Override
    public Set<String> units(final Expression.Units units) {
        return units.operand().accept(this);
    }

    @Override
    public Set<String> combination(final Expression.Combination combination) {
        return combination.operand().accept(this);
    }

    @Override
    public Set<String> joined(final Expression.Joined joined) {
        joined.parts().forEach(part -> part.expression().accept(this));
        return names;
    }
}
