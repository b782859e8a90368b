/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.ArrayList;
import java.util.List;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.Function;
import org.ratesweep.core.expression.Operator;

/**
 * Takes the noise out of equations: every {@code noise(sigma)} becomes {@code sigma} times a signal of its own.
 *
 * <pre>
 * x' = (noise(s) - x)/tau    becomes    x' = (s*xi - x)/tau    with the signal xi
 * </pre>
 */
final class NoiseTerms {
    private final List<Signal> signals = new ArrayList<>();

    /** Returns the signals of all terms so far, in the order in which they were met. */
    List<Signal> signals() {
        return signals;
    }

    /**
     * Returns a differential equation with signals in the places of noise.
     *
     * @throws InputException if noise is not a term of the derivative, or goes through a function or a power
     */
    StateVariable without(final StateVariable variable) {
        if (!variable.derivative().calls(Function.NOISE)) {
            return variable;
        }
        return new StateVariable(
                variable.path(),
                variable.values(),
                linear(variable.derivative(), variable, variable.extent()),
                variable.equation());
    }

    /** Refuses noise in an equation at an instant. */
    static void refuseIn(final AlgebraicVariable variable) {
        if (variable.expression().calls(Function.NOISE)) {
            throw new InputException("noise() in the equation " + variable.equation() + " of '" + variable.path()
                    + "': white noise has no value at an instant; add it to a differential equation");
        }
    }

    /** Takes the noise out of an expression that has some units. */
    private Expression linear(final Expression expression, final StateVariable variable, final int extent) {
        if (!expression.calls(Function.NOISE)) {
            return expression;
        }
        if (expression instanceof Expression.Joined joined) {
            return new Expression.Joined(joined.parts().stream()
                    .map(part -> new Expression.Joined.Part(
                            linear(part.expression(), variable, part.extent()), part.extent()))
                    .toList());
        }
        if (expression instanceof Expression.Sum sum) {
            return new Expression.Sum(sum.terms().stream()
                    .map(term -> linear(term, variable, extent))
                    .toList());
        }
        if (expression instanceof Expression.Negation negation) {
            return new Expression.Negation(linear(negation.operand(), variable, extent));
        }
        if (expression instanceof Expression.Binary binary && isLinear(binary)) {
            return new Expression.Binary(
                    binary.operator(),
                    linear(binary.left(), variable, extent),
                    linear(binary.right(), variable, extent));
        }
        if (expression instanceof Expression.Call call
                && call.function() == Function.NOISE
                && !call.arguments().get(0).calls(Function.NOISE)) {
            final Signal signal = Signal.noise(variable.path(), signals.size(), extent);
            signals.add(signal);
            return new Expression.Binary(
                    Operator.MULTIPLY, call.arguments().get(0), new Expression.Variable(signal.name()));
        }
        throw new InputException("noise() in the equation " + variable.equation() + " of '" + variable.path()
                + "' goes through a function, a power or a product with other noise; it can only be added, subtracted, "
                + "multiplied and divided by, as in x' = -x/tau + noise(sigma)");
    }

    private static boolean isLinear(final Expression.Binary binary) {
        final boolean left = binary.left().calls(Function.NOISE);
        final boolean right = binary.right().calls(Function.NOISE);
        return switch (binary.operator()) {
            case ADD, SUBTRACT -> true;
            case MULTIPLY -> !(left && right);
            case DIVIDE -> !right;
            default -> false;
        };
    }
}
