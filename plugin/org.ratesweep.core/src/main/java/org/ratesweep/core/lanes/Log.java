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

    private static final int K = Chunks.STRIDE;

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
     * @param scratch at least {@link Chunks#SCRATCH} doubles, another array than {@code values}; overwritten
     * @throws IndexOutOfBoundsException if the range or the scratch is too short for that
     */
    public static void log(final double[] values, final int from, final int to, final double[] scratch) {
        int start = from;
        while (to - start >= Chunks.SHORT) {
            final int count = Math.min(to - start, Chunks.LENGTH);
            chunk(values, start, count, scratch);
            start += count;
        }
        for (; start < to; start++) {
            values[start] = log(values[start]);
        }
    }

    private static void chunk(final double[] values, final int from, final int count, final double[] scratch) {
        System.arraycopy(values, from, scratch, 0, count);
        final boolean common = split(scratch, count) >= 0;
        sum(scratch, count);
        if (!common) {
            for (int i = 0; i < count; i++) {
                if (!isCommon(values[from + i])) {
                    scratch[i] = ofOther(values[from + i]);
                }
            }
        }
        System.arraycopy(scratch, 0, values, from, count);
    }

    private static boolean isCommon(final double x) {
        return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE;
    }

    /** From x to k, shifted, and, in place, 1 + f; the result is negative if not all numbers are positive and normal. */
    private static long split(final double[] scratch, final int count) {
        long all = 0;
        for (int i = 0; i < count; i++) {
            final long bits = Double.doubleToRawLongBits(scratch[i]);
            final long above = bits - SMALLEST_NORMAL;
            all |= above | (above + BEYOND_LARGEST);
            final long distance = bits - LOWEST;
            scratch[i] = Double.longBitsToDouble(bits - (distance & EXPONENT));
            scratch[K + i] = Double.longBitsToDouble(((distance + ((long) BIAS << 52)) >>> 52) + INTEGER);
        }
        return all;
    }

    /** From 1 + f and k to the logarithm, in place of the former. */
    private static void sum(final double[] scratch, final int count) {
        for (int i = 0; i < count; i++) {
            final double k = scratch[K + i] - BIASED_INTEGER;
            final double f = scratch[i] - 1;
            final double s = f / (f + 2);
            final double z = s * s;
            final double z2 = z * z;
            final double half = 0.5 * f * f;
            final double r = z * (((L0 + L1 * z) + (L2 + L3 * z) * z2) + ((L4 + L5 * z) + L6 * z2) * (z2 * z2));
            scratch[i] = k * LN2_HIGH + (f - (half - (s * (half + r) + k * LN2_LOW)));
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
