/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * The explicit Euler method, y(t+h) = y(t) + h f(t, y(t)).
 *
 * <p>One stage, order 1. Cheap and the usual choice for models that are driven by noise; for smooth systems {@link
 * RungeKutta4} reaches the same accuracy with far fewer evaluations. Stable for y' = -y/tau only up to h = 2 tau.
 *
 * <p>With noise it is the Euler-Maruyama method, which converges to the solution in the sense of Itô: with strong order 1 if the
 * strength of the noise does not depend on the state, 1/2 if it does, and weak order 1 (P. E. Kloeden, E. Platen, Numerical
 * Solution of Stochastic Differential Equations, 1992, section 10.2).
 *
 * <p>Source: E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I (2nd edition, 1993), eq. I.7.3.
 */
public record Euler() implements FixedStepSolver {
    @Override
    public String name() {
        return "euler";
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public boolean takesNoise() {
        return true;
    }

    @Override
    public Stepper stepper(final VectorField field, final int length) {
        return field::advance;
    }
}
