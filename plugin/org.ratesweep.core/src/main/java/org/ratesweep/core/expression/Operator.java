/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.function.DoubleBinaryOperator;

/** An operation that is written between its two operands. Numbers are doubles, so that division never truncates. */
public enum Operator {
    /** The sum of two operands. */
    ADD("+", (left, right) -> left + right),
    /** The left operand less the right one. */
    SUBTRACT("-", (left, right) -> left - right),
    /** The product of two operands. */
    MULTIPLY("*", (left, right) -> left * right),
    /** The left operand divided by the right one. */
    DIVIDE("/", (left, right) -> left / right),
    /** The left operand to the power of the right one, as {@link Math#pow} computes it. */
    POWER("^", Math::pow);

    private final String symbol;
    private final DoubleBinaryOperator operation;

    Operator(final String symbol, final DoubleBinaryOperator operation) {
        this.symbol = symbol;
        this.operation = operation;
    }

    /** Returns how the operator is printed. */
    public String symbol() {
        return symbol;
    }

    /**
     * Computes the operation.
     *
     * @param left the left operand
     * @param right the right operand
     * @return the result in double precision, never an exception
     */
    public double apply(final double left, final double right) {
        return operation.applyAsDouble(left, right);
    }
}
