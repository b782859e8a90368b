/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

/**
 * The hyperbolic tangent, within 1.3 units in the last place.
 *
 * <p>tanh |x| = n / (n + 2) with n = exp(2|x|) - 1. With k the integer nearest 2|x|/ln 2 and r = 2|x| - k ln 2, n = (2^k -
 * 1) + 2^k r + 2^k q, where q = exp(r) - 1 - r = r^2 P(r), and P of degree 10 makes an error of 2^-60 of exp(r) - 1 on
 * |r| <= ln 2 / 2. What roundings take away from r, n and n + 2 is found exactly (T. J. Dekker, 1971, A floating-point
 * technique for extending the available precision, Numerische Mathematik 18, 224-242) and made up for: in the sums at
 * once, in the quotient t by the first derivative, as 1/(n + 2) = (1 - t)/2.
 */
public final class Tanh {
    private static final double SHIFT = 0x1.8p52;
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN2_HIGH = 0x1.62e42fefa38p-1;
    private static final double LN2_LOW = 0x1.ef35793c7673p-45;

    /** The bits of a shifted k that is 0. */
    private static final long K_ZERO = Double.doubleToRawLongBits(SHIFT);

    /** In the common domain, k has at most so many bits. */
    private static final int K_BITS = 9;

    private static final int EXPONENT_BIAS = 1023;

    private static final double C2 = 0x1.0p-1;
    private static final double C3 = 0x1.5555555555558p-3;
    private static final double C4 = 0x1.5555555555559p-5;
    private static final double C5 = 0x1.111111110fa6bp-7;
    private static final double C6 = 0x1.6c16c16c14996p-10;
    private static final double C7 = 0x1.a01a01ae87c37p-13;
    private static final double C8 = 0x1.a01a01af5eae6p-16;
    private static final double C9 = 0x1.71ddfb898e24ep-19;
    private static final double C10 = 0x1.27e4c8178c7ffp-22;
    private static final double C11 = 0x1.af5978a9c0b8ap-26;
    private static final double C12 = 0x1.1f920bb86ebebp-29;

    // The columns of the working space.
    private static final int R = 0;
    private static final int Q = Chunks.STRIDE;
    private static final int POWER = 2 * Chunks.STRIDE;
    private static final int N = R;
    private static final int N_REST = Q;
    private static final int T = POWER;

    private Tanh() {}

    /**
     * Returns the hyperbolic tangent of a number.
     *
     * @param x any number
     * @return tanh(x) within 1.3 units in the last place, with the sign of x, and the negative of tanh(-x); NaN for NaN
     */
    public static double tanh(final double x) {
        final double twice = Math.abs(x) + Math.abs(x);
        final double shifted = twice * LOG2_E + SHIFT;
        final long bits = Double.doubleToRawLongBits(shifted) - K_ZERO;
        if (bits >>> K_BITS != 0) {
            return Math.copySign(far(x), x);
        }
        final double k = shifted - SHIFT;
        final double upper = twice - k * LN2_HIGH;
        final double r = upper - k * LN2_LOW;
        final double rest = (upper - r) - k * LN2_LOW;
        final double r2 = r * r;
        final double r4 = r2 * r2;
        final double low = (C2 + C3 * r) + (C4 + C5 * r) * r2;
        final double middle = (C6 + C7 * r) + (C8 + C9 * r) * r2;
        final double high = (C10 + C11 * r) + C12 * r2;
        final double q = r2 * (low + (middle + high * r4) * r4) + rest;
        final double power = Double.longBitsToDouble((bits + EXPONENT_BIAS) << 52);
        final double less = power - 1;
        final double product = power * r;
        final double sum = less + product;
        final double lost = power * q + ((less - sum) + product);
        final double n = sum + lost;
        final double nRest = (sum - n) + lost;
        final double d = n + 2;
        final double part = d - 2;
        final double dRest = ((2 - (d - part)) + (n - part)) + nRest;
        final double t = n / d;
        return Math.copySign(t + (nRest - t * dRest) * (0.5 - 0.5 * t), x);
    }

    /**
     * Replaces numbers by their hyperbolic tangent, each as {@link #tanh(double)} does.
     *
     * @param values the numbers
     * @param from index of the first one
     * @param to index behind the last one
     * @param work another array, longer than {@code to} by {@link Chunks#ROOM}; overwritten from {@code from} on
     * @throws IndexOutOfBoundsException if the range is not in the array, or the other one is too short
     */
    public static void tanh(final double[] values, final int from, final int to, final double[] work) {
        Chunks.check(values, from, to, work);
        for (int start = from; start < to; start += Chunks.LENGTH) {
            chunk(values, start, Math.min(to, start + Chunks.LENGTH), work);
        }
    }

    private static void chunk(final double[] values, final int from, final int to, final double[] work) {
        reduce(values, from, to, work);
        polynomial(from, to, work);
        final boolean common = powers(values, from, to, work) >>> K_BITS == 0;
        numerator(from, to, work);
        quotient(from, to, work);
        if (!common) {
            for (int i = from; i < to; i++) {
                if (shiftedK(values[i]) >>> K_BITS != 0) {
                    work[T + i] = far(values[i]);
                }
            }
        }
        sign(values, from, to, work);
    }

    private static long shiftedK(final double x) {
        return Double.doubleToRawLongBits((Math.abs(x) + Math.abs(x)) * LOG2_E + SHIFT) - K_ZERO;
    }

    /** From x to r and what its rounding took away. */
    private static void reduce(final double[] values, final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double twice = Math.abs(values[i]) + Math.abs(values[i]);
            final double k = (twice * LOG2_E + SHIFT) - SHIFT;
            final double upper = twice - k * LN2_HIGH;
            final double r = upper - k * LN2_LOW;
            work[R + i] = r;
            work[Q + i] = (upper - r) - k * LN2_LOW;
        }
    }

    /** From there to q. */
    private static void polynomial(final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double r = work[R + i];
            final double r2 = r * r;
            final double r4 = r2 * r2;
            final double low = (C2 + C3 * r) + (C4 + C5 * r) * r2;
            final double middle = (C6 + C7 * r) + (C8 + C9 * r) * r2;
            final double high = (C10 + C11 * r) + C12 * r2;
            work[Q + i] = r2 * (low + (middle + high * r4) * r4) + work[Q + i];
        }
    }

    /** From x to 2^k; returns all k or-ed. */
    private static long powers(final double[] values, final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        long all = 0;
        for (int i = from; i < end; i++) {
            final double twice = Math.abs(values[i]) + Math.abs(values[i]);
            final long bits = Double.doubleToRawLongBits(twice * LOG2_E + SHIFT) - K_ZERO;
            all |= bits;
            work[POWER + i] = Double.longBitsToDouble((bits + EXPONENT_BIAS) << 52);
        }
        return all;
    }

    /** From 2^k, r and q to exp(2|x|) - 1 and what its rounding took away. */
    private static void numerator(final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double power = work[POWER + i];
            final double less = power - 1;
            final double product = power * work[R + i];
            final double sum = less + product;
            final double lost = power * work[Q + i] + ((less - sum) + product);
            final double n = sum + lost;
            work[N + i] = n;
            work[N_REST + i] = (sum - n) + lost;
        }
    }

    /** From there to tanh |x|. */
    private static void quotient(final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double n = work[N + i];
            final double nRest = work[N_REST + i];
            final double d = n + 2;
            final double part = d - 2;
            final double dRest = ((2 - (d - part)) + (n - part)) + nRest;
            final double t = n / d;
            work[T + i] = t + (nRest - t * dRest) * (0.5 - 0.5 * t);
        }
    }

    /** From tanh |x| to tanh x. */
    private static void sign(final double[] values, final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            values[i] = Math.copySign(work[T + i], values[i]);
        }
    }

    /** Outside of the common domain: what is indistinguishable from 1, and NaN. */
    private static double far(final double x) {
        return Double.isNaN(x) ? x : 1.0;
    }
}
