/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.port;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ratesweep.core.error.InputException;

/**
 * A path in which {@code all} may stand for any circuit or node, as the core understands it: for one level, or in the
 * last place before the operator for every level that is left.
 */
final class PathPattern {
    private static final String ALL = "all";
    private static final String LEVEL = "[^/]+";
    private static final int OPERATOR_AND_VARIABLE = 2;

    private final Pattern pattern;

    /**
     * @param text for instance {@code jrc/jrc_op/V_e} or {@code all/jrc_op/V_e}
     * @throws InputException if the text is not at least {@code node/operator/variable}
     */
    PathPattern(final String text) {
        final List<String> segments = Arrays.asList(text.split("/", -1));
        if (segments.size() <= OPERATOR_AND_VARIABLE || segments.contains("")) {
            throw new InputException("'" + text + "' is not the path of a variable; expected node/operator/variable, "
                    + "with the circuits in front where they are nested");
        }
        final int levels = segments.size() - OPERATOR_AND_VARIABLE;
        final String last = segments.get(levels - 1);
        final String above = segments.subList(0, levels - 1).stream()
                .map(level -> level(level) + "/")
                .collect(Collectors.joining());
        final String rest = segments.subList(levels, segments.size()).stream()
                .map(segment -> "/" + Pattern.quote(segment))
                .collect(Collectors.joining());
        pattern = Pattern.compile(above + (last.equals(ALL) ? LEVEL + "(/" + LEVEL + ")*" : level(last)) + rest);
    }

    private static String level(final String level) {
        return level.equals(ALL) ? LEVEL : Pattern.quote(level);
    }

    boolean matches(final String path) {
        return pattern.matcher(path).matches();
    }
}
