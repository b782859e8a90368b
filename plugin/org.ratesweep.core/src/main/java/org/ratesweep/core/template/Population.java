/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.List;
import java.util.Map;
import org.ratesweep.core.error.SourceLocation;

/**
 * Copies of a node, its units, which are counted from 0.
 *
 * @param node the node
 * @param size how many copies there are, at least 1
 * @param parameters values that differ from those of the node, by {@code operator/variable}: one for all units, or one for each
 * @param location where the population is written
 */
public record Population(NodeTemplate node, int size, Map<String, List<Value>> parameters, SourceLocation location) {
    public Population {
        parameters = InOrder.copyOf(parameters);
    }
}
