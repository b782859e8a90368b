/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

/** Gives out the slots of a region, one behind the other. */
final class Slots {
    private int taken;

    Slots(final int taken) {
        this.taken = taken;
    }

    int take() {
        return take(1);
    }

    /** Gives out neighbouring slots and returns the first. */
    int take(final int extent) {
        taken = Math.addExact(taken, extent);
        return taken - extent;
    }

    int taken() {
        return taken;
    }
}
