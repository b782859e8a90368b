/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

/**
 * The natural logarithm, within 1 unit in the last place.
 *
 * <p>x = 2^k (1 + f) with 1 + f between the roots of 1/2 and 2, and log(x) = k ln 2 + log(1 + f). With s = f/(2 + f) and
 * z = s^2, log(1 + f) = 2 atanh(s) = 2s + s R, where R = z L(z), and L of degree 6 makes a relative error of 2^-58.5.
 * As 2s = f - s f and s f = f^2/2 - s f^2/2, that is f - (f^2/2 - s (f^2/2 + R)), of which the large terms are hardly
 * rounded. The upper part of ln 2 has 42 bits, so that its product with k is exact.
 */
public final class Log {
    private static final double LN2_HIGH = 0x1.62e42fefa38p-1;
    private static final double LN2_LOW = 0x1.ef35793c7673p-45;

    /** The bits of the smallest 1 + f, the root of 1/2. */
    private static final long LOWEST = Double.doubleToRawLongBits(0x1.6a09e667f3bcdp-1);

    private static final long SMALLEST_NORMAL = Double.doubleToRawLongBits(Double.MIN_NORMAL);

    /** Added to the bits of a positive normal number less those of the smallest one, this does not change the sign. */
    private static final long BEYOND_LARGEST =
            Long.MAX_VALUE - (Double.doubleToRawLongBits(Double.MAX_VALUE) - SMALLEST_NORMAL);

    private static final long EXPONENT = 0xfffL << 52;

    /** The bits of 2^52, in the units of which the exponent is made a number. */
    private static final long INTEGER = Double.doubleToRawLongBits(0x1p52);

    /** Keeps the exponents positive when they are moved to the low bits. */
    private static final int BIAS = 1024;

    private static final double BIASED_INTEGER = 0x1p52 + BIAS;

    private static final double SUBNORMAL_SCALE = 0x1p54;
    private static final double SUBNORMAL_LOG = 54;

    private static final double L0 = 0x1.5555555555566p-1;
    private static final double L1 = 0x1.999999998c778p-2;
    private static final double L2 = 0x1.24924937f88d4p-2;
    private static final double L3 = 0x1.c71c596fb6e6p-3;
    private static final double L4 = 0x1.7464d6b75b651p-3;
    private static final double L5 = 0x1.39c3bc8fb0844p-3;
    private static final double L6 = 0x1.2dc1cc8602552p-3;

    // The columns of the working space. The last one holds x where some x is outside of the common domain.
    private static final int K = 0;
    private static final int ONE_AND_F = Chunks.STRIDE;
    private static final int X = 2 * Chunks.STRIDE;

    private Log() {}

    /**
     * Returns the natural logarithm of a number.
     *
     * @param x any number
     * @return log(x) within 1 unit in the last place; minus infinity for 0 and -0, NaN for negative numbers and NaN
     */
    public static double log(final double x) {
        return isCommon(x) ? ofNormal(x, 0) : ofOther(x);
    }

    /**
     * Replaces numbers by their natural logarithm, each as {@link #log(double)} does.
     *
     * @param values the numbers
     * @param from index of the first one
     * @param to index behind the last one
     * @param work another array, longer than {@code to} by {@link Chunks#ROOM}; overwritten from {@code from} on
     * @throws IndexOutOfBoundsException if the range is not in the array, or the other one is too short
     */
    public static void log(final double[] values, final int from, final int to, final double[] work) {
        Chunks.check(values, from, to, work);
        for (int start = from; start < to; start += Chunks.LENGTH) {
            chunk(values, start, Math.min(to, start + Chunks.LENGTH), work);
        }
    }

    private static void chunk(final double[] values, final int from, final int to, final double[] work) {
        final boolean common = split(values, from, to, work) >= 0;
        if (!common) {
            System.arraycopy(values, from, work, X + from, to - from);
        }
        sum(values, from, to, work);
        if (!common) {
            for (int i = from; i < to; i++) {
                if (!isCommon(work[X + i])) {
                    values[i] = ofOther(work[X + i]);
                }
            }
        }
    }

    private static boolean isCommon(final double x) {
        return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE;
    }

    /** From x to k, shifted, and 1 + f; the result is negative if not all numbers are positive and normal. */
    private static long split(final double[] values, final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        long all = 0;
        for (int i = from; i < end; i++) {
            final long bits = Double.doubleToRawLongBits(values[i]);
            final long above = bits - SMALLEST_NORMAL;
            all |= above | (above + BEYOND_LARGEST);
            final long distance = bits - LOWEST;
            work[ONE_AND_F + i] = Double.longBitsToDouble(bits - (distance & EXPONENT));
            work[K + i] = Double.longBitsToDouble(((distance + ((long) BIAS << 52)) >>> 52) + INTEGER);
        }
        return all;
    }

    /** From there to the logarithm. */
    private static void sum(final double[] values, final int from, final int to, final double[] work) {
        final int end = Math.min(to, Chunks.MOST);
        for (int i = from; i < end; i++) {
            final double k = work[K + i] - BIASED_INTEGER;
            final double f = work[ONE_AND_F + i] - 1;
            final double s = f / (f + 2);
            final double z = s * s;
            final double z2 = z * z;
            final double half = 0.5 * f * f;
            final double r = z * (((L0 + L1 * z) + (L2 + L3 * z) * z2) + ((L4 + L5 * z) + L6 * z2) * (z2 * z2));
            values[i] = k * LN2_HIGH + (f - (half - (s * (half + r) + k * LN2_LOW)));
        }
    }

    private static double ofNormal(final double x, final double shift) {
        final long bits = Double.doubleToRawLongBits(x);
        final long distance = bits - LOWEST;
        final double k = (distance >> 52) - shift;
        final double f = Double.longBitsToDouble(bits - (distance & EXPONENT)) - 1;
        final double s = f / (f + 2);
        final double z = s * s;
        final double z2 = z * z;
        final double half = 0.5 * f * f;
        final double r = z * (((L0 + L1 * z) + (L2 + L3 * z) * z2) + ((L4 + L5 * z) + L6 * z2) * (z2 * z2));
        return k * LN2_HIGH + (f - (half - (s * (half + r) + k * LN2_LOW)));
    }

    private static double ofOther(final double x) {
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x < 0) {
            return Double.NaN;
        }
        return x < Double.MIN_NORMAL ? ofNormal(x * SUBNORMAL_SCALE, SUBNORMAL_LOG) : x;
    }
}
