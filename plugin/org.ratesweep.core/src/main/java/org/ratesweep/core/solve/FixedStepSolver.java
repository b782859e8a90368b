/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * A scheme that advances a state by steps of one size.
 *
 * <p>Extrinsic signals hold their value during a step: all stages of step i see sample i.
 */
public sealed interface FixedStepSolver extends Solver permits Euler, Heun, RungeKutta4 {

    /** Advances states; it has work space of its own, so it serves one thread and one length of state. */
    @FunctionalInterface
    interface Stepper {
        /**
         * Advances the state by one step.
         *
         * @param time the time at the start of the step
         * @param stepSize the size of the step, in the unit of time
         * @param from the state at the start; only read
         * @param to where the state at the end of the step goes, another array
         */
        void step(double time, double stepSize, double[] from, double[] to);
    }

    /**
     * Returns what advances states of one system.
     *
     * @param field the system
     * @param length the length of the state
     * @return a new stepper
     */
    Stepper stepper(VectorField field, int length);
}
