/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.figure;

import java.util.Arrays;

/**
 * A course in time with as few points as a picture of it needs: of the samples that share a column of pixels the
 * smallest and the largest, in their order. No extreme is lost, nothing is smoothed.
 *
 * @param times the times of the points
 * @param values the values of the points; NaN is a gap
 */
record Decimation(double[] times, double[] values) {
    /** Larger numbers are the last gasp of a diverging set: no axis can show them. */
    private static final double LARGEST = 1e100;

    /**
     * Decimates a line.
     *
     * @param times the times, ascending
     * @param values one value a time
     * @param columns into how many columns of pixels the times are divided
     * @return at most three points a column: two values and a gap
     */
    static Decimation of(final double[] times, final double[] values, final int columns) {
        final int rows = values.length;
        if (rows <= 2L * columns) {
            return new Decimation(
                    times.clone(), Arrays.stream(values).map(Decimation::orGap).toArray());
        }
        final double[] keptTimes = new double[3 * columns];
        final double[] keptValues = new double[3 * columns];
        int kept = 0;
        for (int column = 0; column < columns; column++) {
            final int from = (int) ((long) column * rows / columns);
            final int to = (int) ((long) (column + 1) * rows / columns);
            int least = -1;
            int most = -1;
            int gap = -1;
            for (int row = from; row < to; row++) {
                if (Double.isNaN(orGap(values[row]))) {
                    gap = row;
                } else {
                    least = least < 0 || values[row] < values[least] ? row : least;
                    most = most < 0 || values[row] > values[most] ? row : most;
                }
            }
            if (least >= 0) {
                keptTimes[kept] = times[Math.min(least, most)];
                keptValues[kept++] = values[Math.min(least, most)];
            }
            if (least != most) {
                keptTimes[kept] = times[Math.max(least, most)];
                keptValues[kept++] = values[Math.max(least, most)];
            }
            if (gap >= 0) {
                keptTimes[kept] = times[gap];
                keptValues[kept++] = Double.NaN;
            }
        }
        return new Decimation(Arrays.copyOf(keptTimes, kept), Arrays.copyOf(keptValues, kept));
    }

    /** Returns the largest absolute value, 0 if all is a gap. */
    double largest() {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private static double orGap(final double value) {
        return Math.abs(value) <= LARGEST ? value : Double.NaN;
    }
}
