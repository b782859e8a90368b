/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.util;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ratesweep.standin.WorkflowContext;

/**
 * Runs a limited number of jobs at a time; those of a sub-pool count for the pool around it too. Who waits for a job in one
 * of the pool's own threads gives up its place for as long.
 */
public class ThreadPool {
    private static final ThreadLocal<Optional<ThreadPool>> CURRENT = ThreadLocal.withInitial(Optional::empty);
    private final Optional<ThreadPool> parent;
    private final Object lock;
    private final Queue<Job<?>> queue = new ArrayDeque<>();
    private final List<ThreadPool> subPools = new ArrayList<>();
    private final int maxThreads;
    private int running;

    /** Creates a pool that runs a number of jobs at a time. */
    public ThreadPool(final int maxThreads) {
        this.maxThreads = maxThreads;
        parent = Optional.empty();
        lock = new Object();
    }

    /** Creates a pool within another. */
    protected ThreadPool(final int maxThreads, final ThreadPool parent) {
        this.maxThreads = maxThreads;
        this.parent = Optional.of(parent);
        lock = parent.lock;
        synchronized (lock) {
            parent.subPools.add(this);
        }
    }

    /** Returns a pool within this, of the same size. */
    public ThreadPool createSubPool() {
        return createSubPool(maxThreads);
    }

    /** Returns a pool within this. */
    public ThreadPool createSubPool(final int size) {
        return new ThreadPool(size, this);
    }

    /** Runs a job as soon as there is a place for it; returns at once. */
    public <T> Future<T> enqueue(final Callable<T> call) {
        final Job<T> job = new Job<>(this, call, WorkflowContext.folder());
        synchronized (lock) {
            queue.add(job);
            root().startWaiting();
        }
        return job;
    }

    /** Runs a job as soon as there is a place for it; returns at once. */
    public Future<?> enqueue(final Runnable run) {
        return enqueue(Executors.callable(run));
    }

    /** Runs a job; returns when it has begun. */
    public <T> Future<T> submit(final Callable<T> call) throws InterruptedException {
        final CountDownLatch begun = new CountDownLatch(1);
        final Future<T> job = enqueue(() -> {
            begun.countDown();
            return call.call();
        });
        begun.await();
        return job;
    }

    /** Runs a job; returns when it has begun. */
    public Future<?> submit(final Runnable run) throws InterruptedException {
        return submit(Executors.callable(run));
    }

    /** Returns how many jobs run at a time. */
    public int getMaxThreads() {
        return maxThreads;
    }

    /** Returns how many jobs are running. */
    public int getRunningThreads() {
        synchronized (lock) {
            return running;
        }
    }

    /** Returns how many jobs wait for a place. */
    public int getQueueSize() {
        synchronized (lock) {
            return queue.size();
        }
    }

    /** Calls something in this thread, which gives up its place for as long. */
    public <T> T runInvisible(final Callable<T> call) throws ExecutionException, InterruptedException {
        final ThreadPool own =
                CURRENT.get().orElseThrow(() -> new IllegalThreadStateException("this thread is none of a pool's"));
        own.release();
        try {
            return call.call();
        } catch (final InterruptedException interruption) {
            throw interruption;
        } catch (final Exception failure) {
            throw new ExecutionException(failure);
        } finally {
            own.acquire();
        }
    }

    /** Waits until no job is left. */
    public void waitForTermination() throws InterruptedException {
        synchronized (lock) {
            while (running > 0 || !queue.isEmpty()) {
                lock.wait();
            }
        }
    }

    /** Drops the jobs that have not begun. */
    public void shutdown() {
        synchronized (lock) {
            queue.forEach(job -> job.cancel(false));
            queue.clear();
            parent.ifPresent(pool -> pool.subPools.remove(this));
            lock.notifyAll();
        }
    }

    /** Returns the pool that runs this thread; null outside of all pools, as with KNIME. */
    @SuppressWarnings("NullAway")
    public static ThreadPool currentPool() {
        return CURRENT.get().orElse(null);
    }

    private ThreadPool root() {
        return parent.map(ThreadPool::root).orElse(this);
    }

    private boolean hasPlace() {
        return running < maxThreads && parent.map(ThreadPool::hasPlace).orElse(true);
    }

    private void count(final int change) {
        running += change;
        parent.ifPresent(pool -> pool.count(change));
    }

    private void startWaiting() {
        while (!queue.isEmpty() && hasPlace()) {
            count(1);
            final Thread thread = new Thread(queue.remove(), "KNIME-Worker");
            thread.setDaemon(true);
            thread.start();
        }
        subPools.forEach(ThreadPool::startWaiting);
        lock.notifyAll();
    }

    private void release() {
        synchronized (lock) {
            count(-1);
            root().startWaiting();
        }
    }

    private void acquire() throws InterruptedException {
        synchronized (lock) {
            while (!hasPlace()) {
                lock.wait();
            }
            count(1);
        }
    }

    private static final class Job<T> extends FutureTask<T> {
        private final ThreadPool pool;
        private final Callable<T> call;

        Job(final ThreadPool pool, final Callable<T> call, final Optional<Path> folder) {
            super(() -> WorkflowContext.within(folder, call));
            this.pool = pool;
            this.call = call;
        }

        @Override
        public void run() {
            CURRENT.set(Optional.of(pool));
            try {
                super.run();
            } finally {
                pool.release();
            }
        }

        @Override
        public T get() throws InterruptedException, ExecutionException {
            final Optional<ThreadPool> own = CURRENT.get();
            if (own.isEmpty() || isDone()) {
                return super.get();
            }
            own.get().release();
            try {
                return super.get();
            } finally {
                own.get().acquire();
            }
        }

        @Override
        public T get(final long timeout, final TimeUnit unit)
                throws InterruptedException, ExecutionException, TimeoutException {
            final Optional<ThreadPool> own = CURRENT.get();
            if (own.isEmpty() || isDone()) {
                return super.get(timeout, unit);
            }
            own.get().release();
            try {
                return super.get(timeout, unit);
            } finally {
                own.get().acquire();
            }
        }

        @Override
        public String toString() {
            return call.toString();
        }
    }
}
