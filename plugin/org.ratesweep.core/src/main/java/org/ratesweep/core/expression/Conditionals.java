/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of conditions, and what to write instead of those that other languages have. */
final class Conditionals {
    /** Names that no variable can have. */
    static final Set<String> CONNECTIVES = Set.of("and", "or", "not");

    private static final String AND = "write 'and'";
    private static final String OR = "write 'or'";
    private static final String NOT = "write 'not', in brackets where it is an operand of anything but 'and' or 'or'";
    private static final String WHERE = "write where(condition, x, y) for a choice";
    private static final Map<String, String> ADVICE = Map.of(
            "&", AND, "&&", AND, "|", OR, "||", OR, "!", NOT, "not", NOT, "?", WHERE, "if", WHERE, "else", WHERE);

    private Conditionals() {}

    /** Returns what to write instead of a word that stands where it cannot. */
    static Optional<String> advice(final Token word) {
        return Optional.ofNullable(ADVICE.get(word.text()));
    }
}
