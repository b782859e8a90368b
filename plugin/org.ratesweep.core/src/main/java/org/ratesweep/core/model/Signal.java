/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

/**
 * An extrinsic signal that feeds an input, or noise in an equation: a leaf of the equations whose value the run supplies.
 *
 * @param name the name under which expressions refer to it; no path of a variable can be equal to it
 * @param target the full path of the input that it feeds; of noise, its name
 * @param extent how many units it has: one for all units of the input alike, or as many as the input
 */
public record Signal(String name, String target, int extent) {
    static Signal into(final String target, final int extent) {
        return new Signal("signal into " + target, target, extent);
    }

    static Signal noise(final String equation, final int number, final int extent) {
        final String name = "noise " + number + " of " + equation;
        return new Signal(name, name, extent);
    }

    /** Tells whether this is the noise of an equation. */
    public boolean isNoise() {
        return name.equals(target);
    }
}
