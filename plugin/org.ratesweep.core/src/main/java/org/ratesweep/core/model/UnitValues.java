/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.Arrays;

/**
 * The values of the units of a variable: one for each copy of its node, or each element of a vector.
 *
 * <p>Most variables have one unit.
 */
public final class UnitValues {
    private final int extent;
    /** One number if all units have the same value. */
    private final double[] values;

    private UnitValues(final int extent, final double[] values) {
        if (extent < 1) {
            throw new IllegalArgumentException(extent + " units");
        }
        this.extent = extent;
        this.values = values;
    }

    /** Returns the value of a variable with one unit. */
    public static UnitValues of(final double value) {
        return same(1, value);
    }

    /** Returns the same value for all of some units. */
    public static UnitValues same(final int extent, final double value) {
        return new UnitValues(extent, new double[] {value});
    }

    /** Returns a value for each unit. */
    public static UnitValues each(final double... values) {
        final boolean same = Arrays.stream(values)
                .allMatch(value -> Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(values[0]));
        return new UnitValues(values.length, same ? new double[] {values[0]} : values.clone());
    }

    /** Returns the number of units. */
    public int extent() {
        return extent;
    }

    /** Returns the value of a unit, counted from 0. */
    public double get(final int unit) {
        return values[values.length == 1 ? 0 : unit];
    }

    /** Tells whether all units have the same value, to the last bit. */
    public boolean isSame() {
        return values.length == 1;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof UnitValues units && units.extent == extent && Arrays.equals(units.values, values);
    }

    @Override
    public int hashCode() {
        return 31 * extent + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return isSame() ? extent == 1 ? "" + values[0] : extent + " times " + values[0] : Arrays.toString(values);
    }
}
