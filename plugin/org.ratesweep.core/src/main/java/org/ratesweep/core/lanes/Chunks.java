/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

/** The lengths in which a range of lanes is worked through, and the scratch that this takes. */
public final class Chunks {
    /** The largest number of lanes in a chunk. */
    public static final int LENGTH = 256;

    /**
     * Distance between the columns of scratch: a chunk and one cache line more, so that columns never are a multiple of
     * 4096 bytes apart, which would delay loads behind unrelated stores.
     */
    static final int STRIDE = LENGTH + 8;

    /** Number of doubles in the scratch that a function is given, whatever the length of the range. */
    public static final int SCRATCH = 5 * STRIDE;

    /** Ranges and rests that are shorter than this are computed number by number: loops pay only from here on. */
    static final int SHORT = 16;

    private Chunks() {}
}
