/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.List;
import java.util.Map;

/**
 * What a routine does, in order, before it is written as bytecode.
 *
 * @param graph the values
 * @param scalars what is computed once a call, for all lanes alike
 * @param steps what is done for all lanes, in order
 * @param places where values stand that are not computed again where they are used
 * @param scratchSlots how many slots of {@link Region#SCRATCH} it needs
 */
record RoutinePlan(
        ValueGraph graph,
        List<Assignment> scalars,
        List<Step> steps,
        Map<Integer, Operation.Load> places,
        int scratchSlots) {

    RoutinePlan {
        scalars = List.copyOf(scalars);
        steps = List.copyOf(steps);
        places = Map.copyOf(places);
    }

    /** Returns a part of this that does some of it. */
    RoutinePlan part(final List<Assignment> someScalars, final List<Step> someSteps) {
        return new RoutinePlan(graph, someScalars, someSteps, places, scratchSlots);
    }

    boolean isEmpty() {
        return scalars.isEmpty() && steps.isEmpty();
    }
}
