/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Computes a tree's value in the order in which it is written. */
final class Evaluator implements Expression.Visitor<Double> {
    private final ToDoubleFunction<String> variables;

    Evaluator(final ToDoubleFunction<String> variables) {
        this.variables = variables;
    }

    @Override
    public Double constant(final Expression.Constant constant) {
        return constant.value();
    }

    @Override
    public Double variable(final Expression.Variable variable) {
        return variables.applyAsDouble(variable.name());
    }

    @Override
    public Double negation(final Expression.Negation negation) {
        return -negation.operand().accept(this);
    }

    @Override
    public Double binary(final Expression.Binary binary) {
        final double left = binary.left().accept(this);
        final double right = binary.right().accept(this);
        return binary.operator().apply(left, right);
    }

    @Override
    public Double sum(final Expression.Sum sum) {
        final List<Expression> terms = sum.terms();
        double total = terms.get(0).accept(this);
        for (final Expression term : terms.subList(1, terms.size())) {
            total += term.accept(this);
        }
        return total;
    }

    @Override
    public Double call(final Expression.Call call) {
        final Function.Computation computation = call.function().computation();
        return computation instanceof Function.Formula
                ? call.function().expand(call.arguments()).accept(this)
                : value(computation, call.arguments());
    }

    @Override
    public Double units(final Expression.Units units) {
        throw new IllegalStateException("several units have more than one value");
    }

    @Override
    public Double combination(final Expression.Combination combination) {
        throw new IllegalStateException("units have more than one value");
    }

    @Override
    public Double joined(final Expression.Joined joined) {
        throw new IllegalStateException("elements have more than one value");
    }

    /** Apart from the formulas, since each level of nested formulas would keep room for its numbers on the stack. */
    private double value(final Function.Computation computation, final List<Expression> arguments) {
        if (computation instanceof Function.OverUnits) {
            throw new IllegalStateException("whole vectors have more than one value");
        }
        final double first = arguments.get(0).accept(this);
        if (computation instanceof Function.Unary unary) {
            return unary.operation().applyAsDouble(first);
        }
        final double second = arguments.get(1).accept(this);
        if (computation instanceof Function.Binary binary) {
            return binary.operation().applyAsDouble(first, second);
        }
        final double third = arguments.get(2).accept(this);
        return ((Function.Choice) computation).operation().applyAsDouble(first, second, third);
    }
}
