/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

/** Arrays for loops over lanes. */
public final class LaneArray {
    private static final int CACHE_LINE = 8;

    /** The numbers that would fit into the header of an array in HotSpot. */
    private static final int HEADER = 2;

    private LaneArray() {}

    /**
     * Returns the least number of neighbouring slots that fills whole cache lines: a slot whose number is a multiple of it
     * begins at the same place of a line as the first one.
     *
     * @param stride how many lanes a slot has
     */
    public static int wholeLines(final int stride) {
        return CACHE_LINE / Math.min(CACHE_LINE, Integer.lowestOneBit(stride));
    }

    /**
     * Returns a new array with some room at its end: header and numbers fill whole cache lines. Arrays that are made one
     * after the other then begin at the same place in a line, so that loops that vector instructions step through in whole
     * lines in one of them do so in all.
     *
     * @param length how many numbers it must hold
     */
    public static double[] withRoomFor(final int length) {
        final int lines = Math.addExact(length, HEADER + CACHE_LINE - 1) / CACHE_LINE;
        return new double[lines * CACHE_LINE - HEADER];
    }
}
