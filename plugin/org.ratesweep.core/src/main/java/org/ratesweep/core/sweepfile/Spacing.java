/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

/** Numbers at even distances, as numpy lays them out. */
enum Spacing {
    /**
     * {@code numpy.linspace(from, to, n)}: evenly spaced numbers, both ends included, equal to numpy's to the last bit.
     */
    LINSPACE("linspace") {
        @Override
        double[] values(final double from, final double to, final int n) {
            final double[] values = new double[n];
            final double step = (to - from) / (n - 1);
            for (int i = 0; i < n; i++) {
                // A step that underflows to 0 is taken apart, as numpy does.
                values[i] = (step == 0 ? i / (double) (n - 1) * (to - from) : i * step) + from;
            }
            values[0] = from;
            if (n > 1) {
                values[n - 1] = to;
            }
            return values;
        }
    },

    /**
     * {@code numpy.logspace(from, to, n)}: powers of 10 with evenly spaced exponents; {@code from} and {@code to} are
     * the exponents. Powers may differ from numpy's in the last bit, as numpy's own do from one processor to another;
     * those of whole exponents are exact to the last bit.
     */
    LOGSPACE("logspace") {
        @Override
        double[] values(final double from, final double to, final int n) {
            final double[] values = LINSPACE.values(from, to, n);
            for (int i = 0; i < n; i++) {
                final long whole = (long) values[i];
                values[i] = whole == values[i] ? Double.parseDouble("1e" + whole) : Math.pow(10, values[i]);
            }
            return values;
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
     * Lays out numbers.
     *
     * @param from the first number, or its exponent
     * @param to the last number, or its exponent
     * @param n how many, at least 1; a single one is the first
     * @return the numbers
     */
    abstract double[] values(double from, double to, int n);
}
