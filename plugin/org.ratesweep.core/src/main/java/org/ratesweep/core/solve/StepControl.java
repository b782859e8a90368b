/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import org.ratesweep.core.error.InputException;

/**
 * How an adaptive solver chooses its steps.
 *
 * <p>A step is good if the error of no state variable is more than a fifth of atol + rtol |y|. That is what one step may add;
 * how errors of former steps grow or fade is up to the system.
 *
 * @param rtol the tolerated error relative to the value of a state variable
 * @param atol the tolerated error of values near zero, in the units of the state variables
 * @param maxStep the largest step, in the model's unit of time
 * @param firstStep the first step to try, in the same unit
 * @param maxSteps how many steps a parameter set may take, refused ones counted
 */
public record StepControl(double rtol, double atol, double maxStep, double firstStep, long maxSteps) {
    /** The relative tolerance unless another is asked for. */
    public static final double DEFAULT_RTOL = 1e-6;
    /** The absolute tolerance unless another is asked for: small against potentials of a millivolt, given in volts. */
    public static final double DEFAULT_ATOL = 1e-9;
    /** The number of steps unless another is asked for. */
    public static final long DEFAULT_MAX_STEPS = 10_000_000;

    /** Where rounding of doubles begins to outweigh the method's error. */
    private static final double SMALLEST_RTOL = 1e-13;
    /** What one step may use up of the tolerance, since the errors of steps add up. */
    private static final double SHARE_OF_STEP = 0.2;

    /**
     * Checks the values.
     *
     * @throws InputException if one is not positive, or rtol is less than 1e-13 or not less than 1
     */
    public StepControl {
        if (!(rtol >= SMALLEST_RTOL && rtol < 1)) {
            throw new InputException("rtol is " + rtol + "; expected a number from " + SMALLEST_RTOL
                    + " (the rounding of doubles) to less than 1");
        }
        requirePositive("atol", atol);
        requirePositive("max_step", maxStep);
        requirePositive("first_step", firstStep);
        if (maxSteps < 1) {
            throw new InputException("max_steps is " + maxSteps + "; expected at least 1");
        }
    }

    private static void requirePositive(final String name, final double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InputException(name + " is " + value + "; expected a positive number");
        }
    }

    /**
     * Returns the control that a run has unless something else is asked for: the default tolerances, steps of up to the whole
     * run, the first of them a step of the grid.
     *
     * @param grid the steps and samples of the run
     */
    public static StepControl defaults(final TimeGrid grid) {
        return new StepControl(
                DEFAULT_RTOL,
                DEFAULT_ATOL,
                grid.simulationTime(),
                Math.min(grid.stepSize(), grid.simulationTime()),
                DEFAULT_MAX_STEPS);
    }

    /** Returns the error of a state variable that is just good enough, for a step between two values. */
    double scale(final double start, final double end) {
        return SHARE_OF_STEP * (atol + rtol * Math.max(Math.abs(start), Math.abs(end)));
    }
}
