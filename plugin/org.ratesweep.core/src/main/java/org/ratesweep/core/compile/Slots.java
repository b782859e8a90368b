/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

/**
 * Gives out the slots of a region, one behind the other.
 *
 * <p>C2 makes vector instructions of a loop if all that it reads and writes begins at the same place of a vector. Slots of single
 * units take loops over the lanes of one of them, and do if the number of lanes does it. Those of several units take loops over
 * all of them, also if there is but one lane: they begin where whole vectors do, and leave a gap before.
 */
final class Slots {
    private final int alignment;
    private int taken;

    /**
     * @param taken how many slots at the beginning are not to be given out
     * @param alignment what the first slot of several units is a multiple of
     */
    Slots(final int taken, final int alignment) {
        this.taken = taken;
        this.alignment = alignment;
    }

    /** Slots without gaps. */
    Slots(final int taken) {
        this(taken, 1);
    }

    int take() {
        return take(1);
    }

    /** Gives out neighbouring slots and returns the first. */
    int take(final int extent) {
        final int first = extent == 1 ? taken : aligned(taken, alignment);
        taken = Math.addExact(first, extent);
        return first;
    }

    /** Returns the first slot from one on that is a multiple of an alignment. */
    static int aligned(final int slot, final int alignment) {
        return Math.addExact(slot, alignment - 1) / alignment * alignment;
    }

    int alignment() {
        return alignment;
    }

    int taken() {
        return taken;
    }
}
