/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * The classic Runge-Kutta method with weights 1/6, 1/3, 1/3, 1/6.
 *
 * <p>Four stages, order 4, without error control. A signal that jumps from step to step brings the order down to 1 in time, as
 * with any scheme; it is then no better than {@link Euler} at four times the cost.
 *
 * <p>Source: E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I (2nd edition, 1993), table II.1.2,
 * left. Since the states Y2, Y3 and Y4 of the later stages contain the slopes of the earlier ones, the step is computed as
 * y + ((Y2 - y) + 2 (Y3 - y) + (Y4 - y))/3 + h/6 f(t+h, Y4) and no slope is stored. Its rounding error is some 1.6 times that of
 * the usual sum of slopes, about half a unit in the last place of y.
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
        final double[] second = new double[length];
        final double[] third = new double[length];
        final double[] fourth = new double[length];
        // The mean takes the place of the second stage, which nothing else needs by then.
        final double[] mean = second;
        return (time, stepSize, from, to) -> {
            final double middle = time + stepSize / 2;
            field.advance(time, stepSize / 2, from, from, second);
            field.advance(middle, stepSize / 2, second, from, third);
            field.advance(middle, stepSize, third, from, fourth);
            for (int i = 0; i < length; i++) {
                final double y = from[i];
                mean[i] = y + ((second[i] - y) + 2 * (third[i] - y) + (fourth[i] - y)) * (1 / 3.0);
            }
            field.advance(time + stepSize, stepSize / 6, fourth, mean, to);
        };
    }
}
