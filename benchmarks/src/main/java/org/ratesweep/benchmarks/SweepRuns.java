/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.util.function.IntFunction;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.RunSummary;
import org.ratesweep.core.sweep.Sweep;

/**
 * Runs of one sweep.
 *
 * <p>Every run compiles its model anew, and HotSpot compiles what comes of it. So each turn is two runs of different lengths:
 * what the longer one takes more is the time of its further steps alone, without any start, as long as the shorter one leaves
 * HotSpot the time that it needs.
 */
final class SweepRuns implements Contestant {
    private static final int FEWEST_STEPS = 100;
    private static final int MOST_STEPS = 12_000_000;
    /** Steps of the longer run for one of the shorter. */
    private static final int FACTOR = 3;

    private final Sweep shorter;
    private final Sweep longer;
    private final int threads;

    private SweepRuns(final Sweep shorter, final Sweep longer, final int threads) {
        this.shorter = shorter;
        this.longer = longer;
        this.threads = threads;
    }

    /**
     * Finds out how long the runs have to be.
     *
     * @param sweeps gives the sweep with a number of steps
     * @param threads how many threads run it
     * @param effort how long the longer run is to take
     */
    static SweepRuns of(final IntFunction<Sweep> sweeps, final int threads, final Effort effort) {
        int steps = FEWEST_STEPS;
        // In the first run classes are loaded and code is written, which says nothing of how many steps it takes.
        seconds(sweeps.apply(steps), threads);
        double seconds = seconds(sweeps.apply(steps), threads);
        final double enough = effort.seconds() / FACTOR;
        while (seconds < enough && steps < MOST_STEPS / FACTOR) {
            final double growth = Math.max(1.2, Math.min(10, 1.2 * enough / seconds));
            steps = (int) Math.min(MOST_STEPS / FACTOR, Math.round(steps * growth / 10) * 10);
            seconds = seconds(sweeps.apply(steps), threads);
        }
        return new SweepRuns(sweeps.apply(steps), sweeps.apply(FACTOR * steps), threads);
    }

    @Override
    public Rate run() {
        final double less = seconds(shorter, threads);
        final RunSummary whole = run(longer, threads);
        final double more = seconds(whole);
        return new Rate(
                more > less ? (longer.pointSteps() - shorter.pointSteps()) / (more - less) : Double.NaN,
                longer.pointSteps() / more,
                whole.failedSets());
    }

    private static double seconds(final Sweep sweep, final int threads) {
        return seconds(run(sweep, threads));
    }

    private static double seconds(final RunSummary run) {
        return run.solving().toNanos() / 1e9;
    }

    private static RunSummary run(final Sweep sweep, final int threads) {
        return sweep.run(RunOptions.defaults().withThreads(threads), block -> {});
    }
}
