/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import java.util.Arrays;
import org.ratesweep.core.compile.Block;

/**
 * The recent past of a block that advances by steps of one size, and the vector field that sees it.
 *
 * <p>Each variable with a past that matters has a ring of values, one for each step. A delay that is a whole number of steps
 * reads a value as it was; any other one lies between two of them:
 *
 * <ul>
 *   <li>Under schemes of order 1 and 2, on the straight line through them.
 *   <li>Under schemes of higher order, on a cubic. When a step is done, the state at a third and two thirds of it follows
 *       from the states and slopes at its ends (cubic Hermite interpolation), and the variables follow from the state; the
 *       cubic runs through these values. It spans one step only, since delays carry kinks from one whole number of steps to
 *       another.
 * </ul>
 *
 * <p>Error orders are 2 and 4, no less than what the schemes need. Before the start a variable is 0 or what it is at the start;
 * where that jumps, a step that ends there sees the value before the jump and the next step the one behind it. The order is
 * kept where jumps fall between two steps, that is, where delays are whole numbers of steps.
 *
 * <p>Source: A. Bellen, M. Zennaro, Numerical Methods for Delay Differential Equations (2003), chapters 3 and 4.
 */
final class History implements VectorField {
    private static final int HIGHEST_LINEAR_ORDER = 2;
    private static final int NODES_OF_CUBIC = 4;

    /** Stages of all schemes, and the nodes of the cubic, lie at sixths of a step. */
    private static final double SIXTHS = 6;

    private static final double TOLERANCE = 1e-6;

    private final Block block;
    private final TimeGrid grid;
    private final FixedStepRun.Drive drive;
    private final int nodes;
    private final int capacity;
    private final double[][] ring;
    private final Delayed[] delays;
    private final double[] previousState;
    private final double[] previousSlope;
    private final double[] between;
    private int step;
    private boolean isFirstStage;
    private int previousStep = -1;

    /** One delayed value: where it comes from, how old it is in each lane (in steps), and where it goes. */
    private record Delayed(
            int source, double[] ages, boolean isUniform, boolean wasZero, double[] before, Block.Probe probe) {}

    /**
     * @param block the prepared block, with delays
     * @param grid the steps
     * @param order that of the scheme
     * @param drive what gives the inputs their values
     * @param stepsBack how many steps may be taken again
     */
    History(
            final Block block,
            final TimeGrid grid,
            final int order,
            final FixedStepRun.Drive drive,
            final int stepsBack) {
        this.block = block;
        this.grid = grid;
        this.drive = drive;
        this.nodes = order <= HIGHEST_LINEAR_ORDER ? 1 : NODES_OF_CUBIC;
        this.delays = new Delayed[block.delays()];
        double longest = 0;
        for (int i = 0; i < delays.length; i++) {
            delays[i] = delayed(i);
            longest = Math.max(longest, Arrays.stream(delays[i].ages).max().orElseThrow());
        }
        this.capacity = (int) Math.min(grid.steps() + 1.0, Math.ceil(longest) + stepsBack + 2);
        this.ring = new double[Math.multiplyExact(capacity, nodes)][];
        final int length = nodes == 1 ? 0 : block.state().length;
        this.previousState = new double[length];
        this.previousSlope = new double[length];
        this.between = new double[length];
    }

    private Delayed delayed(final int delay) {
        final double[] ages = new double[block.used()];
        for (int lane = 0; lane < ages.length; lane++) {
            ages[lane] = grid.inSteps(block.delay(delay, lane));
            if (!(ages[lane] >= 1)) {
                throw new IllegalArgumentException("a delay of " + ages[lane] + " steps");
            }
            // Whatever is older than the run is equally unknown; the cap keeps positions within an int.
            ages[lane] = Math.min(ages[lane], grid.steps() + 1.0);
        }
        return new Delayed(
                block.delaySource(delay),
                ages,
                Arrays.stream(ages).allMatch(age -> age == ages[0]),
                block.wasZero(delay),
                new double[ages.length],
                block.delayed(delay));
    }

    /** Notes that a step begins at a state: feeds the delayed values of its start, and keeps what will be past. */
    void begin(final int newStep, final double[] state) {
        step = newStep;
        isFirstStage = true;
        if (step == 0) {
            findBefore();
        }
        feed(step, 0);
        block.delaySources(step * grid.stepSize(), state, values(step, 0));
    }

    /**
     * Finds what variables were before the start. One that follows from delayed values of others needs theirs first, so this
     * goes round until all are known; those that need each other's start from 0.
     */
    private void findBefore() {
        final double[] values = new double[block.delaySources() * block.stride()];
        for (int round = 0; round <= delays.length; round++) {
            feed(0, 0);
            block.delaySources(0, block.state(), values);
            boolean changed = false;
            for (final Delayed delayed : delays) {
                final int from = delayed.source * block.stride();
                final double[] now = Arrays.copyOfRange(values, from, from + delayed.before.length);
                if (!delayed.wasZero && !Arrays.equals(now, delayed.before)) {
                    System.arraycopy(now, 0, delayed.before, 0, now.length);
                    changed = true;
                }
            }
            if (!changed) {
                return;
            }
        }
    }

    @Override
    public void derivatives(final double time, final double[] state, final double[] derivative) {
        if (!isFirstStage) {
            feed(step, stage(time));
            block.derivatives(time, state, derivative);
            return;
        }
        isFirstStage = false;
        block.derivatives(time, state, derivative);
        if (nodes > 1) {
            if (previousStep == step - 1 && step > 0) {
                complete(state, derivative);
            }
            System.arraycopy(state, 0, previousState, 0, state.length);
            System.arraycopy(derivative, 0, previousSlope, 0, derivative.length);
            previousStep = step;
        }
    }

    /** Where in the step a stage lies, from 0 to 1. */
    private double stage(final double time) {
        final double stage = (time - step * grid.stepSize()) / grid.stepSize();
        final double sixth = Math.rint(stage * SIXTHS) / SIXTHS;
        return Math.abs(stage - sixth) < TOLERANCE ? sixth : stage;
    }

    /** Fills the inner nodes of the step before this one, now that the slope at its end is known. */
    private void complete(final double[] state, final double[] slope) {
        final int done = step - 1;
        drive.at(done);
        for (int node = 1; node < NODES_OF_CUBIC; node++) {
            final double part = node / (NODES_OF_CUBIC - 1.0);
            interpolate(part, state, slope);
            feed(done, part);
            block.delaySources((done + part) * grid.stepSize(), between, values(done, node));
        }
        drive.at(step);
    }

    /** Cubic Hermite interpolation; quadratic, without the slope at the end, in lanes where that slope is behind a jump. */
    private void interpolate(final double part, final double[] state, final double[] slope) {
        final double h = grid.stepSize();
        final double rest = 1 - part;
        final double start = rest * rest * (1 + 2 * part);
        final double startSlope = rest * rest * part * h;
        final double end = part * part * (3 - 2 * part);
        final double endSlope = -part * part * rest * h;
        for (int i = 0; i < state.length; i++) {
            between[i] =
                    start * previousState[i] + startSlope * previousSlope[i] + end * state[i] + endSlope * slope[i];
        }
        for (int lane = 0; lane < block.used(); lane++) {
            if (jumps(lane)) {
                for (int i = lane; i < state.length; i += block.stride()) {
                    final double straight = 2 * (state[i] - previousState[i]) / h - previousSlope[i];
                    between[i] = start * previousState[i]
                            + startSlope * previousSlope[i]
                            + end * state[i]
                            + endSlope * straight;
                }
            }
        }
    }

    /** Tells whether a pre-history of 0 ends, as some delayed value sees it, when this step begins. */
    private boolean jumps(final int lane) {
        for (final Delayed delayed : delays) {
            if (delayed.wasZero && delayed.ages[lane] == step) {
                return true;
            }
        }
        return false;
    }

    /** The values of all sources at a node of a step: those of node 0 are those at its start. */
    private double[] values(final int position, final int node) {
        final int place = position % capacity * nodes + node;
        if (ring[place] == null) {
            ring[place] = new double[block.delaySources() * block.stride()];
        }
        return ring[place];
    }

    /** Writes all delayed values as they are at a part of a step. */
    private void feed(final int at, final double part) {
        for (final Delayed delayed : delays) {
            if (delayed.isUniform) {
                feed(delayed, at, part, 0, delayed.ages.length);
            } else {
                for (int lane = 0; lane < delayed.ages.length; lane++) {
                    feed(delayed, at, part, lane, lane + 1);
                }
            }
        }
    }

    /** Writes a delayed value in some lanes in which it is equally old. */
    private void feed(final Delayed delayed, final int at, final double part, final int from, final int to) {
        final double[] target = delayed.probe.values();
        final int first = delayed.probe.offset();
        // A whole position belongs to the step that it begins, but at the end of a step to the one that it ends.
        final double relative = part - delayed.ages[from];
        final int offset = (int) (part == 0 ? Math.floor(relative) : Math.ceil(relative) - 1);
        final int position = at + offset;
        final double within = relative - offset;
        final int source = delayed.source * block.stride();
        if (position < 0) {
            System.arraycopy(delayed.before, from, target, first + from, to - from);
        } else if (within == 0) {
            System.arraycopy(values(position, 0), source + from, target, first + from, to - from);
        } else if (nodes == 1 && within == 1) {
            System.arraycopy(values(position + 1, 0), source + from, target, first + from, to - from);
        } else if (nodes == 1) {
            final double[] start = values(position, 0);
            final double[] end = values(position + 1, 0);
            for (int lane = from; lane < to; lane++) {
                target[first + lane] = (1 - within) * start[source + lane] + within * end[source + lane];
            }
        } else if (within == 1) {
            System.arraycopy(values(position, nodes - 1), source + from, target, first + from, to - from);
        } else {
            final double s = (NODES_OF_CUBIC - 1) * within;
            final double a = -(s - 1) * (s - 2) * (s - 3) / 6;
            final double b = s * (s - 2) * (s - 3) / 2;
            final double c = -s * (s - 1) * (s - 3) / 2;
            final double d = s * (s - 1) * (s - 2) / 6;
            final double[] v0 = values(position, 0);
            final double[] v1 = values(position, 1);
            final double[] v2 = values(position, 2);
            final double[] v3 = values(position, 3);
            for (int lane = from; lane < to; lane++) {
                final int i = source + lane;
                target[first + lane] = a * v0[i] + b * v1[i] + c * v2[i] + d * v3[i];
            }
        }
    }
}
