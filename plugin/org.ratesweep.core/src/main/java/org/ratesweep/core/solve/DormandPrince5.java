/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * The explicit Runge-Kutta method of J. R. Dormand and P. J. Prince of order 5, with an error estimate of order 4 and a
 * continuous extension of order 4.
 *
 * <p>Seven stages, the last of which is the first of the next step: six evaluations a step. The method of choice for smooth
 * systems at relative tolerances from 1e-3 to 1e-8; below that {@link DormandPrince8} needs fewer evaluations. Not for stiff
 * systems, where stability and not accuracy sets its steps ({@link Rodas4}), and not for noise that jumps at every step of
 * the time grid, where each of those steps must be one of its own ({@link Heun}, {@link RungeKutta4}).
 *
 * <p>Source: J. R. Dormand, P. J. Prince, J. Comp. Appl. Math. 6 (1980) 19-26; E. Hairer, S. P. Nørsett, G. Wanner, Solving
 * Ordinary Differential Equations I (2nd edition, 1993), table II.5.2; continuous extension as in section II.6.
 */
public record DormandPrince5() implements AdaptiveSolver {
    private static final double[] NODES = {0, 1 / 5.0, 3 / 10.0, 4 / 5.0, 8 / 9.0, 1, 1};

    private static final Weights[] STAGES = Weights.of(new double[][] {
        {},
        {1 / 5.0},
        {3 / 40.0, 9 / 40.0},
        {44 / 45.0, -56 / 15.0, 32 / 9.0},
        {19372 / 6561.0, -25360 / 2187.0, 64448 / 6561.0, -212 / 729.0},
        {9017 / 3168.0, -355 / 33.0, 46732 / 5247.0, 49 / 176.0, -5103 / 18656.0},
    });

    private static final Weights END = Weights.of(35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0);

    /** The solution of order 5 less that of order 4. */
    private static final Weights ERROR =
            Weights.of(71 / 57600.0, 0, -71 / 16695.0, 71 / 1920.0, -17253 / 339200.0, 22 / 525.0, -1 / 40.0);

    /** The term of fourth degree of the continuous extension. */
    private static final Weights DENSE = Weights.of(
            -12715105075.0 / 11282082432.0,
            0,
            87487479700.0 / 32700410799.0,
            -10690763975.0 / 1880347072.0,
            701980252875.0 / 199316789632.0,
            -1453857185.0 / 822651844.0,
            69997945.0 / 29380423.0);

    private static final int LAST = 6;

    @Override
    public String name() {
        return "dopri5";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public int errorExponent() {
        return 5;
    }

    @Override
    public int denseDegree() {
        return 4;
    }

    @Override
    public LaneStepper stepper(final LaneField field, final LaneShape shape, final StepControl control) {
        return new Stepper(new LaneStages(field, shape, NODES, STAGES), shape, control);
    }

    private static final class Stepper extends ExplicitStepper {
        private final double[] errors;
        private final double[] dense;

        Stepper(final LaneStages stages, final LaneShape shape, final StepControl control) {
            super(stages, shape, control, END, LAST);
            this.errors = new double[shape.stride()];
            this.dense = shape.newArray();
        }

        @Override
        void finish() {
            stages.largestError(ERROR, control, errors);
        }

        @Override
        public double error(final int lane) {
            return errors[lane];
        }

        @Override
        public double interpolate(final int variable, final int lane, final double fraction) {
            final int place = variable * shape.stride() + lane;
            return value(place, stages.size(lane), fraction, stages.weighted(DENSE, place));
        }

        @Override
        public void prepareInterpolation(final int lanes) {
            stages.weighted(DENSE, dense);
        }

        @Override
        public void interpolateAll(final int lanes, final double fraction, final double[] states) {
            for (int base = 0; base < states.length; base += shape.stride()) {
                for (int lane = 0; lane < lanes; lane++) {
                    states[base + lane] = value(base + lane, stages.size(lane), fraction, dense[base + lane]);
                }
            }
        }

        private double value(final int place, final double size, final double fraction, final double term) {
            final double start = stages.start(place);
            final double rise = stages.end()[place] - start;
            final double bend = size * stages.slope(0, place) - rise;
            final double rest = 1 - fraction;
            return start
                    + fraction
                            * (rise
                                    + rest
                                            * (bend
                                                    + fraction
                                                            * (rise
                                                                    - size * stages.slope(LAST, place)
                                                                    - bend
                                                                    + rest * size * term)));
        }
    }
}
