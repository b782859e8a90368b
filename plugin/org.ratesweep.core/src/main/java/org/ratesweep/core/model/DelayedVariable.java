/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import org.ratesweep.core.expression.Expression;

/**
 * The value that a variable had some time ago: a leaf of the equations whose value the run supplies.
 *
 * @param name the name under which expressions refer to it; no path of a variable can be equal to it
 * @param source the full path of the variable
 * @param delay how long ago, in the model's unit of time, over parameters alone; greater than 0
 * @param extent how many units it has, those of the variable
 * @param preHistory what the variable was before the run began, unless the run says otherwise
 */
public record DelayedVariable(String name, String source, Expression delay, int extent, PreHistory preHistory) {
    static DelayedVariable of(
            final String source, final Expression delay, final int extent, final PreHistory preHistory) {
        return new DelayedVariable(
                source + " of time t-(" + delay + "), " + preHistory, source, delay, extent, preHistory);
    }

    /** Returns the same of one of the two parts of a complex variable. */
    DelayedVariable part(final String part) {
        return new DelayedVariable(name + part, source + part, delay, extent, preHistory);
    }
}
