/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.ratesweep.core.compile.GeneratedCode;
import org.ratesweep.core.error.InputException;

/**
 * How to run a sweep. No choice here changes a result.
 *
 * @param threads how many blocks of parameter sets are computed at a time
 * @param executor what runs them; if empty, as many threads as that, which end with the run
 * @param progress is told some times a second how far the run is, on the calling thread
 * @param cancelled is asked, from any thread, whether to stop
 * @param code what former runs generated, for this one to use and add to
 */
public record RunOptions(
        int threads,
        Optional<Executor> executor,
        Consumer<Progress> progress,
        BooleanSupplier cancelled,
        GeneratedCode code) {
    public RunOptions {
        if (threads < 1) {
            throw new InputException("the number of threads is " + threads + "; expected at least 1");
        }
    }

    /** Returns a thread for each processor, nobody who follows the run, and no code of former ones. */
    public static RunOptions defaults() {
        return new RunOptions(
                Runtime.getRuntime().availableProcessors(),
                Optional.empty(),
                progress -> {},
                () -> false,
                new GeneratedCode());
    }

    /** Returns the same with another number of threads. */
    public RunOptions withThreads(final int number) {
        return new RunOptions(number, executor, progress, cancelled, code);
    }

    /**
     * Returns the same on threads of somebody else.
     *
     * @param threadPool runs each task that it is given, sooner or later, on another thread than the calling one
     */
    public RunOptions withExecutor(final Executor threadPool) {
        return new RunOptions(threads, Optional.of(threadPool), progress, cancelled, code);
    }

    /** Returns the same with somebody who is told how far the run is. */
    public RunOptions withProgress(final Consumer<Progress> listener) {
        return new RunOptions(threads, executor, listener, cancelled, code);
    }

    /** Returns the same with somebody who can stop the run. */
    public RunOptions withCancellation(final BooleanSupplier wish) {
        return new RunOptions(threads, executor, progress, wish, code);
    }

    /**
     * Returns the same with what former runs generated. Worth it where runs of one model follow each other: they need not
     * wait for HotSpot again.
     */
    public RunOptions withCode(final GeneratedCode former) {
        return new RunOptions(threads, executor, progress, cancelled, former);
    }
}
