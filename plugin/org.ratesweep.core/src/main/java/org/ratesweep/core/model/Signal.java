/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

/**
 * An extrinsic signal that feeds an input: a leaf of the equations whose value the run supplies.
 *
 * @param name the name under which expressions refer to it; no path of a variable can be equal to it
 * @param target the full path of the input that it feeds
 */
public record Signal(String name, String target) {
    static Signal into(final String target) {
        return new Signal("signal into " + target, target);
    }
}
