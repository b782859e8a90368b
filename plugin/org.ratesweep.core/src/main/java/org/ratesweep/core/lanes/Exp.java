/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

/**
 * The exponential function, within 1 unit in the last place.
 *
 * <p>With k the integer nearest x/ln 2 and r = x - k ln 2, exp(x) = 2^k exp(r). exp(r) = 1 + r + r^2 P(r), where P of
 * degree 9 makes a relative error of 2^-56.6 on |r| <= ln 2 / 2. The upper part of ln 2 has 42 bits, so that its product
 * with k is exact. Adding 1.5 * 2^52 rounds x/ln 2 and leaves k in the low bits of the sum, from where it is added to
 * the exponent of exp(r).
 */
public final class Exp {
    private static final double SHIFT = 0x1.8p52;
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN2_HIGH = 0x1.62e42fefa38p-1;
    private static final double LN2_LOW = 0x1.ef35793c7673p-45;

    /** What the bits of a shifted k begin from in the common domain, of as many k as {@link #K_BITS} count. */
    private static final long K_LOWEST = Double.doubleToRawLongBits(SHIFT) - 512;

    private static final int K_BITS = 10;

    private static final double C2 = 0x1.0000000000009p-1;
    private static final double C3 = 0x1.55555555554fbp-3;
    private static final double C4 = 0x1.55555555509f1p-5;
    private static final double C5 = 0x1.1111111127aabp-7;
    private static final double C6 = 0x1.6c16c183e8169p-10;
    private static final double C7 = 0x1.a01a012a488c8p-13;
    private static final double C8 = 0x1.a0199aa3ae149p-16;
    private static final double C9 = 0x1.71df2631bc785p-19;
    private static final double C10 = 0x1.28acf94614a25p-22;
    private static final double C11 = 0x1.ad7d32ffd494ap-26;

    /** Where the result is infinite or 0 for sure. */
    private static final double K_FARTHEST = 1100;

    private Exp() {}

    /**
     * Returns the exponential function of a number.
     *
     * @param x any number
     * @return e to the power of x within 1 unit in the last place; infinity from 709.79 on, 0 from -745.14 down, NaN for
     *     NaN
     */
    public static double exp(final double x) {
        final double shifted = x * LOG2_E + SHIFT;
        final long bits = Double.doubleToRawLongBits(shifted);
        if ((bits - K_LOWEST) >>> K_BITS != 0) {
            return far(reduced(x, shifted - SHIFT), shifted - SHIFT);
        }
        return Double.longBitsToDouble(Double.doubleToRawLongBits(reduced(x, shifted - SHIFT)) + (bits << 52));
    }

    /**
     * Replaces numbers by their exponential function, each as {@link #exp(double)} does.
     *
     * @param values the numbers
     * @param from index of the first one
     * @param to index behind the last one
     * @param work another array, longer than {@code to} by {@link Chunks#ROOM}; overwritten from {@code from} on
     * @throws IndexOutOfBoundsException if the range is not in the array, or the other one is too short
     */
    public static void exp(final double[] values, final int from, final int to, final double[] work) {
        Chunks.check(values, from, to, work);
        reduce(values, from, to, work);
        if (scale(values, from, to, work) >>> K_BITS != 0) {
            again(values, from, to, work);
        }
    }

    /** From x to exp(r), in place, and the shifted k. */
    private static void reduce(final double[] values, final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double x = values[i];
            final double shifted = x * LOG2_E + SHIFT;
            final double k = shifted - SHIFT;
            final double r = (x - k * LN2_HIGH) - k * LN2_LOW;
            final double r2 = r * r;
            final double r4 = r2 * r2;
            final double low = (C2 + C3 * r) + (C4 + C5 * r) * r2;
            final double middle = (C6 + C7 * r) + (C8 + C9 * r) * r2;
            final double high = C10 + C11 * r;
            work[i] = shifted;
            values[i] = 1 + (r + r2 * (low + (middle + high * r4) * r4));
        }
    }

    /** From exp(r), in place, to 2^k exp(r); returns all k, above the lowest of the common domain, or-ed. */
    private static long scale(final double[] values, final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        long all = 0;
        for (int i = from; i < end; i++) {
            final long bits = Double.doubleToRawLongBits(work[i]);
            all |= bits - K_LOWEST;
            values[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(values[i]) + (bits << 52));
        }
        return all;
    }

    /** Computes anew what is outside of the common domain. */
    private static void again(final double[] values, final int from, final int to, final double[] work) {
        for (int i = from; i < to; i++) {
            final long bits = Double.doubleToRawLongBits(work[i]);
            if ((bits - K_LOWEST) >>> K_BITS != 0) {
                // What was added to the bits is taken away again.
                final long part = Double.doubleToRawLongBits(values[i]) - (bits << 52);
                values[i] = far(Double.longBitsToDouble(part), work[i] - SHIFT);
            }
        }
    }

    private static double reduced(final double x, final double k) {
        final double r = (x - k * LN2_HIGH) - k * LN2_LOW;
        final double r2 = r * r;
        final double r4 = r2 * r2;
        final double low = (C2 + C3 * r) + (C4 + C5 * r) * r2;
        final double middle = (C6 + C7 * r) + (C8 + C9 * r) * r2;
        final double high = C10 + C11 * r;
        return 1 + (r + r2 * (low + (middle + high * r4) * r4));
    }

    /** From exp(r) and k, outside of the common domain: the result may be subnormal, 0, infinite or NaN. */
    private static double far(final double part, final double k) {
        if (k > K_FARTHEST) {
            return Double.POSITIVE_INFINITY;
        }
        if (k < -K_FARTHEST) {
            return 0.0;
        }
        return Math.scalb(part, (int) k);
    }
}
