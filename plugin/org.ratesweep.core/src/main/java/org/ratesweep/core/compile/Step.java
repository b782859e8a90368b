/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.List;
import org.ratesweep.core.expression.Function;

/** A part of a routine; steps run one after the other, each for all lanes. */
sealed interface Step permits Loop, Step.Calls, Step.Across {
    /**
     * Calls of one function, each in the place of its argument.
     *
     * @param function the function
     * @param values the values of the calls, in neighbouring slots
     */
    record Calls(Function.Unary function, List<Integer> values) implements Step {
        public Calls {
            values = List.copyOf(values);
        }
    }

    /**
     * What does not work unit by unit.
     *
     * @param assignment where a value goes that is {@link Operation.Units}, {@link Operation.Combination} or {@link
     *     Operation.Joined}
     */
    record Across(Assignment assignment) implements Step {}
}
