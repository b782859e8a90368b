/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import org.ratesweep.core.sweep.ValueRange;

/** The names that sweep files have for numbers at even distances: those of numpy. */
enum Spacing {
    /** Evenly spaced numbers. */
    LINSPACE("linspace") {
        @Override
        ValueRange range(final double from, final double to, final int n) {
            return new ValueRange.Linear(from, to, n);
        }
    },

    /** Powers of 10 with evenly spaced exponents; {@code from} and {@code to} are the exponents. */
    LOGSPACE("logspace") {
        @Override
        ValueRange range(final double from, final double to, final int n) {
            return new ValueRange.PowersOfTen(from, to, n);
        }
    };

    private final String key;

    Spacing(final String key) {
        this.key = key;
    }

    /** Returns the name in sweep files. */
    String key() {
        return key;
    }

    /**
     * Returns the range that a name and its arguments stand for.
     *
     * @param from the first number, or its exponent
     * @param to the last number, or its exponent
     * @param n how many
     */
    abstract ValueRange range(double from, double to, int n);
}
