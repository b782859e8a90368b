/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The factors of a sum of slopes.
 *
 * <p>Zeros are left out, and the rest is padded with zeros to groups of {@value #GROUP}, of which each is one pass over the
 * lanes.
 *
 * @param slopes the numbers of the slopes
 * @param factors what each is multiplied by
 */
record Weights(int[] slopes, double[] factors) {
    private static final int GROUP = 4;

    /** Returns the weights of slopes 0, 1, … */
    static Weights of(final double... factors) {
        final int[] used =
                IntStream.range(0, factors.length).filter(i -> factors[i] != 0).toArray();
        final int[] slopes = new int[(used.length + GROUP - 1) / GROUP * GROUP];
        final double[] padded = new double[slopes.length];
        for (int i = 0; i < used.length; i++) {
            slopes[i] = used[i];
            padded[i] = factors[used[i]];
        }
        return new Weights(slopes, padded);
    }

    /** Returns the rows of a table as weights. */
    static Weights[] of(final double[][] rows) {
        final Weights[] weights = new Weights[rows.length];
        for (int i = 0; i < rows.length; i++) {
            weights[i] = of(rows[i]);
        }
        return weights;
    }

    /** Returns the same weights, all multiplied by a number. */
    Weights times(final double number) {
        return new Weights(
                slopes, Arrays.stream(factors).map(factor -> number * factor).toArray());
    }

    /** Adds up in all variables of the first lanes, as loops that HotSpot turns into vector instructions. */
    void sum(final double[][] all, final LaneShape shape, final int lanes, final double[] sum) {
        for (int group = 0; group < slopes.length; group += GROUP) {
            final double[] a = all[slopes[group]];
            final double[] b = all[slopes[group + 1]];
            final double[] c = all[slopes[group + 2]];
            final double[] d = all[slopes[group + 3]];
            final double fa = factors[group];
            final double fb = factors[group + 1];
            final double fc = factors[group + 2];
            final double fd = factors[group + 3];
            if (group == 0) {
                for (int base = 0; base < sum.length; base += shape.stride()) {
                    for (int i = base; i < base + lanes; i++) {
                        sum[i] = fa * a[i] + fb * b[i] + fc * c[i] + fd * d[i];
                    }
                }
            } else {
                for (int base = 0; base < sum.length; base += shape.stride()) {
                    for (int i = base; i < base + lanes; i++) {
                        sum[i] += fa * a[i] + fb * b[i] + fc * c[i] + fd * d[i];
                    }
                }
            }
        }
    }

    /** Adds up in one place. */
    double at(final double[][] all, final int place) {
        double sum = 0;
        for (int i = 0; i < slopes.length; i++) {
            sum += factors[i] * all[slopes[i]][place];
        }
        return sum;
    }
}
