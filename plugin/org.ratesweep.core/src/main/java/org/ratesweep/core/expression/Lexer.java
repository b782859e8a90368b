/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text of the equation language into words.
 *
 * <p>The text need not be a whole equation: what a template says to replace in an equation, such as {@code *b}, is cut
 * in the same way. White space separates words and is dropped.
 */
public final class Lexer {
    /** The longest text that is read, far beyond what is written by hand. */
    public static final int MOST_CHARACTERS = 100_000;

    private static final String NUMBER = "(?:[0-9]++\\.?[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?";
    private static final String NAME = "[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_]*+";
    // The first alternative that fits wins, so that longer signs come first.
    private static final String SYMBOL = "\\*\\*|[-+*/]=|[<>=!]=|&&|\\|\\||[-+*/^%@!&|<>=(),'\\[\\]:?]";
    private static final Pattern WORD =
            Pattern.compile("(?<number>" + NUMBER + ")|(?<name>" + NAME + ")|(?<symbol>" + SYMBOL + ")");

    private Lexer() {}

    /**
     * Cuts a text into words.
     *
     * @param text an equation or a part of one
     * @return its words in order
     * @throws org.ratesweep.core.error.InputException if a character belongs to no word, or the text is longer than
     *     {@link #MOST_CHARACTERS}
     */
    public static List<Token> tokens(final String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw SyntaxError.unreadable(
                    text,
                    MOST_CHARACTERS,
                    "it has more than " + MOST_CHARACTERS + " characters; split it with auxiliary variables");
        }
        final List<Token> tokens = new ArrayList<>();
        final Matcher word = WORD.matcher(text);
        int offset = 0;
        while (offset < text.length()) {
            if (isBlank(text.charAt(offset))) {
                offset++;
            } else if (word.region(offset, text.length()).lookingAt()) {
                tokens.add(new Token(kind(word), word.group(), offset));
                offset = word.end();
            } else {
                final String character = Character.toString(text.codePointAt(offset));
                throw SyntaxError.unreadable(text, offset, "unexpected character '" + character + "'");
            }
        }
        return List.copyOf(tokens);
    }

    private static boolean isBlank(final char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static Token.Kind kind(final Matcher word) {
        if (word.group("number") != null) {
            return Token.Kind.NUMBER;
        }
        return word.group("name") != null ? Token.Kind.NAME : Token.Kind.SYMBOL;
    }
}
