/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which units of a variable stand where: unit i of the selection is unit {@code source(i)} of what is selected from.
 *
 * <p>Units are the copies of a node in a population and the elements of a vector, counted from 0.
 */
public final class UnitSelection {
    private final int[] sources;

    private UnitSelection(final int[] sources) {
        if (sources.length == 0) {
            throw new IllegalArgumentException("a selection of no unit");
        }
        this.sources = sources;
    }

    /** Selects units by their numbers, in any order and any number of times. */
    public static UnitSelection of(final int... units) {
        return new UnitSelection(units.clone());
    }

    /** Selects the units from one number to before another. */
    public static UnitSelection range(final int from, final int to) {
        return new UnitSelection(IntStream.range(from, to).toArray());
    }

    /** Selects the only unit any number of times. */
    public static UnitSelection copies(final int number) {
        return new UnitSelection(new int[number]);
    }

    /** Selects each of some units several times in a row: 0, 0, 0, 1, 1, 1, … */
    public static UnitSelection each(final int units, final int times) {
        return new UnitSelection(IntStream.range(0, Math.multiplyExact(units, times))
                .map(i -> i / times)
                .toArray());
    }

    /** Selects all units several times over: 0, 1, 2, …, 0, 1, 2, … */
    public static UnitSelection all(final int units, final int times) {
        return new UnitSelection(IntStream.range(0, Math.multiplyExact(units, times))
                .map(i -> i % units)
                .toArray());
    }

    /** Returns the number of units that are selected. */
    public int extent() {
        return sources.length;
    }

    /** Returns the number that a selected unit has where it is selected from. */
    public int source(final int unit) {
        return sources[unit];
    }

    /** Tells whether neighbours are selected in their order, each once. */
    public boolean isRange() {
        return IntStream.range(0, sources.length).allMatch(i -> sources[i] == sources[0] + i);
    }

    /** Returns the highest number of a unit that is selected. */
    public int highest() {
        return Arrays.stream(sources).max().orElseThrow();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof UnitSelection selection && Arrays.equals(sources, selection.sources);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sources);
    }

    @Override
    public String toString() {
        return extent() + " of the units";
    }
}
