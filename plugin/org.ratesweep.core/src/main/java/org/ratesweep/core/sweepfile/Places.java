/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.SourceLocation;

/** Where the parts of a sweep are written, for problems that only show when the parts are put together. */
final class Places {
    private final SourceLocation whole;
    private final Map<String, SourceLocation> parts = new LinkedHashMap<>();

    /**
     * @param whole where to point if a problem is about no part in particular
     */
    Places(final SourceLocation whole) {
        this.whole = whole;
    }

    /**
     * Says where a part is written.
     *
     * @param name what {@link org.ratesweep.core.sweep.Sweep.Builder} calls the part when it reports a problem: the
     *     last step of the problem's chain, or the first word of the problem
     * @param location the place
     */
    void put(final String name, final SourceLocation location) {
        parts.put(name, location);
    }

    /** Returns the same problem with the place of the part that it is about. */
    InputException locate(final InputException problem) {
        final String firstWord = problem.problem().split(" ", 2)[0];
        final Optional<String> lastStep = problem.chain().isEmpty()
                ? Optional.empty()
                : Optional.of(problem.chain().get(problem.chain().size() - 1));
        return locate(problem, lastStep.map(parts::get).orElse(parts.getOrDefault(firstWord, whole)));
    }

    /** Does a step; a problem in it that has no place gets the given one, one that has leads back to it. */
    static <T> T at(final SourceLocation location, final Supplier<T> step) {
        try {
            return step.get();
        } catch (final InputException problem) {
            throw locate(problem, location);
        }
    }

    private static InputException locate(final InputException problem, final SourceLocation location) {
        if (problem.location().isPresent()) {
            return problem.within("the sweep file (" + location + ")");
        }
        InputException located = InputException.at(location, problem.problem());
        for (final String step : problem.chain()) {
            located = located.within(step);
        }
        return located;
    }
}
