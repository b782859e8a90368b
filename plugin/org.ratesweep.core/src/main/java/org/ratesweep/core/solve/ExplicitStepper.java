/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * What the explicit Runge-Kutta schemes with an embedded error estimate have in common. The slope at the end of a step is that
 * at the start of the next one.
 */
abstract class ExplicitStepper implements LaneStepper {
    final LaneStages stages;
    final LaneShape shape;
    final StepControl control;
    private final Weights end;
    private final int last;

    /**
     * @param stages the stages of the scheme
     * @param shape the lengths of the arrays that hold states
     * @param control the tolerances
     * @param end the weights of the stages at the end of the step
     * @param last the number of the slope at the end, after those of the stages that the end is made of
     */
    ExplicitStepper(
            final LaneStages stages,
            final LaneShape shape,
            final StepControl control,
            final Weights end,
            final int last) {
        this.stages = stages;
        this.shape = shape;
        this.control = control;
        this.end = end;
        this.last = last;
    }

    /** Computes what is left once the end of the step and the slope there are known: the errors above all. */
    abstract void finish();

    @Override
    public final void attempt(final int lanes, final double[] times, final double[] sizes, final double[] state) {
        stages.begin(lanes, times, sizes, state);
        for (int stage = 1; stage < last; stage++) {
            stages.stage(stage);
        }
        stages.end(end);
        stages.slopeAtEnd(last);
        finish();
    }

    @Override
    public final double[] end() {
        return stages.end();
    }

    @Override
    public final void advance(final int lane) {
        stages.startWith(last, lane);
    }

    @Override
    public final void forget(final int lane) {
        stages.forget(lane);
    }

    @Override
    public final void move(final int from, final int to) {
        stages.move(from, to);
    }
}
