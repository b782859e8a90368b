/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import org.ratesweep.core.expression.Expression;

/**
 * A variable that the others give at every instant: one with an algebraic equation, or an input with at least one source.
 *
 * @param path the full path
 * @param kind algebraic or input
 * @param values the declared values, which have no effect
 * @param expression what it equals, over full paths and {@link Model#TIME}
 * @param equation the equation as the template has it; of an input, the sum of its sources
 */
public record AlgebraicVariable(
        String path, VariableKind kind, UnitValues values, Expression expression, String equation)
        implements ModelVariable {
    @Override
    public boolean sweepable() {
        return false;
    }

    @Override
    public boolean recordable() {
        return true;
    }
}
