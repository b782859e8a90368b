/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One equation of an operator.
 *
 * @param target the variable on the left-hand side
 * @param part which elements of the variable it gives, if not all: a call of {@link Function#INDEX}, {@link
 *     Function#INDEX_AXIS} or {@link Function#INDEX_RANGE} with the variable as first argument
 * @param kind what the equation says about it
 * @param right the right-hand side
 * @param past the values from the past that the right-hand side refers to, by the names that it has for them
 * @param text the equation as the user wrote it, for messages
 */
public record Equation(
        String target,
        Optional<Expression.Call> part,
        Kind kind,
        Expression right,
        Map<String, PastValue> past,
        String text) {

    /** What an equation says about its target. */
    public enum Kind {
        /** The right-hand side is the target's rate of change. */
        DERIVATIVE,
        /** The right-hand side is the target's value. */
        ALGEBRAIC
    }

    public Equation {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(right, "right");
        past = Map.copyOf(past);
        Objects.requireNonNull(text, "text");
    }

    /**
     * Reads an equation in one of the forms {@code d/dt * x = e}, {@code d/dt x = e}, {@code x' = e} and {@code a = e}.
     * PyRates rejects the second form. In the place of {@code x} or {@code a} may stand elements of a vector, {@code index(x,
     * i)} or {@code index_range(x, i, j)}.
     *
     * @param text the equation
     * @return the equation
     * @throws org.ratesweep.core.error.InputException if the text is no equation, or uses what is not supported yet;
     *     the message shows where
     */
    public static Equation parse(final String text) {
        return Parser.equation(text);
    }
}
