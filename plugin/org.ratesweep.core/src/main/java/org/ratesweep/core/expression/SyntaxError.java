/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import org.ratesweep.core.error.InputException;

/** The message about a place in an equation: what is wrong, the equation, and a caret under the place. */
public final class SyntaxError {
    private static final String INDENT = "    ";
    private static final int MOST_SHOWN_BEFORE = 60;
    private static final int MOST_SHOWN_AFTER = 40;
    private static final String OMISSION = "…";

    private SyntaxError() {}

    /**
     * A problem at a place in an equation.
     *
     * @param text the whole equation; a long one is shown in part
     * @param offset the place, counted from 0; the length of the text means its end
     * @param what what is wrong and what was expected
     * @return the exception, to be thrown
     */
    public static InputException in(final String text, final int offset, final String what) {
        final int from = offset > MOST_SHOWN_BEFORE ? offset - MOST_SHOWN_BEFORE : 0;
        final int to = Math.min(text.length(), offset + MOST_SHOWN_AFTER);
        final String before = (from > 0 ? OMISSION : "") + singleLine(text.substring(from, offset));
        final String after = singleLine(text.substring(offset, to)) + (to < text.length() ? OMISSION : "");
        final String newLine = System.lineSeparator();
        return new InputException(what
                + newLine
                + INDENT
                + before
                + after
                + newLine
                + INDENT
                + " ".repeat(before.codePointCount(0, before.length()))
                + "^ column "
                + column(text, offset));
    }

    /**
     * A problem with a name in an equation, shown at the first place where the name stands.
     *
     * @param text the whole equation
     * @param name the name; if it does not occur, the start of the equation is shown
     * @param what what is wrong and what was expected
     * @return the exception, to be thrown
     */
    public static InputException atName(final String text, final String name, final String what) {
        final int offset = Lexer.tokens(text).stream()
                .filter(token -> token.kind() == Token.Kind.NAME && token.text().equals(name))
                .mapToInt(Token::offset)
                .findFirst()
                .orElse(0);
        return in(text, offset, what);
    }

    /** A problem that keeps an equation from being read at all. */
    static InputException unreadable(final String text, final int offset, final String what) {
        return in(text, offset, "cannot read the equation: " + what);
    }

    /** Returns the column of an offset, counted from 1. */
    static int column(final String text, final int offset) {
        return text.codePointCount(0, offset) + 1;
    }

    /** Keeps the caret under its place when a folded YAML text has line breaks or tabs. */
    private static String singleLine(final String text) {
        return text.replaceAll("\\s", " ");
    }
}
