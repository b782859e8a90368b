/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.ratesweep.core.compile.Block;

/**
 * One block of parameter sets from the start of a run to its end.
 *
 * <p>A set that diverges goes on being computed, NaN and infinities as they come, and leaves the others as they are. What is not
 * finite stays so under these schemes, so it is enough to look at the states now and then: when one is found, the steps
 * since the last look are taken again from a copy to find the very step.
 */
public final class FixedStepRun {
    /** Steps between two looks at whether states are finite: few enough to repeat, many enough to cost nothing. */
    private static final int STEPS_BETWEEN_LOOKS = 64;

    private final Block block;
    private final TimeGrid grid;
    /** Sets everything that comes from outside of the equations to what it is when a step begins. */
    private final Drive beginning;

    private final Watch watch;
    private final FixedStepSolver.Stepper stepper;
    private final double[] lookedAt;
    private final List<Optional<Failure>> failures;
    /** Steps lead from one of these arrays to the other; where others look at the block's state, {@link #settle} comes first. */
    private double[] state;

    private double[] next;

    /** Gives the inputs of a block their values. */
    @FunctionalInterface
    public interface Drive {
        /** Sets every signal to its value during a step, counted from 0. */
        void at(int step);
    }

    /** The equations of a block without delays. */
    private record EquationsOf(Block block) implements VectorField {
        @Override
        public void derivatives(final double time, final double[] at, final double[] derivative) {
            block.derivatives(time, at, derivative);
        }

        @Override
        public void advance(final double time, final double stepSize, final double[] at, final double[] advanced) {
            block.advance(time, stepSize, at, advanced);
        }

        @Override
        public void advance(
                final double time,
                final double stepSize,
                final double[] at,
                final double[] start,
                final double[] advanced) {
            block.advance(time, stepSize, at, start, advanced);
        }

        @Override
        public void finish(
                final double time,
                final double stepSize,
                final double[] at,
                final double weight,
                final double[] start,
                final double[] advanced) {
            block.finish(time, stepSize, at, weight, start, advanced);
        }
    }

    private FixedStepRun(
            final Block block,
            final TimeGrid grid,
            final FixedStepSolver solver,
            final Drive drive,
            final Watch watch) {
        this.block = block;
        this.grid = grid;
        this.watch = watch;
        this.state = block.state();
        this.next = new double[state.length];
        if (block.delays() == 0) {
            this.beginning = drive;
            this.stepper = solver.stepper(new EquationsOf(block), state.length);
        } else {
            final History history = new History(block, grid, solver.order(), drive, STEPS_BETWEEN_LOOKS);
            this.beginning = step -> {
                drive.at(step);
                history.begin(step, state);
            };
            this.stepper = solver.stepper(history, state.length);
        }
        this.lookedAt = block.state().clone();
        this.failures = new ArrayList<>(Collections.nCopies(block.used(), Optional.empty()));
    }

    /**
     * Runs a prepared block.
     *
     * <p>Delays are those of the block, each at least one step long.
     *
     * @param block the sets, with parameters and initial values in place
     * @param grid steps and samples
     * @param solver the scheme
     * @param drive what gives the inputs their values
     * @param wanted the paths of the variables to record
     * @param watch what follows the run
     * @return the recording and how each set fared
     * @throws CancellationException if the watch said not to go on
     */
    public static Outcome run(
            final Block block,
            final TimeGrid grid,
            final FixedStepSolver solver,
            final Drive drive,
            final List<String> wanted,
            final Watch watch) {
        return new FixedStepRun(block, grid, solver, drive, watch).run(wanted);
    }

    private Outcome run(final List<String> wanted) {
        final List<Block.Probe> probes = wanted.stream().map(block::probe).toList();
        final Recording recording = new Recording(probes.size(), grid.keptRows(), block.used());
        look(0, 0);
        int looked = 0;
        for (int step = 0; step < grid.steps(); step++) {
            beginning.at(step);
            final int row = step / grid.stepsPerSample();
            if (step % grid.stepsPerSample() == 0 && row >= grid.firstRow() && row < grid.rows()) {
                settle();
                block.observe(step * grid.stepSize());
                for (int i = 0; i < probes.size(); i++) {
                    recording.record(
                            i,
                            row - grid.firstRow(),
                            probes.get(i).values(),
                            probes.get(i).offset());
                }
            }
            step(step);
            if (step + 1 - looked == STEPS_BETWEEN_LOOKS || step + 1 == grid.steps()) {
                look(looked, step + 1);
                if (!watch.advanced((long) (step + 1 - looked) * block.used())) {
                    throw new CancellationException("the run was cancelled");
                }
                looked = step + 1;
            }
        }
        return new Outcome(recording, finalState(), failures);
    }

    private Recording finalState() {
        final int variables = block.stateVariables();
        final Recording state = new Recording(variables, 1, block.used());
        for (int variable = 0; variable < variables; variable++) {
            state.record(variable, 0, block.state(), block.stateSlot(variable) * block.stride());
        }
        return state;
    }

    private void step(final int step) {
        stepper.step(step * grid.stepSize(), grid.stepSize(), state, next);
        final double[] before = state;
        state = next;
        next = before;
    }

    /** Brings the state into the block. */
    private void settle() {
        if (state != block.state()) {
            System.arraycopy(state, 0, block.state(), 0, state.length);
            next = state;
            state = block.state();
        }
    }

    /** Finds the sets that are no longer finite, and for those that were at the last look, the step that made them so. */
    private void look(final int from, final int to) {
        settle();
        if (isAnyNewlyDiverged()) {
            final double[] end = block.state().clone();
            System.arraycopy(lookedAt, 0, block.state(), 0, end.length);
            note(from);
            for (int step = from; step < to; step++) {
                beginning.at(step);
                step(step);
                settle();
                note(step + 1);
            }
            System.arraycopy(end, 0, block.state(), 0, end.length);
        }
        System.arraycopy(block.state(), 0, lookedAt, 0, lookedAt.length);
    }

    private boolean isAnyNewlyDiverged() {
        final double[] state = block.state();
        double sum = 0;
        for (final double value : state) {
            sum += value * 0;
        }
        if (sum == 0) {
            return false;
        }
        for (int i = 0; i < state.length; i++) {
            final int lane = i % block.stride();
            if (!Double.isFinite(state[i])
                    && lane < block.used()
                    && failures.get(lane).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void note(final int stepsTaken) {
        final double[] state = block.state();
        for (int variable = 0; variable < block.stateVariables(); variable++) {
            final int first = block.stateSlot(variable) * block.stride();
            for (int lane = 0; lane < block.used(); lane++) {
                final double value = state[first + lane];
                if (!Double.isFinite(value) && failures.get(lane).isEmpty()) {
                    failures.set(lane, Optional.of(new Divergence(stepsTaken * grid.stepSize(), variable, value)));
                }
            }
        }
    }
}
