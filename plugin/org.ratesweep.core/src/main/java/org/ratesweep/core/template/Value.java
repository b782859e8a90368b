/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

/**
 * The value of a constant or the initial value of a variable, in the variable's own unit.
 *
 * @param real the real part
 * @param imaginary the imaginary part, 0 for a real value
 */
public record Value(double real, double imaginary) {
    /** The value of a variable that is declared without one. */
    public static final Value ZERO = real(0);

    /** Returns a real value. */
    public static Value real(final double value) {
        return new Value(value, 0);
    }
}
