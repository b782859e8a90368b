/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.measure;

import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * The power spectrum of a finite series, as {@link Measure#DOMINANT_FREQUENCY} describes it.
 *
 * @param power the power at each multiple of {@code spacing} below half the sampling rate, 0 first; in the square of
 *     the unit of the series
 * @param spacing the distance of two frequencies, in 1 / the unit of time
 * @param lowest the first of them that has at least one period in the series
 * @param constant whether all samples are the same, so that what power there is comes from rounding
 */
record Periodogram(double[] power, double spacing, int lowest, boolean constant) {
    /** The fewest samples that leave a frequency to look at between one period and half the sampling rate. */
    static final int FEWEST_SAMPLES = 4;

    private static final int LEAST_PADDING = 2;

    /**
     * A highest place.
     *
     * @param frequency where it is, in 1 / the unit of time; NaN if the series is constant
     * @param power its height, in the square of the unit of the series
     */
    record Peak(double frequency, double power) {}

    /** Transforms a series of at least {@link #FEWEST_SAMPLES} finite samples. */
    static Periodogram of(final Series series) {
        final double[] values = series.values();
        final int n = values.length;
        final double mean = StatUtils.mean(values);
        final int length = paddedLength(n);
        final double[][] parts = new double[2][length];
        for (int i = 0; i < n; i++) {
            parts[0][i] = (values[i] - mean) * (1 - Math.cos(2 * Math.PI * i / n)) / 2;
        }
        FastFourierTransformer.transformInPlace(parts, DftNormalization.STANDARD, TransformType.FORWARD);
        final double[] power = new double[length / 2];
        // The weights sum up to n / 2; power at negative frequencies counts for the positive ones.
        final double scale = 2 / (n / 2.0 * (n / 2.0));
        for (int k = 0; k < power.length; k++) {
            power[k] = (k == 0 ? scale / 2 : scale) * (parts[0][k] * parts[0][k] + parts[1][k] * parts[1][k]);
        }
        return new Periodogram(
                power,
                1 / (length * series.step()),
                (length + n - 1) / n,
                StatUtils.max(values) == StatUtils.min(values));
    }

    private static int paddedLength(final int n) {
        final int doubled = LEAST_PADDING * n;
        final int power = Integer.highestOneBit(doubled);
        return power == doubled ? power : 2 * power;
    }

    /** Returns the highest place, between the given frequencies by a parabola. */
    Peak peak() {
        if (constant) {
            return new Peak(Double.NaN, 0);
        }
        int highest = lowest;
        for (int k = lowest; k < power.length; k++) {
            if (power[k] > power[highest]) {
                highest = k;
            }
        }
        if (highest + 1 == power.length || power[highest - 1] > power[highest]) {
            return new Peak(highest * spacing, power[highest]);
        }
        final double left = Math.log(power[highest - 1]);
        final double top = Math.log(power[highest]);
        final double right = Math.log(power[highest + 1]);
        final double shift = (left - right) / (2 * (left - 2 * top + right));
        if (!(Math.abs(shift) <= 1)) {
            return new Peak(highest * spacing, power[highest]);
        }
        return new Peak((highest + shift) * spacing, Math.exp(top - (left - right) * shift / 4));
    }
}
