/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.Objects;

/**
 * What an equation says of a variable's past, written {@code past(x, tau)} or {@code x(t-tau)}.
 *
 * @param variable the variable
 * @param delay how long ago
 */
public record PastValue(String variable, Expression delay) {
    public PastValue {
        Objects.requireNonNull(variable, "variable");
        Objects.requireNonNull(delay, "delay");
    }

    /** Returns the name that stands for the value in the equation's right-hand side, which no variable can have. */
    String name() {
        return "past(" + variable + ", " + delay + ")";
    }
}
