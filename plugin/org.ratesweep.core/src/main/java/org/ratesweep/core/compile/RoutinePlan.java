/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.List;
import java.util.Map;

/**
 * What a routine does, in order, before it is written as bytecode.
 *
 * @param graph the values
 * @param scalars what is computed once a call, for all lanes alike
 * @param loops the passes over the lanes
 * @param places where values stand that are not computed again where they are used
 * @param scratchSlots how many slots of {@link Region#SCRATCH} it needs
 */
record RoutinePlan(
        ValueGraph graph,
        List<Assignment> scalars,
        List<Loop> loops,
        Map<Integer, Operation.Load> places,
        int scratchSlots) {

    RoutinePlan {
        scalars = List.copyOf(scalars);
        loops = List.copyOf(loops);
        places = Map.copyOf(places);
    }

    boolean isEmpty() {
        return scalars.isEmpty() && loops.isEmpty();
    }
}
