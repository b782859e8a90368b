/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * A scheme that estimates its error and chooses the size of its steps for each parameter set on its own.
 *
 * <p>Parameter sets are computed side by side, one lane a set, but each is at a time of its own and takes steps of its own, so
 * that no set knows of another. The size of the next step follows from the error estimate e of the last one as
 * h (0.9 / e)^(1/q), with e = 1 for an error of just the tolerance (Hairer, Nørsett, Wanner I, section II.4).
 */
public sealed interface AdaptiveSolver extends Solver permits DormandPrince5, DormandPrince8, Rodas4 {

    /** Returns q, where the error estimate of one step grows as the q-th power of its size. */
    int errorExponent();

    /** Returns the degree of the polynomial in time that its continuous extension is inside of a step. */
    int denseDegree();

    /**
     * Returns what takes steps of one system.
     *
     * @param field the system
     * @param shape the lengths of the arrays that hold states
     * @param control the tolerances
     * @return a new stepper, for use by one thread
     */
    LaneStepper stepper(LaneField field, LaneShape shape, StepControl control);
}
