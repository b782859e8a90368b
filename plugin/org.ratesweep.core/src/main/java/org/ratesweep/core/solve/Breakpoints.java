/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The times at which the solution of one parameter set is less smooth than elsewhere, so that a step has to end there.
 *
 * <p>At the start the past meets the equations, with a jump or a kink. Each delay carries that on, and each time the solution
 * becomes smoother by one derivative, so sums of up to p + 1 delays matter to a scheme of order p; fewer where that would be
 * more than {@value #MOST_AFTER_START} times. An input that jumps or bends later on, or a variable that does, is followed through
 * one delay, and only where a set has no more than {@value #MOST_DELAYS_OF_JUMPS} of them. All else is left to the error control.
 *
 * <p>Source: E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I (2nd edition, 1993), section II.17;
 * L. F. Shampine, S. Thompson, Appl. Numer. Math. 37 (2001) 441-458.
 */
final class Breakpoints {
    static final int MOST_AFTER_START = 1000;
    static final int MOST_DELAYS_OF_JUMPS = 4;

    /** Times that may lie ahead at once. */
    private static final int MOST_AHEAD = 2 * MOST_AFTER_START;

    private final double[] delays;
    private final double runEnd;
    /** Times ahead, each with the number of delays that it is still to be carried on by. */
    private final NavigableMap<Double, Integer> ahead = new TreeMap<>();

    /**
     * @param delays the delays, which may be equal to each other
     * @param order the order of the scheme
     * @param runEnd the end of the run
     */
    Breakpoints(final double[] delays, final int order, final double runEnd) {
        this.delays = Arrays.stream(delays).distinct().sorted().toArray();
        this.runEnd = runEnd;
        carryOn(0, generations(order + 1));
    }

    /** Returns how many delays after each other matter, so few that their sums are not too many. */
    private int generations(final int most) {
        double sums = 1;
        for (int delaysInSum = 1; delaysInSum <= most; delaysInSum++) {
            // Sums of up to k of n delays, in any order, are (n + k over k).
            sums = sums * (delays.length + delaysInSum) / delaysInSum;
            if (sums > MOST_AFTER_START + 1) {
                return delaysInSum - 1;
            }
        }
        return most;
    }

    private static double rounding(final double time) {
        return LaneHistory.ROUNDING_ULPS * Math.ulp(time);
    }

    private void carryOn(final double time, final int generations) {
        if (generations == 0) {
            return;
        }
        for (final double delay : delays) {
            final double later = time + delay;
            final double rounding = rounding(later);
            if (later >= runEnd - rounding) {
                return;
            }
            final Map.Entry<Double, Integer> near = ahead.ceilingEntry(later - rounding);
            if (near != null && near.getKey() <= later + rounding) {
                ahead.put(near.getKey(), Math.max(near.getValue(), generations - 1));
            } else if (ahead.size() < MOST_AHEAD) {
                ahead.put(later, generations - 1);
            }
        }
    }

    /** Returns where a step has to end that may not pass a given time. */
    double next(final double latest) {
        return ahead.isEmpty() || ahead.firstKey() >= latest - rounding(latest) ? latest : ahead.firstKey();
    }

    /** Notes that a step ended where one had to. */
    void pass(final double time) {
        while (!ahead.isEmpty() && ahead.firstKey() <= time + rounding(time)) {
            final Map.Entry<Double, Integer> passed = ahead.pollFirstEntry();
            carryOn(passed.getKey(), passed.getValue());
        }
    }

    /** Notes that an input jumps or bends, or a variable of which the past is needed. */
    void jump(final double time) {
        if (delays.length <= MOST_DELAYS_OF_JUMPS) {
            carryOn(time, 1);
        }
    }
}
