/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.List;
import org.ratesweep.core.error.InputException;

/**
 * What stands in front of the equals sign.
 *
 * @param target the variable
 * @param kind whether its derivative or its value is given
 */
record LeftSide(String target, Equation.Kind kind) {
    private static final String FORMS = "x' = …, d/dt * x = … or x = …";
    /** Each form as its words' texts, a name being {@code x}. */
    private static final List<String> ALGEBRAIC = List.of("x");

    private static final List<List<String>> DERIVATIVES =
            List.of(List.of("x", "'"), List.of("d", "/", "dt", "*", "x"), List.of("d", "/", "dt", "x"));

    /**
     * Reads a left-hand side.
     *
     * @param text the whole equation, for messages
     * @param tokens the words in front of the equals sign
     */
    static LeftSide of(final String text, final List<Token> tokens) {
        if (matches(tokens, ALGEBRAIC)) {
            return new LeftSide(name(tokens), Equation.Kind.ALGEBRAIC);
        }
        if (DERIVATIVES.stream().anyMatch(form -> matches(tokens, form))) {
            return new LeftSide(name(tokens), Equation.Kind.DERIVATIVE);
        }
        throw unreadable(text, tokens);
    }

    private static boolean matches(final List<Token> tokens, final List<String> form) {
        if (tokens.size() != form.size()) {
            return false;
        }
        for (int i = 0; i < form.size(); i++) {
            final Token token = tokens.get(i);
            final boolean isName = form.get(i).equals("x") && token.kind() == Token.Kind.NAME;
            if (!isName && !token.text().equals(form.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String name(final List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.kind() == Token.Kind.NAME)
                .reduce((first, second) -> second)
                .orElseThrow()
                .text();
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
        if (name.startsWith("index") && tokens.size() > 1 && tokens.get(1).is("(")) {
            return SyntaxError.unreadable(text, first.offset(), MissingFeatures.LEFT_INDEX);
        }
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
