/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.yaml;

import java.util.List;
import java.util.stream.Collectors;
import org.ratesweep.core.error.SourceLocation;

/**
 * Values in a row.
 *
 * @param elements the values
 * @param location where the sequence begins
 */
public record YamlSequence(List<YamlNode> elements, SourceLocation location) implements YamlNode {
    private static final int MOST_ELEMENTS_IN_WORDS = 4;

    public YamlSequence {
        elements = List.copyOf(elements);
    }

    @Override
    public YamlSequence asSequence(final String subject) {
        return this;
    }

    @Override
    public String words() {
        if (elements.isEmpty()) {
            return "an empty list";
        }
        final String first = elements.stream()
                .limit(MOST_ELEMENTS_IN_WORDS)
                .map(element -> element instanceof YamlScalar scalar ? scalar.shortened() : "…")
                .collect(Collectors.joining(", "));
        return "the list [" + first + (elements.size() > MOST_ELEMENTS_IN_WORDS ? ", …]" : "]");
    }
}
