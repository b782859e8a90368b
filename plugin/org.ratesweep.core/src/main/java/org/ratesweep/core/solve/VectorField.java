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

    /**
     * Computes y + h f(t, y), to the last bit what follows from {@link #derivatives}.
     *
     * @param time t
     * @param stepSize h
     * @param state y; only read
     * @param advanced where y + h f(t, y) goes, an array of its own, as long as the state
     */
    default void advance(final double time, final double stepSize, final double[] state, final double[] advanced) {
        advance(time, stepSize, state, state, advanced);
    }

    /**
     * Computes x + h f(t, y), to the last bit what follows from {@link #derivatives}.
     *
     * @param time t
     * @param stepSize h
     * @param state y; only read
     * @param start x, as long as the state; only read
     * @param advanced where x + h f(t, y) goes, an array of its own, as long as the state
     */
    default void advance(
            final double time,
            final double stepSize,
            final double[] state,
            final double[] start,
            final double[] advanced) {
        derivatives(time, state, advanced);
        Stages.advance(start, stepSize, advanced, advanced);
    }

    /**
     * Computes (1 - w) x + w y + h f(t, y), to the last bit what follows from {@link #derivatives}.
     *
     * @param time t
     * @param stepSize h
     * @param state y; only read
     * @param weight w
     * @param start x, as long as the state; only read
     * @param advanced where the sum goes, an array of its own, as long as the state
     */
    default void finish(
            final double time,
            final double stepSize,
            final double[] state,
            final double weight,
            final double[] start,
            final double[] advanced) {
        derivatives(time, state, advanced);
        Stages.finish(state, weight, start, stepSize, advanced, advanced);
    }
}
