/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ratesweep.core.compile.Block;
import org.ratesweep.core.compile.CompiledModel;
import org.ratesweep.core.solve.AdaptiveRun;
import org.ratesweep.core.solve.AdaptiveSolver;
import org.ratesweep.core.solve.FixedStepRun;
import org.ratesweep.core.solve.FixedStepSolver;
import org.ratesweep.core.solve.Outcome;
import org.ratesweep.core.solve.Rodas4;

/**
 * One run of a sweep.
 *
 * <p>Blocks of neighbouring sets are computed on some threads and handed on in the order of the grid by the calling one.
 * Only so many are under way that the threads never wait, so memory does not grow with the number of sets.
 */
final class SweepRun {
    /**
     * Sets computed together: loops so long that their scalar beginnings and ends hardly count, over arrays that stay in the
     * second-level cache. An odd number of cache lines, so that the slots of a lane do not compete for few places in the
     * caches.
     */
    private static final int MOST_LANES = 200;

    /** With populations, more sets at a time share the reading of what connects units: these stay in the second-level cache. */
    private static final int MOST_UNIT_STATES = 8192;

    /** As many lanes as the longest vector instructions take. */
    private static final int LANES_MULTIPLE = 8;
    /** Numbers that one block may record, so that an int counts them. */
    private static final long MOST_SAMPLES = 1L << 30;

    /** Numbers that the matrices of one block may have. */
    private static final long MOST_ELEMENTS = 1L << 22;

    /** Numbers that one block may keep of its past: 128 MB. */
    private static final long MOST_PAST = 1L << 24;

    private static final long PROGRESS_MILLISECONDS = 100;

    private final Sweep sweep;
    private final RunOptions options;
    private final LongAdder pointSteps = new LongAdder();
    private volatile boolean ended;

    SweepRun(final Sweep sweep, final RunOptions options) {
        this.sweep = sweep;
        this.options = options;
    }

    RunSummary run(final Consumer<SetBlock> results) {
        final long start = System.nanoTime();
        final Forms forms = new Forms(sweep, lanes(), options.code());
        final long compiledAt = System.nanoTime();
        final Optional<ExecutorService> own =
                options.executor().isPresent() ? Optional.empty() : Optional.of(ownThreads());
        final Executor executor = options.executor().orElseGet(own::orElseThrow);
        final Deque<FutureTask<SetBlock>> underWay = new ArrayDeque<>();
        int failed = 0;
        try {
            int submitted = 0;
            int done = 0;
            while (done < sweep.grid().size()) {
                while (submitted < sweep.grid().size() && underWay.size() < 2 * options.threads()) {
                    final int firstSet = submitted;
                    final FutureTask<SetBlock> task = new FutureTask<>(() -> block(forms, firstSet));
                    underWay.add(task);
                    executor.execute(task);
                    submitted += forms.lanes();
                }
                final SetBlock block = await(underWay.remove(), done, start);
                done += block.outcomes().size();
                for (final SetOutcome outcome : block.outcomes()) {
                    failed += outcome.status() == SetStatus.OK ? 0 : 1;
                }
                results.accept(block);
                report(done, start);
            }
        } finally {
            ended = true;
            underWay.forEach(task -> task.cancel(true));
            own.ifPresent(ExecutorService::shutdownNow);
        }
        return new RunSummary(
                sweep.grid().size(),
                failed,
                sweep.pointSteps(),
                Duration.ofNanos(compiledAt - start),
                Duration.ofNanos(System.nanoTime() - compiledAt));
    }

    private ExecutorService ownThreads() {
        return Executors.newFixedThreadPool(options.threads(), task -> {
            final Thread thread = new Thread(task, "ratesweep");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Blocks are as equal as they can be, so that none is short, and small enough for the caches. */
    private int lanes() {
        final int share = (sweep.grid().size() + options.threads() - 1) / options.threads();
        final long most = mostLanes();
        final long blocks = (share + most - 1) / most;
        final long equal = (share + blocks - 1) / blocks;
        // Vector instructions take 4 or 8 lanes; a few lanes too many cost less than a rest.
        final long whole =
                equal > LANES_MULTIPLE ? (equal + LANES_MULTIPLE - 1) / LANES_MULTIPLE * LANES_MULTIPLE : equal;
        return (int) Math.min(most, whole);
    }

    private long mostLanes() {
        final long variables = sweep.model().stateVariables().size();
        final long slots = Math.max(1, sweep.model().stateUnits().size());
        // The units of populations make loops long whatever the number of lanes; without them, lanes must do that.
        final long fitting = slots > variables ? MOST_UNIT_STATES / slots : MOST_LANES;
        final long whole = fitting > LANES_MULTIPLE ? fitting / LANES_MULTIPLE * LANES_MULTIPLE : fitting;
        final long inCache = Math.max(1, Math.min(MOST_LANES, whole));
        final long matrices = sweep.solver() instanceof Rodas4 ? MOST_ELEMENTS / (slots * slots) : inCache;
        final long samples = MOST_SAMPLES / sweep.times().keptRows();
        return Math.max(1, Math.min(Math.min(inCache, matrices), Math.min(samples, MOST_PAST / Forms.past(sweep))));
    }

    private SetBlock block(final Forms forms, final int firstSet) {
        final int sets = Math.min(forms.lanes(), sweep.grid().size() - firstSet);
        final BlockParts parts = new BlockParts(sweep, firstSet, sets);
        final Map<CompiledModel, List<Integer>> groups = new LinkedHashMap<>();
        for (int set = firstSet; set < firstSet + sets; set++) {
            final Forms.Form form = forms.of(set);
            if (form.compiled().isPresent()) {
                groups.computeIfAbsent(form.compiled().get(), any -> new ArrayList<>())
                        .add(set);
            } else {
                parts.failed(set, form.problem());
                pointSteps.add(sweep.times().steps());
            }
        }
        groups.forEach((compiled, members) -> parts.ran(compiled.statePaths(), members, run(compiled, members)));
        return parts.block();
    }

    /** Runs some parameter sets, one a lane, whose equations have the same form. */
    private Outcome run(final CompiledModel compiled, final List<Integer> sets) {
        final Block block = compiled.newBlock(sets.size());
        sweep.targets().forEach((key, paths) -> {
            for (int lane = 0; lane < sets.size(); lane++) {
                final double value = sweep.grid().value(sets.get(lane), key);
                for (final String path : paths) {
                    block.set(path, lane, value);
                }
            }
        });
        final InitialState start = sweep.initialState();
        for (int i = 0; i < start.paths().size(); i++) {
            for (int lane = 0; lane < sets.size(); lane++) {
                block.set(start.paths().get(i), lane, start.value(i, sets.get(lane)));
            }
        }
        block.prepare();
        return run(block, sets);
    }

    private Outcome run(final Block block, final List<Integer> sets) {
        final List<String> wanted =
                sweep.outputs().stream().map(Sweep.OutputVariable::path).toList();
        if (sweep.solver() instanceof FixedStepSolver fixed) {
            final FixedStepRun.Drive[] drives = Stream.concat(
                            sweep.inputs().stream().map(input -> input.drive(block, sets)),
                            sweep.noise().stream().map(noise -> noise.drive(block, sets)))
                    .toArray(FixedStepRun.Drive[]::new);
            return FixedStepRun.run(
                    block,
                    sweep.times(),
                    fixed,
                    step -> {
                        for (final FixedStepRun.Drive drive : drives) {
                            drive.at(step);
                        }
                    },
                    wanted,
                    this::advanced);
        }
        return AdaptiveRun.run(
                block,
                sweep.times(),
                (AdaptiveSolver) sweep.solver(),
                sweep.stepControl(),
                sweep.inputs().stream().map(input -> input.sampled(sets)).toList(),
                sweep.interpolation(),
                wanted,
                this::advanced);
    }

    private boolean advanced(final long computed) {
        pointSteps.add(computed);
        return !ended && !options.cancelled().getAsBoolean();
    }

    private SetBlock await(final FutureTask<SetBlock> block, final int done, final long start) {
        while (true) {
            try {
                return block.get(PROGRESS_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (final TimeoutException notYet) {
                report(done, start);
            } catch (final InterruptedException interruption) {
                Thread.currentThread().interrupt();
                final CancellationException cancellation = new CancellationException("the run was interrupted");
                cancellation.initCause(interruption);
                throw cancellation;
            } catch (final ExecutionException failure) {
                if (failure.getCause() instanceof RuntimeException exception) {
                    throw exception;
                }
                if (failure.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException(failure.getCause());
            }
        }
    }

    private void report(final int done, final long start) {
        options.progress()
                .accept(Progress.of(
                        done,
                        sweep.grid().size(),
                        pointSteps.sum(),
                        sweep.pointSteps(),
                        Duration.ofNanos(System.nanoTime() - start)));
    }
}
