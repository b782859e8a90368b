/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;

final class LexerTest {
    @Test
    void cutsWordsWhereverTheyStand() {
        assertEquals(
                List.of("rr", "'", "=", "r", "**", "2", "*", "(", "r_a", "-", "1e-3", ")", "^", ".5", ">=", "2."),
                Lexer.tokens("rr'=r**2*(r_a-1e-3) ^ .5 >= 2.").stream()
                        .map(Token::text)
                        .toList());
        assertEquals(
                List.of("*", "b"), Lexer.tokens("*b").stream().map(Token::text).toList());
        assertEquals(List.of(), Lexer.tokens(" \t\n"));
    }

    @Test
    void knowsWhereAWordStands() {
        final String text = "x' = 2.5*\n V_e";
        for (final Token token : Lexer.tokens(text)) {
            assertEquals(token.text(), text.substring(token.offset(), token.end()));
        }
        assertEquals(new Token(Token.Kind.NAME, "V_e", 11), Lexer.tokens(text).get(5));
        assertEquals(Token.Kind.NUMBER, Lexer.tokens(text).get(3).kind());
    }

    @Test
    void leavesWhatBehindANumberIsNoExponent() {
        assertEquals(
                List.of("2", "e"), Lexer.tokens("2e").stream().map(Token::text).toList());
        assertEquals(
                List.of("2e3", "e"),
                Lexer.tokens("2e3e").stream().map(Token::text).toList());
    }

    @Test
    void showsAnUndeclaredVariable() {
        final String text = "x' = V_xx + V_x*V_x";
        final String what = "undeclared variable 'V_x'" + NearMatches.suggest("V_x", List.of("V_e", "tau"));
        final InputException undeclared = SyntaxError.atName(text, "V_x", what);
        final String expected = String.join(
                System.lineSeparator(),
                "undeclared variable 'V_x'; did you mean 'V_e'?",
                "    x' = V_xx + V_x*V_x",
                "                ^ column 13");
        assertEquals(expected, undeclared.problem());
    }

    @Test
    void showsLongAndBrokenTextsOnOneLine() {
        final String text = "x' = a" + "\n + b".repeat(100);
        final InputException error = SyntaxError.in(text, 255, "here");
        final List<String> lines = error.problem().lines().toList();
        assertEquals(3, lines.size());
        assertEquals(text.charAt(255), lines.get(1).charAt(lines.get(2).indexOf('^')));
        assertTrue(lines.get(2).endsWith("^ column 256"));
        assertTrue(lines.get(1).length() < 120);
    }
}
