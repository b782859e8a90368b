/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.standin.parameters;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.knime.node.parameters.persistence.Persistable;

/** The part of a filter in which a pattern takes names, or leaves them out. */
public final class NamePattern implements Persistable {
    String m_pattern = "";
    boolean m_isCaseSensitive;
    boolean m_isInverted;

    /** Tells whether a name is taken by a regular expression; none takes no name. */
    public boolean takesAsExpression(final String name) {
        return takes(m_pattern.isEmpty() ? "(?!)" : m_pattern, name);
    }

    /** Tells whether a name is taken by a pattern in which * stands for any text and ? for any character. */
    public boolean takesWithWildcards(final String name) {
        return takes(
                m_pattern
                        .codePoints()
                        .mapToObj(Character::toString)
                        .map(character -> switch (character) {
                            case "*" -> ".*";
                            case "?" -> ".";
                            default -> Pattern.quote(character);
                        })
                        .collect(Collectors.joining()),
                name);
    }

    private boolean takes(final String expression, final String name) {
        final boolean matches = Pattern.compile(
                        expression, m_isCaseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(name)
                .matches();
        return matches != m_isInverted;
    }
}
