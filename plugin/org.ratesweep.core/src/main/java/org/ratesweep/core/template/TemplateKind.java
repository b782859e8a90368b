/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The four kinds of templates. */
public enum TemplateKind {
    /** Equations with their variables. */
    OPERATOR("OperatorTemplate", "an operator template"),
    /** Operators that make up a population. */
    NODE("NodeTemplate", "a node template"),
    /** Operators that a signal passes on its way between nodes. */
    EDGE("EdgeTemplate", "an edge template"),
    /** Nodes, or circuits, joined by edges. */
    CIRCUIT("CircuitTemplate", "a circuit template");

    private final String baseName;
    private final String words;

    TemplateKind(final String baseName, final String words) {
        this.baseName = baseName;
        this.words = words;
    }

    /** Returns what the key {@code base} says of a template of this kind that derives from no other. */
    public String baseName() {
        return baseName;
    }

    /** Returns the kind with its article, for messages. */
    public String words() {
        return words;
    }

    static Optional<TemplateKind> ofBaseName(final String baseName) {
        return Arrays.stream(values())
                .filter(kind -> kind.baseName.equals(baseName))
                .findFirst();
    }

    static List<String> baseNames() {
        return Arrays.stream(values()).map(TemplateKind::baseName).toList();
    }
}
