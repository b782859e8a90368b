/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/** The sums of which Runge-Kutta steps are made, as loops that HotSpot turns into vector instructions. */
final class Stages {
    private Stages() {}

    /** y += a x. */
    static void addScaled(final double[] y, final double a, final double[] x) {
        for (int i = 0; i < y.length; i++) {
            y[i] += a * x[i];
        }
    }

    /** y += x. */
    static void add(final double[] y, final double[] x) {
        for (int i = 0; i < y.length; i++) {
            y[i] += x[i];
        }
    }

    /** z = y + a x. */
    static void advance(final double[] y, final double a, final double[] x, final double[] z) {
        for (int i = 0; i < y.length; i++) {
            z[i] = y[i] + a * x[i];
        }
    }
}
