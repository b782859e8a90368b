/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import java.util.Arrays;

/** The stages of an explicit Runge-Kutta step in many lanes. */
final class LaneStages {
    private final LaneField field;
    private final LaneShape shape;
    private final double[] nodes;
    private final Weights[] weights;
    private final double[][] slopes;
    private final double[] fresh;
    private final double[] sum;
    private final double[] argument;
    private final double[] end;
    private final double[] stageTimes;
    private final boolean[] stale;
    private int lanes;
    private double[] times = {};
    private double[] sizes = {};
    private double[] state = {};

    /**
     * @param field the system
     * @param shape the layout of states
     * @param nodes where in a step each stage is, as a fraction of it
     * @param weights for each stage, the weights of the slopes before it
     */
    LaneStages(final LaneField field, final LaneShape shape, final double[] nodes, final Weights[] weights) {
        this.field = field;
        this.shape = shape;
        this.nodes = nodes;
        this.weights = weights;
        this.slopes = new double[nodes.length][];
        Arrays.setAll(slopes, stage -> shape.newArray());
        this.fresh = shape.newArray();
        this.sum = shape.newArray();
        this.argument = shape.newArray();
        this.end = shape.newArray();
        this.stageTimes = new double[shape.stride()];
        this.stale = new boolean[shape.stride()];
        Arrays.fill(stale, true);
    }

    /** Starts a step; the slope at its start is computed where it is not known. */
    void begin(final int number, final double[] starts, final double[] lengths, final double[] from) {
        lanes = number;
        times = starts;
        sizes = lengths;
        state = from;
        boolean anyStale = false;
        for (int lane = 0; lane < lanes; lane++) {
            anyStale |= stale[lane];
        }
        if (anyStale) {
            field.derivatives(lanes, times, state, fresh);
            for (int lane = 0; lane < lanes; lane++) {
                if (stale[lane]) {
                    shape.copyLane(fresh, lane, slopes[0], lane);
                    stale[lane] = false;
                }
            }
        }
    }

    /** Computes the slope of a stage; those before it must be known. */
    void stage(final int stage) {
        advance(weights[stage], argument);
        slope(stage, argument);
    }

    /** Computes the state at the end of the step. */
    void end(final Weights slopeWeights) {
        advance(slopeWeights, end);
    }

    /** Computes the slope at the end of the step, as that of a stage. */
    void slopeAtEnd(final int stage) {
        slope(stage, end);
    }

    private void slope(final int stage, final double[] at) {
        for (int lane = 0; lane < lanes; lane++) {
            stageTimes[lane] = times[lane] + nodes[stage] * sizes[lane];
        }
        field.derivatives(lanes, stageTimes, at, slopes[stage]);
    }

    private void advance(final Weights slopeWeights, final double[] to) {
        slopeWeights.sum(slopes, shape, lanes, sum);
        for (int base = 0; base < to.length; base += shape.stride()) {
            for (int lane = 0; lane < lanes; lane++) {
                to[base + lane] = state[base + lane] + sizes[lane] * sum[base + lane];
            }
        }
    }

    /**
     * Finds the largest error of any variable, in units of the tolerance.
     *
     * @param slopeWeights the error divided by the step size
     * @param control the tolerances
     * @param largest where it goes, for each lane; NaN for a lane whose end is not finite
     */
    void largestError(final Weights slopeWeights, final StepControl control, final double[] largest) {
        slopeWeights.sum(slopes, shape, lanes, sum);
        Arrays.fill(largest, 0, lanes, 0);
        for (int base = 0; base < end.length; base += shape.stride()) {
            for (int lane = 0; lane < lanes; lane++) {
                final double error =
                        sizes[lane] * sum[base + lane] / control.scale(state[base + lane], end[base + lane]);
                largest[lane] = Math.max(largest[lane], Math.abs(error) + end[base + lane] * 0);
            }
        }
    }

    int lanes() {
        return lanes;
    }

    double[] end() {
        return end;
    }

    double size(final int lane) {
        return sizes[lane];
    }

    double start(final int place) {
        return state[place];
    }

    double slope(final int stage, final int place) {
        return slopes[stage][place];
    }

    double weighted(final Weights slopeWeights, final int place) {
        return slopeWeights.at(slopes, place);
    }

    /** Adds up the slopes times some weights, in all variables of the lanes of the last step. */
    void weighted(final Weights slopeWeights, final double[] to) {
        slopeWeights.sum(slopes, shape, lanes, to);
    }

    /** Takes the slope of a stage for the one at the start of a lane's next step. */
    void startWith(final int stage, final int lane) {
        shape.copyLane(slopes[stage], lane, slopes[0], lane);
    }

    void forget(final int lane) {
        stale[lane] = true;
    }

    void move(final int from, final int to) {
        shape.copyLane(slopes[0], from, slopes[0], to);
        stale[to] = stale[from];
    }
}
