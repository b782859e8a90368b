/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How fast several contestants were that ran in turn, round by round, so that whatever else the machine did hit all alike.
 *
 * @param rounds for each round the rates of the contestants, in their order
 */
record Contest(List<List<Rate>> rounds) {
    /**
     * Lets them run.
     *
     * @param effort how many rounds
     * @param contestants who takes part; each has its turn in every round
     * @return what they reached
     */
    static Contest of(final Effort effort, final List<? extends Contestant> contestants) {
        final List<List<Rate>> rounds = new ArrayList<>();
        for (int round = 0; round < effort.repetitions(); round++) {
            rounds.add(contestants.stream().map(Contestant::run).toList());
        }
        return new Contest(rounds);
    }

    /** Returns the median of a contestant's warm rates. */
    double warm(final int contestant) {
        return median(round -> round.get(contestant).warm());
    }

    /** Returns the median of a contestant's rates of whole runs. */
    double whole(final int contestant) {
        return median(round -> round.get(contestant).whole());
    }

    /** Returns how many times as fast as another one a contestant was once warm: the median of what it was in each round. */
    double ratio(final int contestant, final int other) {
        return median(round -> round.get(contestant).warm() / round.get(other).warm());
    }

    /** Returns the warm rates' medians of all contestants. */
    double[] warm() {
        return IntStream.range(0, rounds.get(0).size()).mapToDouble(this::warm).toArray();
    }

    /** Returns how many parameter sets of a contestant failed. */
    int failedSets(final int contestant) {
        return rounds.get(0).get(contestant).failedSets();
    }

    private double median(final ToDoubleFunction<List<Rate>> figure) {
        return Median.of(rounds.stream().mapToDouble(figure).toArray());
    }
}
