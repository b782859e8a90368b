/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/**
 * An operation that is written between its two operands. Numbers are doubles, so that division never truncates; truth is
 * 1 and falsehood 0, as {@link Conditions} has it.
 */
public enum Operator {
    /** The sum of two operands. */
    ADD("+", Binding.SUM, (left, right) -> left + right),
    /** The left operand less the right one. */
    SUBTRACT("-", Binding.SUM, (left, right) -> left - right),
    /** The product of two operands. */
    MULTIPLY("*", Binding.PRODUCT, (left, right) -> left * right),
    /** The left operand divided by the right one. */
    DIVIDE("/", Binding.PRODUCT, (left, right) -> left / right),
    /** The left operand to the power of the right one, as {@link Math#pow} computes it. */
    POWER("^", Binding.POWER, new Function.Binary(Math.class, "pow", Math::pow)),
    /** Whether the left operand is below the right one. */
    LESS("<", Binding.COMPARISON, Conditions.method("less", Conditions::less)),
    /** Whether the left operand is not above the right one. */
    LESS_OR_EQUAL("<=", Binding.COMPARISON, Conditions.method("lessOrEqual", Conditions::lessOrEqual)),
    /** Whether the left operand is above the right one. */
    GREATER(">", Binding.COMPARISON, Conditions.method("greater", Conditions::greater)),
    /** Whether the left operand is not below the right one. */
    GREATER_OR_EQUAL(">=", Binding.COMPARISON, Conditions.method("greaterOrEqual", Conditions::greaterOrEqual)),
    /** Whether both operands are the same number. */
    EQUAL("==", Binding.COMPARISON, Conditions.method("equal", Conditions::equal)),
    /** Whether the operands are different numbers. */
    NOT_EQUAL("!=", Binding.COMPARISON, Conditions.method("notEqual", Conditions::notEqual)),
    /** Whether both operands are true. */
    AND("and", Binding.CONJUNCTION, Conditions.method("and", Conditions::and)),
    /** Whether at least one operand is true. */
    OR("or", Binding.DISJUNCTION, Conditions.method("or", Conditions::or));

    private final String symbol;
    private final Binding binding;
    private final DoubleBinaryOperator operation;
    private final Optional<Function.Binary> method;

    Operator(final String symbol, final Binding binding, final DoubleBinaryOperator operation) {
        this.symbol = symbol;
        this.binding = binding;
        this.operation = operation;
        this.method = Optional.empty();
    }

    Operator(final String symbol, final Binding binding, final Function.Binary method) {
        this.symbol = symbol;
        this.binding = binding;
        this.operation = method.operation();
        this.method = Optional.of(method);
    }

    /** Returns how the operator is written, and printed. */
    public String symbol() {
        return symbol;
    }

    /** Returns how tightly it holds its operands together. */
    Binding binding() {
        return binding;
    }

    /** Returns the static method that computes the operation; empty if it is an instruction of the virtual machine. */
    public Optional<Function.Binary> method() {
        return method;
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
