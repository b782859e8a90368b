/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

/** White noise outside of a run. */
public final class Noise {
    private Noise() {}

    /**
     * Returns NaN: white noise has no value at an instant, and a run gives its increments through signals.
     *
     * @param sigma the strength
     * @return NaN
     */
    public static double value(final double sigma) {
        return sigma * Double.NaN;
    }
}
