/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

/**
 * A value that is stored.
 *
 * @param target where it goes: a load of the same slot reads it
 * @param value the number of the value
 * @param extent how many units are stored, in neighbouring slots from the target on; a value with one unit fills them all
 */
record Assignment(Operation.Load target, int value, int extent) {
    /** A value with one unit. */
    Assignment(final Operation.Load target, final int value) {
        this(target, value, 1);
    }
}
