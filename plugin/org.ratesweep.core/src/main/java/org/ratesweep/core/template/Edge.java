/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ratesweep.core.error.SourceLocation;

/**
 * A connection from one variable to another.
 *
 * @param source the path of the source variable, relative to the circuit that owns the edge
 * @param target the path of the target variable, likewise
 * @param template the operators on the way, if there are any
 * @param weight what the signal is multiplied by, 1 unless given
 * @param delay the signal's mean travel time in the model's unit of time, not negative
 * @param spread the standard deviation of the travel time in the same unit, not negative
 * @param parameters values of constants of the edge's operators that differ from the declared ones, by
 *     {@code operator/variable}
 * @param bindings what drives inputs of the edge's operators, by {@code operator/variable}: {@value #SOURCE_KEYWORD} or
 *     the path of a variable
 * @param location where the edge is written
 */
public record Edge(
        String source,
        String target,
        Optional<EdgeTemplate> template,
        double weight,
        OptionalDouble delay,
        OptionalDouble spread,
        Map<String, Value> parameters,
        Map<String, String> bindings,
        SourceLocation location) {
    /** In a binding, the edge's own source variable. */
    public static final String SOURCE_KEYWORD = "source";

    public Edge {
        parameters = InOrder.copyOf(parameters);
        bindings = InOrder.copyOf(bindings);
    }
}
