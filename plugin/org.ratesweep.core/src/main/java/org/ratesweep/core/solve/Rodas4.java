/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import java.util.Arrays;

/**
 * The Rosenbrock method RODAS of order 4, L-stable and stiffly accurate, with an error estimate of order 3 and a continuous
 * extension of order 3.
 *
 * <p>Six stages, each a linear system with the same matrix; no iterations. For stiff systems, whose fastest time constant is
 * far shorter than what is of interest; for all others {@link DormandPrince5} is cheaper. The Jacobian matrix is made of
 * difference quotients, one evaluation of all lanes for each state variable, so a step costs as many evaluations as there are
 * state variables, and seven more; the matrix is dense, so it suits up to some hundred state variables. Its accuracy is that
 * of the quotients: not for relative tolerances below 1e-10.
 *
 * <p>Source: E. Hairer, G. Wanner, Solving Ordinary Differential Equations II (2nd edition, 1996), section IV.7 and IV.10;
 * their code {@code RODAS} has the coefficients.
 */
public record Rodas4() implements AdaptiveSolver {
    private static final double GAMMA = 0.25;
    private static final double[] NODES = {0, 0.386, 0.21, 0.63, 1, 1};

    /** What the derivative by the time is multiplied by. */
    private static final double[] TIME_FACTORS = {0.25, -0.1043, 0.1035, -0.0362, 0, 0};

    /** How the state of each stage follows from the increments of those before. */
    private static final Weights[] STAGES = Weights.of(new double[][] {
        {},
        {1.544},
        {0.9466785280815826, 0.2557011698983284},
        {3.314825187068521, 2.896124015972201, 0.9986419139977817},
        {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895},
        {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895, 1},
    });

    /** How the right-hand side of each stage follows from the same. */
    private static final Weights[] RIGHT_SIDES = Weights.of(new double[][] {
        {},
        {-5.6688},
        {-2.430093356833875, -0.2063599157091915},
        {-0.1073529058151375, -9.594562251023355, -20.47028614809616},
        {7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616},
        {8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054},
    });

    /** The end of the step; its last term is the error. */
    private static final Weights END =
            Weights.of(1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895, 1, 1);

    private static final Weights[] DENSE = Weights.of(new double[][] {
        {10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823, 1.025137723295662},
        {-0.6762803392801253, 6.087714651680015, 16.43084320892478, 24.76722511418386, -6.594389125716872},
    });

    @Override
    public String name() {
        return "rodas4";
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public int errorExponent() {
        return 4;
    }

    @Override
    public int denseDegree() {
        return 3;
    }

    @Override
    public LaneStepper stepper(final LaneField field, final LaneShape shape, final StepControl control) {
        return new Stepper(field, shape, control);
    }

    /** What belongs to one lane alone. */
    private static final class Lane {
        private final double[] jacobian;
        private final LuFactors matrix;
        private final double[] vector;
        private boolean stale = true;
        private boolean regular;

        Lane(final int variables) {
            jacobian = new double[variables * variables];
            matrix = new LuFactors(variables);
            vector = new double[variables];
        }

        /** Sets the matrix 1/(h gamma) - J up. */
        void factor(final double size) {
            final double[] elements = matrix.elements();
            for (int i = 0; i < elements.length; i++) {
                elements[i] = -jacobian[i];
            }
            for (int i = 0; i < vector.length; i++) {
                elements[i * vector.length + i] += 1 / (size * GAMMA);
            }
            regular = matrix.factor();
        }
    }

    private static final class Stepper implements LaneStepper {
        /** The square root of the unit roundoff of doubles, where errors of rounding and of curvature balance. */
        private static final double RELATIVE_INCREMENT = Math.sqrt(0x1p-53);
        /** Values below this are perturbed as if they were this large. */
        private static final double SMALL = 3e-3;

        private final LaneField field;
        private final LaneShape shape;
        private final StepControl control;
        private final Lane[] lanes;
        private final double[][] increments;
        private final double[] startSlope;
        private final double[] timeDerivative;
        private final double[] fresh;
        private final double[] argument;
        private final double[] slope;
        private final double[] sum;
        private final double[] end;
        private final double[] stageTimes;
        private final double[] errors;
        private final double[][] dense;
        private double[] sizes = {};
        private double[] state = {};

        Stepper(final LaneField field, final LaneShape shape, final StepControl control) {
            this.field = field;
            this.shape = shape;
            this.control = control;
            this.lanes = new Lane[shape.stride()];
            Arrays.setAll(lanes, lane -> new Lane(shape.variables()));
            this.increments = new double[NODES.length][];
            Arrays.setAll(increments, stage -> shape.newArray());
            this.startSlope = shape.newArray();
            this.timeDerivative = shape.newArray();
            this.fresh = shape.newArray();
            this.argument = shape.newArray();
            this.slope = shape.newArray();
            this.sum = shape.newArray();
            this.end = shape.newArray();
            this.stageTimes = new double[shape.stride()];
            this.errors = new double[shape.stride()];
            this.dense = new double[DENSE.length][];
            Arrays.setAll(dense, term -> shape.newArray());
        }

        @Override
        public void attempt(final int number, final double[] times, final double[] lengths, final double[] from) {
            sizes = lengths;
            state = from;
            refresh(number, times);
            for (int lane = 0; lane < number; lane++) {
                lanes[lane].factor(sizes[lane]);
            }
            for (int stage = 0; stage < NODES.length; stage++) {
                stage(stage, number, times);
            }
            END.sum(increments, shape, number, sum);
            Arrays.fill(errors, 0, number, 0);
            final double[] error = increments[NODES.length - 1];
            for (int base = 0; base < end.length; base += shape.stride()) {
                for (int lane = 0; lane < number; lane++) {
                    final int place = base + lane;
                    end[place] = state[place] + sum[place];
                    final double scaled = error[place] / control.scale(state[place], end[place]);
                    errors[lane] = Math.max(errors[lane], Math.abs(scaled) + end[place] * 0);
                }
            }
        }

        /** Computes slopes and Jacobian matrices of the lanes that have moved since. */
        private void refresh(final int number, final double[] times) {
            if (Arrays.stream(lanes, 0, number).noneMatch(lane -> lane.stale)) {
                return;
            }
            field.derivatives(number, times, state, fresh);
            for (int lane = 0; lane < number; lane++) {
                if (lanes[lane].stale) {
                    shape.copyLane(fresh, lane, startSlope, lane);
                }
            }
            differentiateByTime(number, times);
            System.arraycopy(state, 0, argument, 0, argument.length);
            for (int variable = 0; variable < shape.variables(); variable++) {
                differentiate(variable, number, times);
            }
            for (int lane = 0; lane < number; lane++) {
                lanes[lane].stale = false;
            }
        }

        private static double increment(final double value) {
            return RELATIVE_INCREMENT * Math.max(SMALL, Math.abs(value));
        }

        private void differentiateByTime(final int number, final double[] times) {
            for (int lane = 0; lane < number; lane++) {
                stageTimes[lane] = times[lane] + increment(times[lane]);
            }
            field.derivatives(number, stageTimes, state, fresh);
            for (int lane = 0; lane < number; lane++) {
                if (lanes[lane].stale) {
                    final double increment = stageTimes[lane] - times[lane];
                    for (int place = lane; place < fresh.length; place += shape.stride()) {
                        timeDerivative[place] = (fresh[place] - startSlope[place]) / increment;
                    }
                }
            }
        }

        /** Computes one column of the matrices. */
        private void differentiate(final int variable, final int number, final double[] times) {
            final int base = variable * shape.stride();
            for (int place = base; place < base + number; place++) {
                argument[place] = state[place] + increment(state[place]);
            }
            field.derivatives(number, times, argument, fresh);
            for (int lane = 0; lane < number; lane++) {
                if (lanes[lane].stale) {
                    final double increment = argument[base + lane] - state[base + lane];
                    final double[] jacobian = lanes[lane].jacobian;
                    for (int row = 0; row < shape.variables(); row++) {
                        final int place = row * shape.stride() + lane;
                        jacobian[row * shape.variables() + variable] = (fresh[place] - startSlope[place]) / increment;
                    }
                }
                argument[base + lane] = state[base + lane];
            }
        }

        private void stage(final int stage, final int number, final double[] times) {
            final double[] slopes;
            if (stage == 0) {
                slopes = startSlope;
                Arrays.fill(sum, 0);
            } else {
                STAGES[stage].sum(increments, shape, number, sum);
                for (int base = 0; base < sum.length; base += shape.stride()) {
                    for (int place = base; place < base + number; place++) {
                        argument[place] = state[place] + sum[place];
                    }
                }
                for (int lane = 0; lane < number; lane++) {
                    stageTimes[lane] = times[lane] + NODES[stage] * sizes[lane];
                }
                field.derivatives(number, stageTimes, argument, slope);
                slopes = slope;
                RIGHT_SIDES[stage].sum(increments, shape, number, sum);
            }
            for (int lane = 0; lane < number; lane++) {
                solve(stage, lane, slopes);
            }
        }

        private void solve(final int stage, final int lane, final double[] slopes) {
            final double[] vector = lanes[lane].vector;
            for (int row = 0; row < vector.length; row++) {
                final int place = row * shape.stride() + lane;
                vector[row] = slopes[place]
                        + sum[place] / sizes[lane]
                        + sizes[lane] * TIME_FACTORS[stage] * timeDerivative[place];
            }
            if (lanes[lane].regular) {
                lanes[lane].matrix.solve(vector);
            } else {
                Arrays.fill(vector, Double.NaN);
            }
            for (int row = 0; row < vector.length; row++) {
                increments[stage][row * shape.stride() + lane] = vector[row];
            }
        }

        @Override
        public double error(final int lane) {
            return errors[lane];
        }

        @Override
        public double[] end() {
            return end;
        }

        @Override
        public double interpolate(final int variable, final int lane, final double fraction) {
            final int place = variable * shape.stride() + lane;
            return value(place, fraction, DENSE[0].at(increments, place), DENSE[1].at(increments, place));
        }

        @Override
        public void prepareInterpolation(final int number) {
            for (int term = 0; term < dense.length; term++) {
                DENSE[term].sum(increments, shape, number, dense[term]);
            }
        }

        @Override
        public void interpolateAll(final int number, final double fraction, final double[] states) {
            for (int base = 0; base < states.length; base += shape.stride()) {
                for (int place = base; place < base + number; place++) {
                    states[place] = value(place, fraction, dense[0][place], dense[1][place]);
                }
            }
        }

        private double value(final int place, final double fraction, final double first, final double second) {
            final double rest = 1 - fraction;
            return state[place] * rest + fraction * (end[place] + rest * (first + fraction * second));
        }

        @Override
        public void advance(final int lane) {
            forget(lane);
        }

        @Override
        public void forget(final int lane) {
            lanes[lane].stale = true;
        }

        @Override
        public void move(final int from, final int to) {
            final Lane free = lanes[to];
            lanes[to] = lanes[from];
            lanes[from] = free;
            shape.copyLane(startSlope, from, startSlope, to);
            shape.copyLane(timeDerivative, from, timeDerivative, to);
        }
    }
}
