/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.List;
import java.util.stream.Stream;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.SourceLocation;
import org.ratesweep.core.expression.Lexer;
import org.ratesweep.core.expression.Token;

/**
 * A text of the equation language, cut into words.
 *
 * @param text the text
 * @param tokens its words
 */
record Words(String text, List<Token> tokens) {
    private static final List<String> DERIVATIVE = List.of("d", "/", "dt");

    static Words of(final String text, final SourceLocation location) {
        try {
            return new Words(text, Lexer.tokens(text));
        } catch (final InputException problem) {
            throw InputException.at(location, problem.problem());
        }
    }

    /** Returns the number of words of the {@code d/dt} at the start, which are no names of variables. */
    int derivative() {
        final int length = DERIVATIVE.size();
        return tokens.size() >= length
                        && tokens.stream()
                                .limit(length)
                                .map(Token::text)
                                .toList()
                                .equals(DERIVATIVE)
                ? length
                : 0;
    }

    /** Returns the names of variables and functions. */
    Stream<String> names() {
        return tokens.stream()
                .skip(derivative())
                .filter(token -> token.kind() == Token.Kind.NAME)
                .map(Token::text);
    }

    /** Returns whether the given words stand here, one after the other, from the word of the given index on. */
    boolean hasAt(final int index, final Words other) {
        final int end = index + other.tokens.size();
        final boolean cutsDerivative = index < derivative() && (index > 0 || end < derivative());
        if (end > tokens.size() || cutsDerivative) {
            return false;
        }
        for (int i = 0; i < other.tokens.size(); i++) {
            if (!tokens.get(index + i).text().equals(other.tokens.get(i).text())) {
                return false;
            }
        }
        return true;
    }
}
