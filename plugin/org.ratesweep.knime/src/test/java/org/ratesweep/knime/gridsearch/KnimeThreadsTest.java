/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.util.ThreadPool;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.ParameterTarget;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.knime.TestModels;

class KnimeThreadsTest {
    private static final int SETS = 1000;

    private static Sweep sweep() {
        return Sweep.of(TestModels.growth().circuit())
                .grid(ParameterGrid.of(List.of("k"), new double[][] {
                    IntStream.range(0, SETS).mapToDouble(i -> i).toArray()
                }))
                .map("k", new ParameterTarget.Paths(List.of("a/op/k")))
                .simulationTime(1)
                .stepSize(0.25)
                .samplingStepSize(0.25)
                .output("x", "a/op/x")
                .build();
    }

    /** KNIME runs a node in its pool, and the node waits for jobs of the same pool. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void aNodeInAFullPoolStillGetsItsBlocksComputed(final int threads) throws Exception {
        final ThreadPool pool = new ThreadPool(1);
        final AtomicInteger sets = new AtomicInteger();
        final Future<?> node = pool.enqueue(() -> KnimeThreads.waiting(() -> sweep().run(
                        RunOptions.defaults()
                                .withThreads(threads)
                                .withExecutor(new KnimeThreads(threads, pool.createSubPool(threads))),
                        block -> sets.addAndGet(block.outcomes().size()))));
        node.get(60, TimeUnit.SECONDS);
        assertEquals(SETS, sets.get());
    }

    @Test
    void noMoreJobsRunAtATimeThanAreAskedFor() throws Exception {
        final KnimeThreads threads = new KnimeThreads(2, new ThreadPool(8).createSubPool(2));
        final AtomicInteger running = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final CountDownLatch both = new CountDownLatch(2);
        final CountDownLatch all = new CountDownLatch(6);
        for (int i = 0; i < 6; i++) {
            threads.execute(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                both.countDown();
                try {
                    // Nobody goes on before two run beside each other.
                    assertTrue(both.await(60, TimeUnit.SECONDS));
                } catch (final InterruptedException interruption) {
                    Thread.currentThread().interrupt();
                }
                running.decrementAndGet();
                all.countDown();
            });
        }
        assertTrue(all.await(60, TimeUnit.SECONDS));
        assertEquals(2, most.get());
    }

    @Test
    void zeroMeansOneThreadForEachProcessor() {
        assertEquals(
                Runtime.getRuntime().availableProcessors(), KnimeThreads.of(0).number());
        assertEquals(3, KnimeThreads.of(3).number());
    }

    @Test
    void whatGoesWrongWhileWaitingIsHandedOnAsItIs() throws Exception {
        final ThreadPool pool = new ThreadPool(1);
        final IllegalStateException problem = new IllegalStateException("broken");
        final Future<?> node = pool.enqueue(() -> assertEquals(
                problem,
                assertThrows(
                        IllegalStateException.class,
                        () -> KnimeThreads.waiting(() -> {
                            throw problem;
                        }))));
        node.get(60, TimeUnit.SECONDS);
    }
}
