/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.random;

/**
 * The counter-based random number generator Philox4x32-10: 128 random bits follow from 128 bits that count and a key of 64
 * bits, without any state, so that they are the same in whatever order they are asked for.
 *
 * <p>Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, Parallel random numbers: as easy as 1, 2, 3, Proceedings of
 * SC11 (2011), section 3.3.
 */
public final class Philox {
    private static final int ROUNDS = 10;
    private static final long FIRST_MULTIPLIER = 0xD2511F53L;
    private static final long SECOND_MULTIPLIER = 0xCD9E8D57L;
    private static final int FIRST_KEY_STEP = 0x9E3779B9;
    private static final int SECOND_KEY_STEP = 0xBB67AE85;
    private static final long LOW_BITS = 0xFFFFFFFFL;
    private static final int FRACTION_BITS = 52;

    private Philox() {}

    /**
     * Returns the first 64 of the random bits: word 0 below word 1.
     *
     * @param key the key, word 0 below word 1
     * @param counter0 word 0 of the counter
     * @param counter1 word 1
     * @param counter2 word 2
     * @param counter3 word 3
     */
    public static long bits(
            final long key, final int counter0, final int counter1, final int counter2, final int counter3) {
        int a = counter0;
        int b = counter1;
        int c = counter2;
        int d = counter3;
        int firstKey = (int) key;
        int secondKey = (int) (key >>> Integer.SIZE);
        for (int round = 0; round < ROUNDS; round++) {
            final long first = FIRST_MULTIPLIER * (a & LOW_BITS);
            final long second = SECOND_MULTIPLIER * (c & LOW_BITS);
            a = (int) (second >>> Integer.SIZE) ^ b ^ firstKey;
            b = (int) second;
            c = (int) (first >>> Integer.SIZE) ^ d ^ secondKey;
            d = (int) first;
            firstKey += FIRST_KEY_STEP;
            secondKey += SECOND_KEY_STEP;
        }
        return (a & LOW_BITS) | (long) b << Integer.SIZE;
    }

    /**
     * Returns a number between 0 and 1, both not included, of the highest 52 of the {@link #bits}.
     *
     * @param key the key
     * @param counter0 word 0 of the counter
     * @param counter1 word 1
     * @param counter2 word 2
     * @param counter3 word 3
     */
    public static double fraction(
            final long key, final int counter0, final int counter1, final int counter2, final int counter3) {
        final long bits = bits(key, counter0, counter1, counter2, counter3) >>> Long.SIZE - FRACTION_BITS;
        return (bits + 0.5) * 0x1p-52;
    }
}
