/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.ratesweep.core.compile.GeneratedCode;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.sweep.Progress;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.SetBlock;
import org.ratesweep.core.sweep.Sweep;

/**
 * Runs a sweep and hands its sets on as they come, with those that cannot be run in their places.
 *
 * <p>Mutable; it belongs to one execution and one thread.
 */
final class GridSearch {
    private final List<GridTable.Row> rows;
    private final ResultsWriter results;
    private final ResultsMapWriter map;
    private final GridSearchParameters.OnFailure onFailure;
    private final ExecutionContext exec;
    private final FailureCount failures = new FailureCount();
    private int next;

    /**
     * Prepares a run.
     *
     * @param grid the parameter sets
     * @param results takes the courses
     * @param map takes how the sets fared
     * @param onFailure whether to go on when a set fails
     * @param exec is told how far the run is, and knows whether to stop it
     */
    GridSearch(
            final GridTable grid,
            final ResultsWriter results,
            final ResultsMapWriter map,
            final GridSearchParameters.OnFailure onFailure,
            final ExecutionContext exec) {
        this.rows = grid.rows();
        this.results = results;
        this.map = map;
        this.onFailure = onFailure;
        this.exec = exec;
    }

    /**
     * Runs.
     *
     * @param sweep the sets that can be run, in the order of the grid, if there is any
     * @param threads what computes
     * @param code what the node generated when it was executed before
     * @return the sets that failed
     * @throws CanceledExecutionException if the user does not want to wait for the rest
     * @throws InputException if a set fails and that is what the user wants the node to fail for, or every set fails
     */
    FailureCount run(final Optional<Sweep> sweep, final KnimeThreads threads, final GeneratedCode code)
            throws CanceledExecutionException {
        try {
            if (sweep.isPresent()) {
                final BlockClock clock = new BlockClock(threads);
                final RunOptions options = RunOptions.defaults()
                        .withThreads(threads.number())
                        .withExecutor(clock)
                        .withCode(code)
                        .withProgress(this::report)
                        .withCancellation(this::cancelled);
                KnimeThreads.waiting(() -> sweep.get().run(options, block -> take(block, clock.next())));
            }
            takeUnrunnable(Optional.empty());
        } catch (final CancellationException cancellation) {
            final CanceledExecutionException cancelled = new CanceledExecutionException(cancellation.getMessage());
            cancelled.initCause(cancellation);
            throw cancelled;
        }
        if (failures.everySet()) {
            throw new InputException(failures.summary().orElseThrow());
        }
        return failures;
    }

    private void take(final SetBlock block, final double seconds) {
        final int sets = block.outcomes().size();
        for (int lane = 0; lane < sets; lane++) {
            final SetCourses courses = SetCourses.of(block, lane);
            takeUnrunnable(Optional.of(courses.set()));
            take(courses, SetFate.of(block.outcomes().get(lane), seconds / sets));
        }
    }

    /** Takes the sets that cannot be run, up to one that was. */
    private void takeUnrunnable(final Optional<String> end) {
        while (next < rows.size() && !end.equals(Optional.of(rows.get(next).name()))) {
            final GridTable.Row row = rows.get(next);
            take(SetCourses.none(row.name()), SetFate.failed(row.problem().orElseThrow()));
        }
    }

    private void take(final SetCourses courses, final SetFate fate) {
        failures.add(courses.set(), fate);
        if (!fate.isOk() && onFailure == GridSearchParameters.OnFailure.FAIL) {
            throw new InputException("the parameter set " + FailureCount.words(courses.set(), fate)
                    + " failed; to go on without such sets choose 'Continue' if a parameter set fails");
        }
        try {
            exec.checkCanceled();
            results.add(courses);
        } catch (final CanceledExecutionException cancelled) {
            final CancellationException cancellation = new CancellationException("the run was cancelled");
            cancellation.initCause(cancelled);
            throw cancellation;
        }
        map.add(rows.get(next), fate);
        next++;
    }

    private void report(final Progress progress) {
        exec.setProgress(progress.fraction(), () -> ProgressMessage.of(progress));
    }

    private boolean cancelled() {
        try {
            exec.checkCanceled();
            return false;
        } catch (final CanceledExecutionException cancelled) {
            return true;
        }
    }
}
