/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * The classic Runge-Kutta method with weights 1/6, 1/3, 1/3, 1/6.
 *
 * <p>Four stages, order 4, without error control. A signal that jumps from step to step brings the order down to 1 in time, as
 * with any scheme; it is then no better than {@link Euler} at four times the cost.
 *
 * <p>Source: E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I (2nd edition, 1993), table II.1.2,
 * left.
 */
public record RungeKutta4() implements FixedStepSolver {
    @Override
    public String name() {
        return "rk4";
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public Stepper stepper(final VectorField field, final int length) {
        final double[] slope = new double[length];
        final double[] stage = new double[length];
        final double[] weighted = new double[length];
        return (time, stepSize, from, to) -> {
            field.derivatives(time, from, weighted);
            Stages.advance(from, stepSize / 2, weighted, stage);

            field.derivatives(time + stepSize / 2, stage, slope);
            Stages.advance(from, stepSize / 2, slope, stage, weighted);

            field.derivatives(time + stepSize / 2, stage, slope);
            Stages.advance(from, stepSize, slope, stage, weighted);

            field.derivatives(time + stepSize, stage, slope);
            Stages.finish(from, stepSize / 6, weighted, slope, to);
        };
    }
}
