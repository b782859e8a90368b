/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.util.function.IntFunction;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.RunSummary;
import org.ratesweep.core.sweep.Sweep;

/**
 * How many steps of one parameter set a run does in a second.
 *
 * <p>Every run compiles its model anew, and HotSpot compiles what comes of it. So runs of two lengths are measured: what the
 * longer one takes more is the time of its further steps alone, without any start, as long as the shorter one leaves HotSpot
 * the time that it needs.
 *
 * @param warm steps a second once everything is compiled
 * @param whole steps a second of the longer run as it was
 * @param seconds how long the longer run took
 * @param failedSets parameter sets of the longer run with another status than ok
 */
record Rate(double warm, double whole, double seconds, int failedSets) {
    private static final int FEWEST_STEPS = 100;
    private static final int MOST_STEPS = 12_000_000;
    /** Steps of the longer run for one of the shorter. */
    private static final int FACTOR = 3;

    /**
     * Measures.
     *
     * @param sweeps gives the sweep with a number of steps
     * @param threads how many threads run it
     * @param effort how long it may take
     * @return medians
     */
    static Rate of(final IntFunction<Sweep> sweeps, final int threads, final Effort effort) {
        int steps = FEWEST_STEPS;
        // In the first run classes are loaded and code is written, which says nothing of how many steps it takes.
        seconds(sweeps.apply(steps), threads);
        double seconds = seconds(sweeps.apply(steps), threads);
        while (seconds < effort.seconds() / FACTOR / 2 && steps < MOST_STEPS / FACTOR) {
            final double growth = Math.max(2, Math.min(10, effort.seconds() / FACTOR / seconds));
            steps = (int) Math.min(MOST_STEPS / FACTOR, Math.round(steps * growth / 10) * 10);
            seconds = seconds(sweeps.apply(steps), threads);
        }
        final Sweep shorter = sweeps.apply(steps);
        final Sweep longer = sweeps.apply(FACTOR * steps);
        final double[] less = new double[effort.repetitions()];
        final double[] more = new double[effort.repetitions()];
        int failed = 0;
        for (int i = 0; i < effort.repetitions(); i++) {
            less[i] = seconds(shorter, threads);
            final RunSummary summary = run(longer, threads);
            more[i] = summary.solving().toNanos() / 1e9;
            failed = summary.failedSets();
        }
        final double whole = longer.pointSteps() / Median.of(more);
        final double rest = Median.of(more) - Median.of(less);
        final double warm = rest > 0 ? (longer.pointSteps() - shorter.pointSteps()) / rest : Double.NaN;
        return new Rate(warm, whole, Median.of(more), failed);
    }

    private static double seconds(final Sweep sweep, final int threads) {
        return run(sweep, threads).solving().toNanos() / 1e9;
    }

    private static RunSummary run(final Sweep sweep, final int threads) {
        return sweep.run(RunOptions.defaults().withThreads(threads), block -> {});
    }
}
