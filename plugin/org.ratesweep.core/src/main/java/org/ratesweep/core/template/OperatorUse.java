/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.Map;
import org.ratesweep.core.error.SourceLocation;

/**
 * An operator as part of a node or an edge.
 *
 * @param label the operator's level in paths: its name
 * @param operator the operator
 * @param overrides values that differ from the declared ones, by variable; every one is declared by the operator
 * @param location where the node or edge names the operator
 */
public record OperatorUse(
        String label, OperatorTemplate operator, Map<String, Value> overrides, SourceLocation location) {
    public OperatorUse {
        overrides = InOrder.copyOf(overrides);
    }
}
