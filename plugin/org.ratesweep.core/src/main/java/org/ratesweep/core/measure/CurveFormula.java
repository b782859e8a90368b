/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.measure;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.ratesweep.core.expression.Constants;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.Function;

/** Turns an expression over series into a function of the number of the sample, which looks no name up any more. */
final class CurveFormula implements Expression.Visitor<IntToDoubleFunction> {
    private final Map<String, double[]> series;

    /**
     * Turns expressions over some series into functions.
     *
     * @param series the samples of every name that is no constant
     */
    CurveFormula(final Map<String, double[]> series) {
        this.series = Map.copyOf(series);
    }

    @Override
    public IntToDoubleFunction constant(final Expression.Constant constant) {
        final double value = constant.value();
        return row -> value;
    }

    @Override
    public IntToDoubleFunction variable(final Expression.Variable variable) {
        final double[] samples = series.get(variable.name());
        if (samples != null) {
            return row -> samples[row];
        }
        final double value = Constants.VALUES.get(variable.name());
        return row -> value;
    }

    @Override
    public IntToDoubleFunction negation(final Expression.Negation negation) {
        final IntToDoubleFunction operand = negation.operand().accept(this);
        return row -> -operand.applyAsDouble(row);
    }

    @Override
    public IntToDoubleFunction binary(final Expression.Binary binary) {
        final IntToDoubleFunction left = binary.left().accept(this);
        final IntToDoubleFunction right = binary.right().accept(this);
        return row -> binary.operator().apply(left.applyAsDouble(row), right.applyAsDouble(row));
    }

    @Override
    public IntToDoubleFunction sum(final Expression.Sum sum) {
        final List<IntToDoubleFunction> terms =
                sum.terms().stream().map(term -> term.accept(this)).toList();
        return row -> {
            double total = terms.get(0).applyAsDouble(row);
            for (int i = 1; i < terms.size(); i++) {
                total += terms.get(i).applyAsDouble(row);
            }
            return total;
        };
    }

    @Override
    public IntToDoubleFunction units(final Expression.Units units) {
        throw new IllegalStateException("a curve has no units");
    }

    @Override
    public IntToDoubleFunction combination(final Expression.Combination combination) {
        throw new IllegalStateException("a curve has no units");
    }

    @Override
    public IntToDoubleFunction joined(final Expression.Joined joined) {
        throw new IllegalStateException("a curve has no units");
    }

    @Override
    public IntToDoubleFunction call(final Expression.Call call) {
        final Function.Computation computation = call.function().computation();
        if (computation instanceof Function.Unary unary) {
            final IntToDoubleFunction argument = call.arguments().get(0).accept(this);
            return row -> unary.operation().applyAsDouble(argument.applyAsDouble(row));
        }
        if (computation instanceof Function.Binary binary) {
            final IntToDoubleFunction first = call.arguments().get(0).accept(this);
            final IntToDoubleFunction second = call.arguments().get(1).accept(this);
            return row -> binary.operation().applyAsDouble(first.applyAsDouble(row), second.applyAsDouble(row));
        }
        if (computation instanceof Function.Choice choice) {
            final IntToDoubleFunction condition = call.arguments().get(0).accept(this);
            final IntToDoubleFunction first = call.arguments().get(1).accept(this);
            final IntToDoubleFunction second = call.arguments().get(2).accept(this);
            return row -> choice.operation()
                    .applyAsDouble(condition.applyAsDouble(row), first.applyAsDouble(row), second.applyAsDouble(row));
        }
        return call.function().expand(call.arguments()).accept(this);
    }
}
