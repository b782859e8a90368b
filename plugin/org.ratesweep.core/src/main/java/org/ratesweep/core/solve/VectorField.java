/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/** The right-hand side of a system of ordinary differential equations, y' = f(t, y), for many parameter sets at a time. */
@FunctionalInterface
public interface VectorField {
    /**
     * Computes f(t, y).
     *
     * @param time t
     * @param state y; only read
     * @param derivative where f(t, y) goes, as long as the state
     */
    void derivatives(double time, double[] state, double[] derivative);
}
