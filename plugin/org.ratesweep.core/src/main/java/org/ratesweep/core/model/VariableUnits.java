/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a path stands for: a variable with all of its units, or one of them.
 *
 * @param variable the variable
 * @param unit the number of the unit, from 0, if only one is meant; never that of a variable with only one
 */
public record VariableUnits(ModelVariable variable, OptionalInt unit) {
    static VariableUnits of(final ModelVariable variable, final OptionalInt unit) {
        unit.ifPresent(number -> VariableUnit.requireUnit(variable.path(), number, variable.extent()));
        return new VariableUnits(variable, variable.extent() == 1 ? OptionalInt.empty() : unit);
    }

    /** Returns the path of the variable, or of its unit. */
    public String path() {
        return unit.isPresent() ? VariableUnit.path(variable.path(), unit.getAsInt()) : variable.path();
    }

    /** Returns the units, in order. */
    public Stream<VariableUnit> units() {
        return unit.isPresent() ? Stream.of(new VariableUnit(variable, unit.getAsInt())) : VariableUnit.of(variable);
    }
}
