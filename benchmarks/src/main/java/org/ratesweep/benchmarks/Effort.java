/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

/**
 * How much time a measurement may take.
 *
 * @param seconds about how long the longest of the runs are that are compared
 * @param repetitions how many runs the median is taken of
 * @param quick whether this is only to see that everything runs
 */
record Effort(double seconds, int repetitions, boolean quick) {
    static final Effort FULL = new Effort(1.5, 5, false);
    static final Effort QUICK = new Effort(0.005, 1, true);

    /** Returns the first of two choices, or the second if this is quick. */
    <T> T choose(final T full, final T fast) {
        return quick ? fast : full;
    }
}
