/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import org.ratesweep.core.expression.Expression;

/**
 * A variable with a differential equation.
 *
 * @param path the full path
 * @param values the initial values
 * @param derivative the right-hand side, over full paths and {@link Model#TIME}
 * @param equation the equation as the template has it
 */
public record StateVariable(String path, UnitValues values, Expression derivative, String equation)
        implements ModelVariable {
    @Override
    public VariableKind kind() {
        return VariableKind.STATE;
    }

    @Override
    public boolean sweepable() {
        return true;
    }

    @Override
    public boolean recordable() {
        return true;
    }
}
