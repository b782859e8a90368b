/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

import java.util.Objects;

/** The lengths in which ranges of lanes are worked through, and the working space that this takes. */
public final class Chunks {
    /**
     * The largest number of lanes in a chunk. Columns of this length are far from a multiple of 4096 bytes apart: nearer ones
     * delay loads behind unrelated stores.
     */
    static final int LENGTH = 640;

    /** Distance between the columns of the working space: a chunk and one cache line more. */
    static final int STRIDE = LENGTH + 8;

    /** By how much the working space is longer than the array of the numbers. */
    public static final int ROOM = 6 * STRIDE;

    /**
     * The end of any range. Comparing with it lets C2 see that a counter plus the offset of a column does not overflow, so
     * that all addresses of a loop share their computation.
     */
    static final int MOST = Integer.MAX_VALUE - ROOM;

    /** Ranges that are shorter than this are computed faster number by number. */
    public static final int SHORT = 16;

    private Chunks() {}

    /** Refuses a range that is not in an array, or too short a working space for it. */
    static void check(final double[] values, final int from, final int to, final double[] work) {
        Objects.checkFromToIndex(from, to, Math.min(values.length, work.length - ROOM));
    }
}
