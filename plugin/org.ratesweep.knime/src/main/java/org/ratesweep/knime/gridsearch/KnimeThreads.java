/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.util.ThreadPool;

/**
 * KNIME's own threads, which all nodes share.
 *
 * @param number how many blocks are computed at a time
 * @param pool a part of KNIME's pool of that size
 */
record KnimeThreads(int number, ThreadPool pool) implements Executor {
    /**
     * Takes a part of KNIME's pool.
     *
     * @param wanted how many threads the user wants; 0 for one a processor
     * @return threads that only begin to exist when there is something to do
     */
    static KnimeThreads of(final int wanted) {
        final int number = wanted == 0 ? Runtime.getRuntime().availableProcessors() : wanted;
        return new KnimeThreads(number, KNIMEConstants.GLOBAL_THREAD_POOL.createSubPool(number));
    }

    @Override
    public void execute(final Runnable task) {
        // What the task throws is for whoever made it to report: a run keeps what happens in its blocks.
        final Future<?> unused = pool.enqueue(task);
    }

    /**
     * Does something that mostly waits for other threads of the pool. Meanwhile the calling thread does not count as
     * one of them: nodes that wait would else leave no thread to those that they wait for.
     *
     * @param <T> the type of the result
     * @param work what to do
     * @return its result
     */
    static <T> T waiting(final Callable<T> work) {
        final Optional<ThreadPool> own = Optional.ofNullable(ThreadPool.currentPool());
        try {
            return own.isPresent() ? own.get().runInvisible(work) : work.call();
        } catch (final ExecutionException failure) {
            throw unchecked(failure.getCause());
        } catch (final InterruptedException interruption) {
            Thread.currentThread().interrupt();
            final CancellationException cancellation = new CancellationException("the run was interrupted");
            cancellation.initCause(interruption);
            throw cancellation;
        } catch (final Exception failure) {
            throw unchecked(failure);
        }
    }

    private static RuntimeException unchecked(final Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception ? exception : new IllegalStateException(failure);
    }
}
