/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.List;
import java.util.Map;

/**
 * The variables of a model in which nodes that are alike are the units of one.
 *
 * @param variables all variables
 * @param units the paths of the units that variables of such nodes have become, by the paths that they had
 */
record StackedVariables(List<ModelVariable> variables, Map<String, String> units) {
    StackedVariables {
        variables = List.copyOf(variables);
        units = Map.copyOf(units);
    }
}
