/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a variable, or of one of its units.
 *
 * @param variable the path of the variable
 * @param unit the number of the unit, from 0, if only one is meant
 */
public record UnitPath(String variable, OptionalInt unit) {
    private static final Pattern FORM = Pattern.compile("(.*)\\[([0-9]{1,9})]", Pattern.DOTALL);

    /** Reads {@code p/op/x} or {@code p/op/x[3]}. */
    public static UnitPath of(final String text) {
        final Matcher form = text.endsWith("]") ? FORM.matcher(text) : FORM.matcher("");
        return form.matches()
                ? new UnitPath(form.group(1), OptionalInt.of(Integer.parseInt(form.group(2))))
                : new UnitPath(text, OptionalInt.empty());
    }
}
