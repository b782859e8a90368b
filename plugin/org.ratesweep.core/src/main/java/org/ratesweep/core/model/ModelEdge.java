/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.Optional;

/**
 * An edge of the flattened system.
 *
 * @param source the full path of the variable that it reads
 * @param target the full path of the input that it feeds
 * @param index its number among the edges with the same source and target, from 0, in the order of the templates
 * @param template the name of the edge template that it goes through, if it does
 * @param weight the parameter that scales it
 */
public record ModelEdge(String source, String target, int index, Optional<String> template, Parameter weight) {
    /** What stands between source and target in the paths of an edge's variables, and in no other path. */
    public static final String ARROW = "->";

    static final String WEIGHT = "weight";
    static final String DELAY = "delay";
    static final String SPREAD = "spread";

    /** Returns what stands in front of the attribute in the paths of an edge's variables. */
    static String nameOf(final String source, final String target, final int index) {
        return source + ARROW + target + (index == 0 ? "" : "#" + index);
    }

    /** Returns what the paths of the edge's variables begin with: {@code source->target}, and {@code #i} if need be. */
    public String name() {
        return nameOf(source, target, index);
    }

    /**
     * Returns the path of one of the edge's variables.
     *
     * @param attribute {@code weight}, {@code delay}, {@code spread} or, for an operator of the edge's template, {@code
     *     operator/variable}; the name of the template and a slash may stand in front
     */
    public String path(final String attribute) {
        final String prefix = template.orElse("") + "/";
        return name() + "/" + (attribute.startsWith(prefix) ? attribute.substring(prefix.length()) : attribute);
    }
}
