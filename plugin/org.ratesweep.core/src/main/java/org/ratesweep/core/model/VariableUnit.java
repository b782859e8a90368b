/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One unit of a variable: the variable itself, if it has only one.
 *
 * @param variable the variable
 * @param unit the number of the unit, from 0
 */
public record VariableUnit(ModelVariable variable, int unit) {
    public VariableUnit {
        if (unit < 0 || unit >= variable.extent()) {
            throw new IllegalArgumentException("unit " + unit + " of " + variable.extent());
        }
    }

    /** Returns all units of a variable, in order. */
    public static Stream<VariableUnit> of(final ModelVariable variable) {
        return IntStream.range(0, variable.extent()).mapToObj(unit -> new VariableUnit(variable, unit));
    }

    /** Returns the path of the variable, and behind it, if it has several units, the number of this one: {@code p/op/x[3]}. */
    public String path() {
        return variable.extent() == 1 ? variable.path() : path(variable.path(), unit);
    }

    /** Returns the path of a unit of a variable with several. */
    public static String path(final String variable, final int unit) {
        return variable + "[" + unit + "]";
    }

    /** Returns the value that the unit has unless something else is said. */
    public double value() {
        return variable.values().get(unit);
    }
}
