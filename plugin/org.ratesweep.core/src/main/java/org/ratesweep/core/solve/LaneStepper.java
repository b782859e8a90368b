/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * Takes steps in many lanes, each from a time of its own by a size of its own.
 *
 * <p>The order of calls: {@link #attempt}; {@link #interpolate} for values inside of steps that are good; {@link #advance} for
 * each lane with such a step, after which the caller's state must be that of {@link #end()}.
 */
public interface LaneStepper {
    /**
     * Computes a step in the first lanes.
     *
     * @param lanes how many lanes
     * @param times where each step starts
     * @param sizes how long it is
     * @param state the states at the start, which stay as they are; no other array may be given in later calls
     */
    void attempt(int lanes, double[] times, double[] sizes, double[] state);

    /** Returns the error of a lane's step as a multiple of the tolerance; NaN if the step led to numbers that are not finite. */
    double error(int lane);

    /** Returns the states at the end of the steps. */
    double[] end();

    /**
     * Returns a state inside of a lane's step.
     *
     * @param variable the number of the state variable
     * @param lane the lane
     * @param fraction how far into the step, from 0 to 1
     */
    double interpolate(int variable, int lane, double fraction);

    /**
     * Prepares {@link #interpolateAll} for the steps that were computed last.
     *
     * @param lanes how many lanes
     */
    void prepareInterpolation(int lanes);

    /**
     * Computes the states inside of the steps in the first lanes, at the same fraction of each.
     *
     * @param lanes how many lanes
     * @param fraction how far into the steps, from 0 to 1
     * @param states where they go
     */
    void interpolateAll(int lanes, double fraction, double[] states);

    /** Starts a lane's next step where its last one ended. */
    void advance(int lane);

    /** Lets a lane start anew: its derivatives are not what they were at the end of the last step. */
    void forget(int lane);

    /** Lets a lane go on with what another one was doing. */
    void move(int from, int to);
}
