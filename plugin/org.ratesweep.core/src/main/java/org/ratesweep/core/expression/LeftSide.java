/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ratesweep.core.error.InputException;

/**
 * What stands in front of the equals sign.
 *
 * @param target the variable
 * @param part which of its elements, if the equation is not about all of them
 * @param kind whether its derivative or its value is given
 */
record LeftSide(String target, Optional<Expression.Call> part, Equation.Kind kind) {
    private static final String FORMS = "x' = …, d/dt * x = … or x = …";
    private static final List<String> DERIVATIVE = List.of("d", "/", "dt");
    private static final Set<Function> PARTS = Set.of(Function.INDEX, Function.INDEX_AXIS, Function.INDEX_RANGE);

    /**
     * Reads a left-hand side.
     *
     * @param text the whole equation, for messages
     * @param tokens the words in front of the equals sign
     */
    static LeftSide of(final String text, final List<Token> tokens) {
        final List<Token> given = withoutDerivative(tokens);
        final Equation.Kind kind = given.size() == tokens.size() ? Equation.Kind.ALGEBRAIC : Equation.Kind.DERIVATIVE;
        if (given.size() == 1 && given.get(0).kind() == Token.Kind.NAME) {
            return new LeftSide(given.get(0).text(), Optional.empty(), kind);
        }
        if (given.size() > 1 && given.get(1).is("(") && isPart(given.get(0).text())) {
            return part(text, given, kind);
        }
        throw unreadable(text, tokens);
    }

    /** Returns what {@code '} stands behind or {@code d/dt} in front of, else all words. */
    private static List<Token> withoutDerivative(final List<Token> tokens) {
        final int size = tokens.size();
        if (size > 1 && tokens.get(size - 1).is("'")) {
            return tokens.subList(0, size - 1);
        }
        final boolean derivative = size > DERIVATIVE.size()
                && tokens.stream()
                        .limit(DERIVATIVE.size())
                        .map(Token::text)
                        .toList()
                        .equals(DERIVATIVE);
        if (!derivative) {
            return tokens;
        }
        return tokens.subList(tokens.get(DERIVATIVE.size()).is("*") ? DERIVATIVE.size() + 1 : DERIVATIVE.size(), size);
    }

    private static boolean isPart(final String name) {
        return Function.named(name).stream().anyMatch(PARTS::contains);
    }

    private static LeftSide part(final String text, final List<Token> tokens, final Equation.Kind kind) {
        if (Parser.leftSide(text, tokens) instanceof Expression.Call call
                && PARTS.contains(call.function())
                && call.arguments().get(0) instanceof Expression.Variable variable) {
            return new LeftSide(variable.name(), Optional.of(call), kind);
        }
        throw SyntaxError.unreadable(
                text,
                tokens.get(0).offset(),
                "expected index(x, i) or index_range(x, a, b) of a variable x, or its first derivative, before '='");
    }

    private static InputException unreadable(final String text, final List<Token> tokens) {
        if (tokens.isEmpty()) {
            return SyntaxError.unreadable(text, 0, "expected a variable before '='; write " + FORMS);
        }
        int primes = 0;
        for (final Token token : tokens) {
            primes += token.is("'") ? 1 : 0;
            if (primes > 1) {
                final String what = "only first derivatives are supported; give the derivative a name of its own";
                return SyntaxError.unreadable(text, token.offset(), what);
            }
            if (token.is("[")) {
                return SyntaxError.unreadable(text, token.offset(), MissingFeatures.SUBSCRIPTS);
            }
        }
        final Token first = tokens.get(0);
        final String name = first.text();
        final boolean quotient = tokens.size() == 3
                && tokens.get(1).is("/")
                && tokens.get(2).text().equals("dt");
        if (quotient && name.length() > 1 && name.startsWith("d")) {
            final String meant = name.substring(1);
            final String what = "write a derivative as " + meant + "' = … or d/dt * " + meant + " = …";
            return SyntaxError.unreadable(text, first.offset(), what);
        }
        return SyntaxError.unreadable(
                text, first.offset(), "expected one variable or its first derivative before '='; write " + FORMS);
    }
}
