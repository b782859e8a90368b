/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** The middle of several measurements: one slow run among them changes nothing. */
final class Median {
    private Median() {}

    /** Measures some times. */
    static double of(final int repetitions, final DoubleSupplier measurement) {
        final double[] values = new double[repetitions];
        for (int i = 0; i < repetitions; i++) {
            values[i] = measurement.getAsDouble();
        }
        return of(values);
    }

    /** Returns the middle value, the mean of the two middle ones if their number is even. */
    static double of(final double... values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Returns how many seconds something takes. */
    static double seconds(final Runnable work) {
        final long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
