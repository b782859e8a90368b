/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.util.function.IntFunction;
import org.ratesweep.core.compile.GeneratedCode;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.RunSummary;
import org.ratesweep.core.sweep.Sweep;

/**
 * Runs of one sweep.
 *
 * <p>Each turn is two runs: one that uses the code of those before, as when a node of KNIME is executed again, and one that has
 * to generate it, which HotSpot then compiles beside it.
 */
final class SweepRuns implements Contestant {
    private static final int FEWEST_STEPS = 100;
    private static final int MOST_STEPS = 12_000_000;

    private final Sweep sweep;
    private final RunOptions again;

    private SweepRuns(final Sweep sweep, final RunOptions again) {
        this.sweep = sweep;
        this.again = again;
    }

    /**
     * Finds out how long the runs have to be.
     *
     * @param sweeps gives the sweep with a number of steps
     * @param threads how many threads run it
     * @param effort how long a run is to take
     */
    static SweepRuns of(final IntFunction<Sweep> sweeps, final int threads, final Effort effort) {
        final RunOptions again = RunOptions.defaults().withThreads(threads).withCode(new GeneratedCode());
        int steps = FEWEST_STEPS;
        // In the first run classes are loaded and code is written, which says nothing of how many steps it takes.
        run(sweeps.apply(steps), again);
        double seconds = seconds(run(sweeps.apply(steps), again));
        while (seconds < effort.seconds() && steps < MOST_STEPS) {
            final double growth = Math.max(1.2, Math.min(10, 1.2 * effort.seconds() / seconds));
            steps = (int) Math.min(MOST_STEPS, Math.round(steps * growth / 10) * 10);
            seconds = seconds(run(sweeps.apply(steps), again));
        }
        return new SweepRuns(sweeps.apply(steps), again);
    }

    @Override
    public Rate run() {
        final RunSummary warm = run(sweep, again);
        final RunSummary whole = run(sweep, again.withCode(new GeneratedCode()));
        return new Rate(sweep.pointSteps() / seconds(warm), sweep.pointSteps() / seconds(whole), whole.failedSets());
    }

    private static double seconds(final RunSummary run) {
        return run.solving().toNanos() / 1e9;
    }

    private static RunSummary run(final Sweep sweep, final RunOptions options) {
        return sweep.run(options, block -> {});
    }
}
