/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

/** Functions of complex numbers, where those happen to be real. */
public final class RealLine {
    private RealLine() {}

    /**
     * Returns the imaginary part of a real number.
     *
     * @param x the number
     * @return 0, also for infinities and NaN
     */
    public static double imaginary(final double x) {
        return 0.0;
    }
}
