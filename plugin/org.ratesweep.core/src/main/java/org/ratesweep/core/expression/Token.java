/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.Objects;

/**
 * A word of the equation language.
 *
 * @param kind what sort of word
 * @param text the word as written
 * @param offset where it starts in the whole text, counted from 0
 */
public record Token(Kind kind, String text, int offset) {

    /** Sorts of words. */
    public enum Kind {
        /** A decimal number without a sign. */
        NUMBER,
        /** The name of a variable or a function. */
        NAME,
        /** An operator, a bracket, a comma, a prime or an equals sign. */
        SYMBOL
    }

    public Token {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** Returns where the word ends in the whole text: the offset just after its last character. */
    public int end() {
        return offset + text.length();
    }

    /** Tells whether this is the given operator, bracket or other sign. */
    boolean is(final String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
