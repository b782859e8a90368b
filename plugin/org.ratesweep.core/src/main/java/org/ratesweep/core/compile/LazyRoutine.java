/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.Optional;
import java.util.function.Supplier;

/** A routine that is planned and written when it is first needed: each solver needs only some of a model's. */
final class LazyRoutine {
    private final String name;
    private final Supplier<RoutinePlan> planner;
    private final int stride;
    private final GeneratedCode code;
    private volatile Optional<Written> written = Optional.empty();

    /**
     * A routine that is ready to run.
     *
     * @param plan what it does
     * @param scratch the length of {@link Region#SCRATCH} that it needs
     * @param routine the routine
     */
    record Written(RoutinePlan plan, int scratch, Routine routine) {}

    LazyRoutine(final String name, final Supplier<RoutinePlan> planner, final int stride, final GeneratedCode code) {
        this.name = name;
        this.planner = planner;
        this.stride = stride;
        this.code = code;
    }

    /** Returns what the routine does. */
    RoutinePlan plan() {
        return written.map(Written::plan).orElseGet(planner);
    }

    /** Returns the routine, ready to run. */
    Written written() {
        final Optional<Written> known = written;
        return known.isPresent() ? known.get() : write();
    }

    private synchronized Written write() {
        if (written.isEmpty()) {
            final RoutinePlan plan = planner.get();
            written = Optional.of(new Written(
                    plan,
                    Math.multiplyExact(plan.scratchSlots(), stride),
                    RoutineAssembler.assemble(name, plan, stride, code)));
        }
        return written.get();
    }
}
