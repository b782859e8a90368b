/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * Numbers as text: the shortest decimal that reads back as the same double, by R. Giulietti's Schubfach algorithm.
 *
 * <p>Java's own {@code Double.toString} does so from JDK 19 on only; before, it writes 2.0E-3 as 0.0020 and 2.0E23 with
 * 17 digits.
 */
final class ShortestDecimal {
    private ShortestDecimal() {}

    /** Returns for instance {@code 68.0}, {@code 1.0E-5}, {@code NaN}, {@code Infinity} or {@code -Infinity}. */
    static String of(final double number) {
        return NumberOutput.toString(number, true);
    }
}
