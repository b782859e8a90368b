/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.List;
import org.ratesweep.core.error.InputException;

/**
 * The path of a node's variable in which {@code all} may stand for any circuit or node.
 *
 * <p>{@code all} matches one level; in the last place before the operator it matches every level that is left, so that
 * {@code all/op/v} reaches the leaves of a nested circuit too.
 */
final class NodePattern {
    private static final String ALL = "all";
    private static final int FEWEST_LEVELS = 3;

    private final List<String> levels;
    private final String variable;

    /**
     * Reads a path.
     *
     * @param text for instance {@code jrc/jrc_op/V_e} or {@code all/jrc_op/V_e}
     * @throws InputException if the text is not at least {@code node/operator/variable}
     */
    NodePattern(final String text) {
        final List<String> segments = List.of(text.split("/", -1));
        if (!isPath(text)) {
            throw new InputException("'" + text + "' is not the path of a variable; expected node/operator/variable, "
                    + "with the circuits in front where they are nested");
        }
        levels = segments.subList(0, segments.size() - 2);
        variable = segments.get(segments.size() - 2) + "/" + segments.get(segments.size() - 1);
    }

    static boolean isPath(final String text) {
        final List<String> segments = List.of(text.split("/", -1));
        return segments.size() >= FEWEST_LEVELS && !segments.contains("");
    }

    boolean matches(final String path) {
        if (!path.endsWith("/" + variable) || path.contains(ModelEdge.ARROW)) {
            return false;
        }
        final String[] actual =
                path.substring(0, path.length() - variable.length() - 1).split("/");
        final int last = levels.size() - 1;
        final boolean open = levels.get(last).equals(ALL);
        if (open ? actual.length < levels.size() : actual.length != levels.size()) {
            return false;
        }
        for (int i = 0; i <= last; i++) {
            if (!levels.get(i).equals(ALL) && !levels.get(i).equals(actual[i])) {
                return false;
            }
        }
        return true;
    }
}
