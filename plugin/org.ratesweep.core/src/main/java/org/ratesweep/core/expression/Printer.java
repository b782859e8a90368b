/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.List;

/**
 * Prints a tree as the parser would read it, with no bracket that could be left out. Each case returns the text so far.
 */
final class Printer implements Expression.Visitor<StringBuilder> {
    private static final double FIRST_WITH_EXPONENT = 1e7;

    private final StringBuilder text = new StringBuilder();

    private Printer() {}

    static String print(final Expression expression) {
        return expression.accept(new Printer()).toString();
    }

    @Override
    public StringBuilder constant(final Expression.Constant constant) {
        final double value = constant.value();
        final String written = Double.toString(value);
        final boolean plain = value == Math.rint(value) && Math.abs(value) < FIRST_WITH_EXPONENT;
        return text.append(plain ? written.substring(0, written.indexOf('.')) : written);
    }

    @Override
    public StringBuilder variable(final Expression.Variable variable) {
        return text.append(variable.name());
    }

    @Override
    public StringBuilder negation(final Expression.Negation negation) {
        text.append('-');
        // Without brackets, the parser would take the sign for a part of the number.
        final boolean number = negation.operand() instanceof Expression.Constant constant && !Binding.hasSign(constant);
        return number ? bracketed(negation.operand()) : operand(negation.operand(), Binding.SIGN);
    }

    @Override
    public StringBuilder binary(final Expression.Binary binary) {
        return switch (binary.operator().binding()) {
            case DISJUNCTION -> infix(binary, Binding.DISJUNCTION, Binding.CONJUNCTION, " ");
            case CONJUNCTION -> infix(binary, Binding.CONJUNCTION, Binding.INVERSION, " ");
            case COMPARISON -> infix(binary, Binding.SUM, Binding.SUM, " ");
            case SUM -> infix(binary, Binding.PRODUCT, Binding.PRODUCT, " ");
            case PRODUCT -> infix(binary, Binding.PRODUCT, Binding.SIGN, "");
            case POWER -> infix(binary, Binding.ATOM, Binding.SIGN, "");
            case INVERSION, SIGN, ATOM -> throw new IllegalStateException(binary.operator() + " has two operands");
        };
    }

    @Override
    public StringBuilder sum(final Expression.Sum sum) {
        final List<Expression> terms = sum.terms();
        operand(terms.get(0), Binding.PRODUCT);
        for (final Expression term : terms.subList(1, terms.size())) {
            if (term instanceof Expression.Negation negation) {
                text.append(" - ");
                operand(negation.operand(), Binding.PRODUCT);
            } else {
                text.append(" + ");
                operand(term, Binding.PRODUCT);
            }
        }
        return text;
    }

    @Override
    public StringBuilder call(final Expression.Call call) {
        if (call.function() == Function.NOT) {
            text.append("not ");
            return operand(call.arguments().get(0), Binding.INVERSION);
        }
        text.append(call.function().names().get(0));
        String before = "(";
        for (final Expression argument : call.arguments()) {
            text.append(before);
            argument.accept(this);
            before = ", ";
        }
        return text.append(')');
    }

    @Override
    public StringBuilder units(final Expression.Units units) {
        text.append("units(");
        units.operand().accept(this);
        return text.append(", ").append(units.selection()).append(')');
    }

    @Override
    public StringBuilder combination(final Expression.Combination combination) {
        text.append("sums(");
        combination.operand().accept(this);
        return text.append(", ").append(combination.map()).append(')');
    }

    @Override
    public StringBuilder joined(final Expression.Joined joined) {
        String before = "joined(";
        for (final Expression.Joined.Part part : joined.parts()) {
            text.append(before);
            part.expression().accept(this);
            before = ", ";
        }
        return text.append(')');
    }

    private StringBuilder infix(
            final Expression.Binary binary, final Binding left, final Binding right, final String blank) {
        operand(binary.left(), left);
        text.append(blank).append(binary.operator().symbol()).append(blank);
        return operand(binary.right(), right);
    }

    private StringBuilder operand(final Expression operand, final Binding required) {
        return Binding.of(operand).compareTo(required) < 0 ? bracketed(operand) : operand.accept(this);
    }

    private StringBuilder bracketed(final Expression operand) {
        text.append('(');
        return operand.accept(this).append(')');
    }
}
