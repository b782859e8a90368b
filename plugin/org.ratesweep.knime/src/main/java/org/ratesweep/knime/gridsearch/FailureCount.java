/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps count of the parameter sets that fail. Mutable; it belongs to one execution. */
final class FailureCount {
    private static final int MOST_NAMED = 3;

    private final List<String> first = new ArrayList<>();
    private long sets;
    private long failed;

    void add(final String set, final SetFate fate) {
        sets++;
        if (!fate.isOk()) {
            failed++;
            if (first.size() < MOST_NAMED) {
                first.add(words(set, fate));
            }
        }
    }

    /** Returns what happened to a set, in words. */
    static String words(final String set, final SetFate fate) {
        return set + " (" + fate.status() + ": " + fate.message().orElse("") + ")";
    }

    boolean everySet() {
        return sets > 0 && failed == sets;
    }

    /** Returns one sentence, if any set failed. */
    Optional<String> summary() {
        return failed == 0
                ? Optional.empty()
                : Optional.of(failed + " of " + sets + (sets == 1 ? " parameter set" : " parameter sets") + " failed: "
                        + String.join(", ", first) + (failed > first.size() ? ", …" : "")
                        + "; see the columns status and message of the results map");
    }
}
