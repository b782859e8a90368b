/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.Map;

/**
 * A model in which nodes that are alike are the units of one.
 *
 * <p>What such nodes had has become a unit of a variable; under its old path stands an auxiliary value that equals the unit.
 *
 * @param model the model
 * @param units the paths of these units, by the paths that the variables had; empty if no nodes are alike
 */
public record StackedModel(Model model, Map<String, String> units) {
    public StackedModel {
        units = Map.copyOf(units);
    }
}
