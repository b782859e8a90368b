/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

/** Gives out the slots of a region, one after the other. */
final class Slots {
    private int taken;

    Slots(final int taken) {
        this.taken = taken;
    }

    int take() {
        return taken++;
    }

    int taken() {
        return taken;
    }
}
