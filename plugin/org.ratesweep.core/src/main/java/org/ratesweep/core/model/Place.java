/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.function.ToDoubleFunction;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.expression.Expression;

/**
 * The number of an element, or of places to move by, which decides over the form of the equations: the i of
 * {@code index(x, i)}.
 *
 * @param words what it is, for messages
 * @param number the number over the paths of constants
 */
record Place(String words, Expression number) {
    /**
     * Finds the number.
     *
     * @param values gives the value of each constant
     * @throws InputException if it is not whole
     */
    int of(final ToDoubleFunction<String> values) {
        final double value = number.evaluate(values);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new InputException(words + " must be a whole number, but is " + value);
        }
        return (int) value;
    }
}
