/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.function.Predicate;
import org.ratesweep.core.error.InputException;

/**
 * A path in which {@code all} may stand for any circuit or node.
 *
 * <p>{@code all} matches one level; in the last place before the operator it matches every level that is left, so that
 * {@code all/op/v} reaches the leaves of a nested circuit too. Edges have variables of their own: a path with an arrow, {@code
 * source->target/attribute}, stands for those alone, and any other path for none of them.
 */
public final class PathPattern {
    private final Predicate<String> pattern;

    /**
     * Reads a path.
     *
     * @param text for instance {@code jrc/jrc_op/V_e}, {@code all/jrc_op/V_e} or {@code all/pro/m->all/rpo_e/m_in/weight}
     * @throws InputException if the text is not at least {@code node/operator/variable}, or source and target are not
     */
    public PathPattern(final String text) {
        this.pattern = text.contains(ModelEdge.ARROW) ? new EdgePattern(text)::matches : new NodePattern(text)::matches;
    }

    /**
     * Tells whether a path is one of those that the text stands for.
     *
     * @param path the full path of a variable
     */
    public boolean matches(final String path) {
        return pattern.test(path);
    }
}
