/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/** The sums of which Runge-Kutta steps are made, as loops that HotSpot turns into vector instructions. */
final class Stages {
    private Stages() {}

    /** z = y + a x. */
    static void advance(final double[] y, final double a, final double[] x, final double[] z) {
        for (int i = 0; i < y.length; i++) {
            z[i] = y[i] + a * x[i];
        }
    }

    /** z = y + b (v - y) + a x. */
    static void finish(
            final double[] v, final double b, final double[] y, final double a, final double[] x, final double[] z) {
        for (int i = 0; i < y.length; i++) {
            z[i] = y[i] + b * (v[i] - y[i]) + a * x[i];
        }
    }
}
