/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/** The right-hand side of a system of ordinary differential equations, y' = f(t, y), for lanes that differ in time. */
@FunctionalInterface
public interface LaneField {
    /**
     * Computes f(t, y) in the first lanes.
     *
     * @param lanes how many lanes to compute
     * @param times t of each of them
     * @param state y; only read
     * @param derivative where f(t, y) goes
     */
    void derivatives(int lanes, double[] times, double[] state, double[] derivative);
}
