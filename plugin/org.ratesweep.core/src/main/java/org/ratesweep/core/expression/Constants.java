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
    /** The value of each name. */
    public static final Map<String, Double> VALUES = Map.of("pi", Math.PI, "E", Math.E);

    private Constants() {}
}
