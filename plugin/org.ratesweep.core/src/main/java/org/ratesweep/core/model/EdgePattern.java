/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.Optional;
import java.util.stream.IntStream;
import org.ratesweep.core.error.InputException;

/** The path of an edge's variable in which {@code all} may stand for any circuit or node of source and target. */
final class EdgePattern {
    /** An attribute is {@code weight} and so on, or {@code operator/variable}. */
    private static final int MOST_LEVELS_OF_ATTRIBUTE = 2;

    private final NodePattern source;
    private final String behind;

    /**
     * @param text for instance {@code all/pro/m->all/rpo_e/m_in/weight}
     * @throws InputException if the source or the target is not at least {@code node/operator/variable}
     */
    EdgePattern(final String text) {
        final int arrow = text.indexOf(ModelEdge.ARROW);
        source = new NodePattern(text.substring(0, arrow));
        behind = text.substring(arrow + ModelEdge.ARROW.length());
        if (target(behind, 1).isEmpty()) {
            throw new InputException("'" + text + "' is not the path of an edge's variable; expected "
                    + "source->target/attribute, with source and target as node/operator/variable");
        }
    }

    boolean matches(final String path) {
        final int arrow = path.indexOf(ModelEdge.ARROW);
        if (arrow < 0) {
            return false;
        }
        final String actual = path.substring(arrow + ModelEdge.ARROW.length());
        return source.matches(path.substring(0, arrow))
                && IntStream.rangeClosed(1, MOST_LEVELS_OF_ATTRIBUTE).anyMatch(levels -> matches(actual, levels));
    }

    private boolean matches(final String actual, final int levels) {
        final Optional<String> wanted = target(behind, levels);
        final Optional<String> found = target(actual, levels);
        return wanted.isPresent()
                && found.isPresent()
                && behind.substring(wanted.get().length())
                        .equals(actual.substring(found.get().length()))
                && index(wanted.get()).equals(index(found.get()))
                && new NodePattern(withoutIndex(wanted.get())).matches(withoutIndex(found.get()));
    }

    /** What is left in front of an attribute of so many levels, if that can be a path. */
    private static Optional<String> target(final String text, final int levels) {
        String target = text;
        for (int i = 0; i < levels; i++) {
            target = target.substring(0, Math.max(0, target.lastIndexOf('/')));
        }
        return Optional.of(target).filter(path -> NodePattern.isPath(withoutIndex(path)));
    }

    private static String index(final String target) {
        return target.substring(withoutIndex(target).length());
    }

    private static String withoutIndex(final String target) {
        final int mark = target.lastIndexOf('#');
        return mark < 0 || mark < target.lastIndexOf('/') ? target : target.substring(0, mark);
    }
}
