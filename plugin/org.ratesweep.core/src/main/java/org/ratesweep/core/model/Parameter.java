/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

/**
 * A number that stays the same during a run: a constant, the weight of an edge, or an input that nothing feeds.
 *
 * @param path the full path; that of a weight is {@code source->target/weight}, with {@code #i} behind the target for the
 *     parallel edge number i (from 1)
 * @param kind constant, input or weight
 * @param value the value unless a sweep gives another
 */
public record Parameter(String path, VariableKind kind, double value) implements ModelVariable {
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
