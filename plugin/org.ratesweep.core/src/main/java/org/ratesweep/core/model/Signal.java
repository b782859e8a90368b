/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

/**
 * An extrinsic signal that feeds an input, or noise in an equation: a leaf of the equations whose value the run supplies.
 *
 * @param name the name under which expressions refer to it; no path of a variable can be equal to it
 * @param target the full path of the input that it feeds; of noise, its name
 */
public record Signal(String name, String target) {
    static Signal into(final String target) {
        return new Signal("signal into " + target, target);
    }

    static Signal noise(final String equation, final int number) {
        final String name = "noise " + number + " of " + equation;
        return new Signal(name, name);
    }

    /** Tells whether this is the noise of an equation. */
    boolean isNoise() {
        return name.equals(target);
    }
}
