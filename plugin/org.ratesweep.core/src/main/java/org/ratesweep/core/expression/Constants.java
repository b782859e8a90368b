/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.Map;

/**
 * Names that have a value without being declared.
 *
 * <p>The parser leaves them as variables, because a template may declare a variable of the same name, which then
 * counts. The stage that knows the declarations puts the values in.
 */
public final class Constants {
    /** The value of each name that stands for a real number; {@code PI} is what templates of 2019 write. */
    public static final Map<String, Double> VALUES = Map.of("pi", Math.PI, "PI", Math.PI, "E", Math.E);

    /** The name of the imaginary unit, the square root of -1, which no double can be. */
    public static final String IMAGINARY_UNIT = "I";

    private Constants() {}

    /** Tells whether a name has a value without being declared. */
    public static boolean has(final String name) {
        return VALUES.containsKey(name) || name.equals(IMAGINARY_UNIT);
    }
}
