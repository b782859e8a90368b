/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ratesweep.core.error.InputException;

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

    /** Returns the paths of the units of a variable, in order: the variable's own if it has only one. */
    public static List<String> paths(final String variable, final int extent) {
        return extent == 1
                ? List.of(variable)
                : IntStream.range(0, extent)
                        .mapToObj(unit -> path(variable, unit))
                        .toList();
    }

    /** Returns the path of a unit of a variable with several. */
    public static String path(final String variable, final int unit) {
        return variable + "[" + unit + "]";
    }

    /**
     * Makes sure that a variable has a unit.
     *
     * @param variable the path of the variable
     * @param unit the number of the unit
     * @param extent how many units the variable has
     * @throws InputException if it has not
     */
    public static void requireUnit(final String variable, final int unit, final int extent) {
        if (unit >= extent) {
            throw new InputException("there is no '" + path(variable, unit) + "': '" + variable + "' has "
                    + (extent == 1 ? "only one unit" : extent + " units, counted from 0"));
        }
    }

    /** Returns the value that the unit has unless something else is said. */
    public double value() {
        return variable.values().get(unit);
    }
}
