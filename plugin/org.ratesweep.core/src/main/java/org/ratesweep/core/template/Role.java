/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.Locale;

/** What part a variable plays in its operator. */
public enum Role {
    /** A parameter, the same all the time. */
    CONSTANT,
    /** What other operators, edges or extrinsic inputs may drive; its value counts only while nothing does. */
    INPUT,
    /** What an equation of the operator gives; its value is the initial value. */
    VARIABLE,
    /** A variable that other operators of the node take as their input of the same name. */
    OUTPUT;

    /** Returns the role as templates write it, for instance {@code input}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
