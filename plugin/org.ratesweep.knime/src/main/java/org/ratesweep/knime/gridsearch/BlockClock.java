/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Measures how long each block of parameter sets takes to compute.
 *
 * <p>A run hands its blocks to the executor in the order in which it later hands on their results, both on one thread,
 * the only one that uses this.
 */
final class BlockClock implements Executor {
    private static final double NANOSECONDS = 1e9;

    private final Executor threads;
    private final Deque<CompletableFuture<Double>> blocks = new ArrayDeque<>();

    /**
     * Watches an executor.
     *
     * @param threads what runs the blocks
     */
    BlockClock(final Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(final Runnable block) {
        final CompletableFuture<Double> seconds = new CompletableFuture<>();
        blocks.add(seconds);
        threads.execute(() -> {
            final long start = System.nanoTime();
            try {
                block.run();
            } finally {
                seconds.complete((System.nanoTime() - start) / NANOSECONDS);
            }
        });
    }

    /** Returns the time of the next block, in s, which has just been handed on. */
    double next() {
        return blocks.remove().join();
    }
}
