/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.Optional;

/** A planned routine that is written when it first runs: each solver needs only some of a model's. */
final class LazyRoutine implements Routine {
    private final String name;
    private final RoutinePlan plan;
    private final int stride;
    private volatile Optional<Routine> written = Optional.empty();

    LazyRoutine(final String name, final RoutinePlan plan, final int stride) {
        this.name = name;
        this.plan = plan;
        this.stride = stride;
    }

    @Override
    public void run(
            final int lanes,
            final double[] shared,
            final double[] state,
            final double[] parameters,
            final double[] scratch,
            final double[] result,
            final double[] work) {
        final Optional<Routine> known = written;
        final Routine routine = known.isPresent() ? known.get() : write();
        routine.run(lanes, shared, state, parameters, scratch, result, work);
    }

    private synchronized Routine write() {
        if (written.isEmpty()) {
            written = Optional.of(RoutineAssembler.assemble(name, plan, stride));
        }
        return written.get();
    }
}
