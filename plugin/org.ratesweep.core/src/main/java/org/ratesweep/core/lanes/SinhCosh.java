/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

/**
 * The hyperbolic sine and cosine, within 1.5 units in the last place.
 *
 * <p>With k the integer nearest x/ln 2, r = x - k ln 2, and p = 2^(k-1) and m = 2^(-k-1), sinh(x) = (p - m) cosh(r) + (p +
 * m) sinh(r) and cosh(x) = (p + m) cosh(r) + (p - m) sinh(r), by the theorems of addition. On |r| <= ln 2 / 2, sinh(r) = r
 * + r z S(z) and cosh(r) = 1 + z C(z) with z = r^2, where S of degree 4 makes a relative error of 2^-60.7 of sinh(r), and
 * C of degree 5 an error of 2^-64.7. What roundings take away from r and from the sum of the two large terms is found
 * exactly (T. J. Dekker, 1971, A floating-point technique for extending the available precision, Numerische Mathematik
 * 18, 224-242) and made up for.
 */
public final class SinhCosh {
    private static final double SHIFT = 0x1.8p52;
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN2_HIGH = 0x1.62e42fefa38p-1;
    private static final double LN2_LOW = 0x1.ef35793c7673p-45;

    private static final long K_ZERO = Double.doubleToRawLongBits(SHIFT);

    /** In the common domain k is from -512 to 511. */
    private static final int K_BITS = 10;

    private static final long K_LARGEST = 512;

    /** The exponent of 1/2, biased. */
    private static final long HALF = 1022;

    private static final double S0 = 0x1.5555555555559p-3;
    private static final double S1 = 0x1.111111110f6aep-7;
    private static final double S2 = 0x1.a01a01afe5586p-13;
    private static final double S3 = 0x1.71ddf8531cb99p-19;
    private static final double S4 = 0x1.af5ebfecdcae4p-26;

    private static final double C0 = 0x1.0p-1;
    private static final double C1 = 0x1.555555555555cp-5;
    private static final double C2 = 0x1.6c16c16c13f21p-10;
    private static final double C3 = 0x1.a01a01b1807ap-16;
    private static final double C4 = 0x1.27e4c4ff09f26p-22;
    private static final double C5 = 0x1.1f9549418b2e2p-29;

    // The columns of the working space. The last one holds x where some x is outside of the common domain.
    private static final int R = 0;
    private static final int ODD = Chunks.STRIDE;
    private static final int EVEN = 2 * Chunks.STRIDE;
    private static final int P = 3 * Chunks.STRIDE;
    private static final int M = 4 * Chunks.STRIDE;
    private static final int X = 5 * Chunks.STRIDE;

    private SinhCosh() {}

    /**
     * Returns the hyperbolic sine of a number.
     *
     * @param x any number
     * @return sinh(x) within 1.5 units in the last place, with the sign of x; infinite beyond 710.48, NaN for NaN
     */
    public static double sinh(final double x) {
        final long k = nearest(x);
        if (!isCommon(k)) {
            return Math.copySign(far(x), x);
        }
        final double p = Double.longBitsToDouble((HALF + k) << 52);
        final double m = Double.longBitsToDouble((HALF - k) << 52);
        final double upper = x - k * LN2_HIGH;
        final double r = upper - k * LN2_LOW;
        final double rest = (upper - r) - k * LN2_LOW;
        final double difference = m - p;
        final double factor = p + m;
        final double product = factor * r;
        final double sum = product - difference;
        final double lost = product - (sum + difference);
        return sum - ((difference * even(r, rest) - factor * odd(r, rest)) - lost);
    }

    /**
     * Returns the hyperbolic cosine of a number.
     *
     * @param x any number
     * @return cosh(x) within 1.5 units in the last place; infinity beyond 710.48 and below -710.48, NaN for NaN
     */
    public static double cosh(final double x) {
        final long k = nearest(x);
        if (!isCommon(k)) {
            return far(x);
        }
        final double p = Double.longBitsToDouble((HALF + k) << 52);
        final double m = Double.longBitsToDouble((HALF - k) << 52);
        final double upper = x - k * LN2_HIGH;
        final double r = upper - k * LN2_LOW;
        final double rest = (upper - r) - k * LN2_LOW;
        final double factor = p + m;
        final double difference = p - m;
        final double product = difference * r;
        final double sum = factor + product;
        final double lost = (factor - sum) + product;
        return sum + ((factor * even(r, rest) + difference * odd(r, rest)) + lost);
    }

    /**
     * Replaces numbers by their hyperbolic sine, each as {@link #sinh(double)} does.
     *
     * @param values the numbers
     * @param from index of the first one
     * @param to index behind the last one
     * @param work another array, longer than {@code to} by {@link Chunks#ROOM}; overwritten from {@code from} on
     * @throws IndexOutOfBoundsException if the range is not in the array, or the other one is too short
     */
    public static void sinh(final double[] values, final int from, final int to, final double[] work) {
        Chunks.check(values, from, to, work);
        for (int start = from; start < to; start += Chunks.LENGTH) {
            final int end = Math.min(to, start + Chunks.LENGTH);
            final boolean common = terms(values, start, end, work);
            sines(values, start, end, work);
            if (!common) {
                for (int i = start; i < end; i++) {
                    if (!isCommon(nearest(work[X + i]))) {
                        values[i] = sinh(work[X + i]);
                    }
                }
            }
        }
    }

    /**
     * Replaces numbers by their hyperbolic cosine, each as {@link #cosh(double)} does.
     *
     * @param values the numbers
     * @param from index of the first one
     * @param to index behind the last one
     * @param work another array, longer than {@code to} by {@link Chunks#ROOM}; overwritten from {@code from} on
     * @throws IndexOutOfBoundsException if the range is not in the array, or the other one is too short
     */
    public static void cosh(final double[] values, final int from, final int to, final double[] work) {
        Chunks.check(values, from, to, work);
        for (int start = from; start < to; start += Chunks.LENGTH) {
            final int end = Math.min(to, start + Chunks.LENGTH);
            final boolean common = terms(values, start, end, work);
            cosines(values, start, end, work);
            if (!common) {
                for (int i = start; i < end; i++) {
                    if (!isCommon(nearest(work[X + i]))) {
                        values[i] = cosh(work[X + i]);
                    }
                }
            }
        }
    }

    private static boolean isCommon(final long k) {
        return (k + K_LARGEST) >>> K_BITS == 0;
    }

    /** Fills the columns of the working space; tells whether all numbers are of the common domain. */
    private static boolean terms(final double[] values, final int from, final int to, final double[] work) {
        reduce(values, from, to, work);
        even(from, to, work);
        odd(from, to, work);
        final boolean common = powers(values, from, to, work) >>> K_BITS == 0;
        if (!common) {
            System.arraycopy(values, from, work, X + from, to - from);
        }
        return common;
    }

    /** From x to r and what its rounding took away. */
    private static void reduce(final double[] values, final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double x = values[i];
            final double k = (x * LOG2_E + SHIFT) - SHIFT;
            final double upper = x - k * LN2_HIGH;
            final double r = upper - k * LN2_LOW;
            work[R + i] = r;
            work[ODD + i] = (upper - r) - k * LN2_LOW;
        }
    }

    /** From there to cosh(r) - 1. */
    private static void even(final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double r = work[R + i];
            final double z = r * r;
            final double z2 = z * z;
            final double polynomial = ((C0 + C1 * z) + (C2 + C3 * z) * z2) + (C4 + C5 * z) * (z2 * z2);
            work[EVEN + i] = z * polynomial + r * work[ODD + i];
        }
    }

    /** From r and its rest to sinh(r) - r, in place of the rest. */
    private static void odd(final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double r = work[R + i];
            final double z = r * r;
            final double z2 = z * z;
            final double polynomial = ((S0 + S1 * z) + (S2 + S3 * z) * z2) + S4 * (z2 * z2);
            work[ODD + i] = r * z * polynomial + work[ODD + i];
        }
    }

    /** From x to p and m; returns all k, above the lowest of the common domain, or-ed. */
    private static long powers(final double[] values, final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        long all = 0;
        for (int i = from; i < end; i++) {
            final long k = Double.doubleToRawLongBits(values[i] * LOG2_E + SHIFT) - K_ZERO;
            all |= k + K_LARGEST;
            work[P + i] = Double.longBitsToDouble((HALF + k) << 52);
            work[M + i] = Double.longBitsToDouble((HALF - k) << 52);
        }
        return all;
    }

    /** From all terms to sinh(x). The differences are such that the sine of -0 is -0. */
    private static void sines(final double[] values, final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double p = work[P + i];
            final double m = work[M + i];
            final double difference = m - p;
            final double factor = p + m;
            final double product = factor * work[R + i];
            final double sum = product - difference;
            final double lost = product - (sum + difference);
            values[i] = sum - ((difference * work[EVEN + i] - factor * work[ODD + i]) - lost);
        }
    }

    /** From all terms to cosh(x). */
    private static void cosines(final double[] values, final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double p = work[P + i];
            final double m = work[M + i];
            final double factor = p + m;
            final double difference = p - m;
            final double product = difference * work[R + i];
            final double sum = factor + product;
            final double lost = (factor - sum) + product;
            values[i] = sum + ((factor * work[EVEN + i] + difference * work[ODD + i]) + lost);
        }
    }

    private static long nearest(final double x) {
        return Double.doubleToRawLongBits(x * LOG2_E + SHIFT) - K_ZERO;
    }

    private static double even(final double r, final double rest) {
        final double z = r * r;
        final double z2 = z * z;
        final double polynomial = ((C0 + C1 * z) + (C2 + C3 * z) * z2) + (C4 + C5 * z) * (z2 * z2);
        return z * polynomial + r * rest;
    }

    private static double odd(final double r, final double rest) {
        final double z = r * r;
        final double z2 = z * z;
        final double polynomial = ((S0 + S1 * z) + (S2 + S3 * z) * z2) + S4 * (z2 * z2);
        return r * z * polynomial + rest;
    }

    /** Outside of the common domain: both are exp |x| / 2, which may be infinite, or NaN. */
    private static double far(final double x) {
        final double size = Math.abs(x);
        if (size > 711.0) {
            return Double.POSITIVE_INFINITY;
        }
        final double k = (size * LOG2_E + SHIFT) - SHIFT;
        final double upper = size - k * LN2_HIGH;
        final double r = upper - k * LN2_LOW;
        final double rest = (upper - r) - k * LN2_LOW;
        // The arithmetic of the common domain for p = 1 and m = 0, so that both sides of 0 agree at its border, too.
        final double sum = 1 + r;
        final double lost = (1 - sum) + r;
        return Math.scalb(sum + ((even(r, rest) + odd(r, rest)) + lost), (int) k - 1);
    }
}
