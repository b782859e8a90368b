/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

/** Small powers by multiplication: much faster than {@link Math#pow}, and evaluating their base only once. */
public final class Powers {
    private Powers() {}

    /**
     * Returns the second power.
     *
     * @param x the base
     * @return x*x
     */
    public static double square(final double x) {
        return x * x;
    }

    /**
     * Returns the third power.
     *
     * @param x the base
     * @return (x*x)*x
     */
    public static double cube(final double x) {
        return x * x * x;
    }
}
