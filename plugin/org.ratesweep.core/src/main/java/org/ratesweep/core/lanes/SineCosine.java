/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

/**
 * Sine and cosine, within 1 unit in the last place.
 *
 * <p>With k the integer nearest 2x/pi, r = x - k pi/2 is at most pi/4 large, and the sine or cosine of x is, by the last
 * two bits of k, that of r or the other one, or the negative of them. pi/2 is subtracted in three parts; the first two
 * have 36 and 35 bits, so that their products with a k of 17 bits are exact, and what the sums round away is kept: r is
 * a sum of two doubles and right to 2^-107. sin(r) = r - r^3 S(r^2) and cos(r) = 1 - r^2/2 + r^4 C(r^2), where S and C of
 * degree 5 make errors of 2^-55.6 and 2^-59.4 of the results. The smaller part of r counts by the first derivative.
 *
 * <p>Beyond 2^17 pi/2 = 205887 the functions are {@link StrictMath}'s.
 */
public final class SineCosine {
    private static final double SHIFT = 0x1.8p52;
    private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
    private static final double HALF_PI_HIGH = 0x1.921fb5444p0;
    private static final double HALF_PI_MIDDLE = 0x1.68c234c4cp-39;
    private static final double HALF_PI_LOW = 0x1.98a2e03707345p-77;

    /** What the bits of a shifted k begin from in the common domain, of as many k as {@link #K_BITS} count. */
    private static final long K_LOWEST = Double.doubleToRawLongBits(SHIFT) - 0x20000;

    private static final int K_BITS = 18;

    private static final double S0 = 0x1.5555555555555p-3;
    private static final double S1 = -0x1.1111111110bb1p-7;
    private static final double S2 = 0x1.a01a019e833cep-13;
    private static final double S3 = -0x1.71de3795f24fbp-19;
    private static final double S4 = 0x1.ae600a5d357bap-26;
    private static final double S5 = -0x1.5e0adc3b9e393p-33;

    private static final double C0 = 0x1.5555555555555p-5;
    private static final double C1 = -0x1.6c16c16c16966p-10;
    private static final double C2 = 0x1.a01a019f4e75ep-16;
    private static final double C3 = -0x1.27e4fa178a89bp-22;
    private static final double C4 = 0x1.1eeb68931c96ap-29;
    private static final double C5 = -0x1.907d637976ef9p-37;

    /** Added to k, this makes a sine a cosine. */
    private static final int QUARTER_TURN = 1;

    // The columns of the working space.
    private static final int SHIFTED_K = 0;
    private static final int R = Chunks.STRIDE;
    private static final int REST = 2 * Chunks.STRIDE;
    private static final int SINE = REST;
    private static final int COSINE = 3 * Chunks.STRIDE;
    private static final int X = 4 * Chunks.STRIDE;

    private SineCosine() {}

    /**
     * Returns the sine of an angle.
     *
     * @param x the angle in radians
     * @return sin(x) within 1 unit in the last place, with the sign of x if x is 0; NaN for NaN and infinities
     */
    public static double sin(final double x) {
        return isCommon(x) ? common(x, 0) : StrictMath.sin(x);
    }

    /**
     * Returns the cosine of an angle.
     *
     * @param x the angle in radians
     * @return cos(x) within 1 unit in the last place; NaN for NaN and infinities
     */
    public static double cos(final double x) {
        return isCommon(x) ? common(x, QUARTER_TURN) : StrictMath.cos(x);
    }

    /**
     * Replaces angles by their sine, each as {@link #sin(double)} does.
     *
     * @param values the angles in radians
     * @param from index of the first one
     * @param to index behind the last one
     * @param work another array, longer than {@code to} by {@link Chunks#ROOM}; overwritten from {@code from} on
     * @throws IndexOutOfBoundsException if the range is not in the array, or the other one is too short
     */
    public static void sin(final double[] values, final int from, final int to, final double[] work) {
        Chunks.check(values, from, to, work);
        for (int start = from; start < to; start += Chunks.LENGTH) {
            final int end = Math.min(to, start + Chunks.LENGTH);
            if (!chunk(values, start, end, work, 0)) {
                for (int i = start; i < end; i++) {
                    if (!isCommon(work[X + i])) {
                        values[i] = StrictMath.sin(work[X + i]);
                    }
                }
            }
        }
    }

    /**
     * Replaces angles by their cosine, each as {@link #cos(double)} does.
     *
     * @param values the angles in radians
     * @param from index of the first one
     * @param to index behind the last one
     * @param work another array, longer than {@code to} by {@link Chunks#ROOM}; overwritten from {@code from} on
     * @throws IndexOutOfBoundsException if the range is not in the array, or the other one is too short
     */
    public static void cos(final double[] values, final int from, final int to, final double[] work) {
        Chunks.check(values, from, to, work);
        for (int start = from; start < to; start += Chunks.LENGTH) {
            final int end = Math.min(to, start + Chunks.LENGTH);
            if (!chunk(values, start, end, work, QUARTER_TURN)) {
                for (int i = start; i < end; i++) {
                    if (!isCommon(work[X + i])) {
                        values[i] = StrictMath.cos(work[X + i]);
                    }
                }
            }
        }
    }

    private static boolean isCommon(final double x) {
        return (Double.doubleToRawLongBits(x * TWO_OVER_PI + SHIFT) - K_LOWEST) >>> K_BITS == 0;
    }

    /** Computes one function of a chunk; returns whether all are in the common domain. If not, the numbers are kept as x. */
    private static boolean chunk(
            final double[] values, final int from, final int to, final double[] work, final int turn) {
        turns(values, from, to, work);
        reduce(from, to, work);
        cosine(from, to, work);
        sine(from, to, work);
        final boolean common = allTurns(from, to, work) >>> K_BITS == 0;
        if (!common) {
            System.arraycopy(values, from, work, X + from, to - from);
        }
        choose(values, from, to, work, turn);
        return common;
    }

    /** From x to the shifted k, and to x less k times the upper part of pi/2. */
    private static void turns(final double[] values, final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double x = values[i];
            final double shifted = x * TWO_OVER_PI + SHIFT;
            work[SHIFTED_K + i] = shifted;
            work[R + i] = x - (shifted - SHIFT) * HALF_PI_HIGH;
        }
    }

    /** From there to r and what its rounding took away. */
    private static void reduce(final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double k = work[SHIFTED_K + i] - SHIFT;
            final double upper = work[R + i];
            final double middle = k * HALF_PI_MIDDLE;
            final double sum = upper - middle;
            final double low = ((sum - upper) + middle) + k * HALF_PI_LOW;
            final double r = sum - low;
            work[R + i] = r;
            work[REST + i] = (sum - r) - low;
        }
    }

    /** From r to cos(r). */
    private static void cosine(final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double r = work[R + i];
            final double z = r * r;
            final double z2 = z * z;
            final double polynomial = ((C0 + C1 * z) + (C2 + C3 * z) * z2) + (C4 + C5 * z) * (z2 * z2);
            final double half = 0.5 * z;
            final double one = 1 - half;
            work[COSINE + i] = one + (((1 - one) - half) + (z2 * polynomial - r * work[REST + i]));
        }
    }

    /** From r to sin(r), in place of the rest of r. */
    private static void sine(final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double r = work[R + i];
            final double z = r * r;
            final double z2 = z * z;
            final double polynomial = ((S0 + S1 * z) + (S2 + S3 * z) * z2) + (S4 + S5 * z) * (z2 * z2);
            final double rest = work[REST + i];
            work[SINE + i] = r - (r * z * polynomial + (0.5 * z * rest - rest));
        }
    }

    /** Returns all k, above the lowest common one, or-ed. */
    private static long allTurns(final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        long all = 0;
        for (int i = from; i < end; i++) {
            all |= Double.doubleToRawLongBits(work[SHIFTED_K + i]) - K_LOWEST;
        }
        return all;
    }

    /**
     * From the sines and cosines of r to one of those of x: a sum in which one has the factor 1 or -1 and the other one 0, which
     * is exact. With q from -2 to 2, equal to -k up to a multiple of 4, the factors are 1 - |q| and q (|q| - 2). Of a k that is
     * 0 the second one is -0, so that the sine of 0 keeps its sign.
     */
    private static void choose(
            final double[] values, final int from, final int to, final double[] work, final double turn) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double k = (work[SHIFTED_K + i] - SHIFT) + turn;
            final double q = 4 * ((0.25 * k + SHIFT) - SHIFT) - k;
            final double size = Math.abs(q);
            values[i] = (1 - size) * work[SINE + i] + (q * (size - 2)) * work[COSINE + i];
        }
    }

    private static double common(final double x, final int turn) {
        final double shifted = x * TWO_OVER_PI + SHIFT;
        final double k = shifted - SHIFT;
        final double upper = x - k * HALF_PI_HIGH;
        final double middle = k * HALF_PI_MIDDLE;
        final double sum = upper - middle;
        final double low = ((sum - upper) + middle) + k * HALF_PI_LOW;
        final double r = sum - low;
        final double rest = (sum - r) - low;
        final double z = r * r;
        final double z2 = z * z;
        final long quarters = Double.doubleToRawLongBits(shifted) + turn;
        final double value;
        if ((quarters & 1) == 0) {
            final double polynomial = ((S0 + S1 * z) + (S2 + S3 * z) * z2) + (S4 + S5 * z) * (z2 * z2);
            value = r - (r * z * polynomial + (0.5 * z * rest - rest));
        } else {
            final double polynomial = ((C0 + C1 * z) + (C2 + C3 * z) * z2) + (C4 + C5 * z) * (z2 * z2);
            final double half = 0.5 * z;
            final double one = 1 - half;
            value = one + (((1 - one) - half) + (z2 * polynomial - r * rest));
        }
        return (quarters & 2) == 0 ? value : -value;
    }
}
