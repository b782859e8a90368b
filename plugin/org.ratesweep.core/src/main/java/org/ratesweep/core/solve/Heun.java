/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * Heun's method, the explicit trapezoidal rule: y(t+h) = y(t) + h/2 (f(t, y(t)) + f(t+h, y(t) + h f(t, y(t)))).
 *
 * <p>Two stages, order 2. PyRates 1.2.3 has a solver of the same name that evaluates only the second slope and is of order 1;
 * results differ by that.
 *
 * <p>With noise both slopes see the same increment, which converges to the solution in the sense of Stratonovich; where the
 * strength of the noise depends on the state this differs from that of {@link Euler} (W. Rümelin, SIAM J. Numer. Anal. 19
 * (1982) 604-613). Strong order 1 for a single noise, or one whose strength does not depend on the state.
 *
 * <p>Source: E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I (2nd edition, 1993), table II.1.1.
 * Since the predicted state p = y + h f(t, y) contains the first slope, the step is computed as y + (p - y)/2 + h/2 f(t+h, p) and
 * no slope is stored.
 */
public record Heun() implements FixedStepSolver {
    @Override
    public String name() {
        return "heun";
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public boolean takesNoise() {
        return true;
    }

    @Override
    public Stepper stepper(final VectorField field, final int length) {
        final double[] predicted = new double[length];
        return (time, stepSize, from, to) -> {
            field.advance(time, stepSize, from, predicted);
            field.finish(time + stepSize, stepSize / 2, predicted, 0.5, from, to);
        };
    }
}
