/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.List;
import org.ratesweep.core.error.InputException;

/**
 * A path in which {@code all} may stand for any circuit or node.
 *
 * <p>{@code all} matches one level; in the last place before the operator it matches every level that is left, so that
 * {@code all/op/v} reaches the leaves of a nested circuit too.
 */
public final class PathPattern {
    private static final String ALL = "all";

    private final List<String> levels;
    private final String variable;

    /**
     * Reads a path.
     *
     * @param text for instance {@code jrc/jrc_op/V_e} or {@code all/jrc_op/V_e}
     * @throws InputException if the text is not at least {@code node/operator/variable}
     */
    public PathPattern(final String text) {
        final List<String> segments = List.of(text.split("/", -1));
        if (segments.size() < 3 || segments.contains("")) {
            throw new InputException("'" + text + "' is not the path of a variable; expected node/operator/variable, "
                    + "with the circuits in front where they are nested");
        }
        levels = segments.subList(0, segments.size() - 2);
        variable = segments.get(segments.size() - 2) + "/" + segments.get(segments.size() - 1);
    }

    /** Tells whether the text names one path, without {@code all}. */
    public boolean isExact() {
        return !levels.contains(ALL);
    }

    /**
     * Tells whether a path is one of those that the text stands for. Weights of edges are no part of a node: whoever
     * looks for variables asks about those alone.
     *
     * @param path a full path, {@code node/operator/variable}
     */
    public boolean matches(final String path) {
        if (!path.endsWith("/" + variable)) {
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
