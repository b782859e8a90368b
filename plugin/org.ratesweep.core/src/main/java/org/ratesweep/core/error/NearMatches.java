/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names that a misspelt one may have meant, put into words. */
public final class NearMatches {
    private static final int MOST_SUGGESTIONS = 3;
    private static final int MOST_LISTED = 12;

    private NearMatches() {}

    /**
     * Ends a sentence that says that a name is unknown.
     *
     * @param wanted the name that was written
     * @param known the names that would have been understood
     * @return for instance {@code "; did you mean 'V_e' or 'V_i'?"}, else a list of the known names, else that there are none
     */
    public static String suggest(final String wanted, final Collection<String> known) {
        if (known.isEmpty()) {
            return "; there are none";
        }
        final List<String> near = of(wanted, known);
        if (!near.isEmpty()) {
            return "; did you mean "
                    + near.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "))
                    + "?";
        }
        final String listed =
                known.stream().distinct().sorted().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return "; known: " + listed + (known.stream().distinct().count() > MOST_LISTED ? ", …" : "");
    }

    /**
     * Returns the known names that are nearest to a name, the nearest first.
     *
     * @param wanted the name that was written
     * @param known the names that would have been understood
     * @return at most three names, none when nothing is near
     */
    public static List<String> of(final String wanted, final Collection<String> known) {
        final int tolerated = Math.max(1, wanted.length() / 3);
        return known.stream()
                .distinct()
                .map(name -> new Candidate(name, distance(wanted, name)))
                .filter(candidate -> candidate.distance <= tolerated)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST_SUGGESTIONS)
                .map(Candidate::name)
                .toList();
    }

    private record Candidate(String name, int distance) {}

    /** Edit distance with neighbouring letters swapped as one edit (optimal string alignment), case ignored but for a tie. */
    private static int distance(final String first, final String second) {
        final String a = first.toLowerCase(Locale.ROOT);
        final String b = second.toLowerCase(Locale.ROOT);
        if (a.endsWith("/" + b) || b.endsWith("/" + a)) {
            return 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                final int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(current[j - 1], last[j]) + 1, last[j - 1] + substitution);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, beforeLast[j - 2] + 1);
                }
                current[j] = best;
            }
            final int[] spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return last[b.length()];
    }
}
