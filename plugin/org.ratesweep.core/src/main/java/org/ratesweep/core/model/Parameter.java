/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

/**
 * A number that stays the same during a run: a constant, an attribute of an edge, or an input that nothing feeds.
 *
 * @param path the full path; that of an edge's weight, delay or spread is {@code source->target/weight} and so on, with {@code
 *     #i} behind the target for the parallel edge number i (from 1)
 * @param kind constant, input, weight, delay or spread
 * @param values the values unless a sweep gives others
 */
public record Parameter(String path, VariableKind kind, UnitValues values) implements ModelVariable {
    /** A parameter with one unit. */
    public Parameter(final String path, final VariableKind kind, final double value) {
        this(path, kind, UnitValues.of(value));
    }

    @Override
    public String equation() {
        return "";
    }

    @Override
    public boolean sweepable() {
        return true;
    }

    @Override
    public boolean recordable() {
        return false;
    }
}
