/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import java.util.Arrays;

/**
 * The explicit Runge-Kutta method DOP853 of order 8, with an error estimate from methods of orders 5 and 3 and a continuous
 * extension of order 7.
 *
 * <p>Twelve evaluations a step, and three more for the continuous extension, whose error is held to the tolerance too: the
 * estimate for the end of a step says nothing of samples inside of it, which without this were seen to be off by a hundred
 * tolerances. For smooth systems at relative tolerances below 1e-8 or so, and for reference solutions. Not for stiff systems
 * ({@link Rodas4}), nor for inputs or equations that jump.
 *
 * <p>Source: E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I (2nd edition, 1993), sections
 * II.5 (the method of J. R. Dormand and P. J. Prince, error estimate II.10.17) and II.6; their code {@code DOP853} has the
 * coefficients.
 */
public record DormandPrince8() implements AdaptiveSolver {
    private static final double[] NODES = {
        0,
        0.05260015195876773,
        0.0789002279381516,
        0.1183503419072274,
        0.2816496580927726,
        0.3333333333333333,
        0.25,
        0.3076923076923077,
        0.6512820512820513,
        0.6,
        0.8571428571428571,
        1.0,
        1.0,
        0.1,
        0.2,
        0.7777777777777778
    };

    /** Stages 0 to 11 are the method; 12 is the slope at the end; 13 to 15 serve the continuous extension. */
    private static final Weights[] STAGES = Weights.of(new double[][] {
        {},
        {0.05260015195876773},
        {0.0197250569845379, 0.0591751709536137},
        {0.02958758547680685, 0, 0.08876275643042054},
        {0.2413651341592667, 0, -0.8845494793282861, 0.924834003261792},
        {0.037037037037037035, 0, 0, 0.17082860872947386, 0.12546768756682242},
        {0.037109375, 0, 0, 0.17025221101954405, 0.06021653898045596, -0.017578125},
        {
            0.03709200011850479,
            0,
            0,
            0.17038392571223998,
            0.10726203044637328,
            -0.015319437748624402,
            0.008273789163814023
        },
        {
            0.6241109587160757,
            0,
            0,
            -3.3608926294469414,
            -0.868219346841726,
            27.59209969944671,
            20.154067550477894,
            -43.48988418106996
        },
        {
            0.47766253643826434,
            0,
            0,
            -2.4881146199716677,
            -0.590290826836843,
            21.230051448181193,
            15.279233632882423,
            -33.28821096898486,
            -0.020331201708508627
        },
        {
            -0.9371424300859873,
            0,
            0,
            5.186372428844064,
            1.0914373489967295,
            -8.149787010746927,
            -18.52006565999696,
            22.739487099350505,
            2.4936055526796523,
            -3.0467644718982196
        },
        {
            2.273310147516538,
            0,
            0,
            -10.53449546673725,
            -2.0008720582248625,
            -17.9589318631188,
            27.94888452941996,
            -2.8589982771350235,
            -8.87285693353063,
            12.360567175794303,
            0.6433927460157636
        },
        {
            0.054293734116568765,
            0,
            0,
            0,
            0,
            4.450312892752409,
            1.8915178993145003,
            -5.801203960010585,
            0.3111643669578199,
            -0.1521609496625161,
            0.20136540080403034,
            0.04471061572777259
        },
        {
            0.056167502283047954,
            0,
            0,
            0,
            0,
            0,
            0.25350021021662483,
            -0.2462390374708025,
            -0.12419142326381637,
            0.15329179827876568,
            0.00820105229563469,
            0.007567897660545699,
            -0.008298
        },
        {
            0.03183464816350214,
            0,
            0,
            0,
            0,
            0.028300909672366776,
            0.053541988307438566,
            -0.05492374857139099,
            0,
            0,
            -0.00010834732869724932,
            0.0003825710908356584,
            -0.00034046500868740456,
            0.1413124436746325
        },
        {
            -0.42889630158379194,
            0,
            0,
            0,
            0,
            -4.697621415361164,
            7.683421196062599,
            4.06898981839711,
            0.3567271874552811,
            0,
            0,
            0,
            -0.0013990241651590145,
            2.9475147891527724,
            -9.15095847217987
        }
    });

    private static final Weights END = Weights.of(
            0.054293734116568765,
            0,
            0,
            0,
            0,
            4.450312892752409,
            1.8915178993145003,
            -5.801203960010585,
            0.3111643669578199,
            -0.1521609496625161,
            0.20136540080403034,
            0.04471061572777259);

    private static final Weights ERROR_OF_ORDER_5 = Weights.of(
            0.01312004499419488,
            0,
            0,
            0,
            0,
            -1.2251564463762044,
            -0.4957589496572502,
            1.6643771824549864,
            -0.35032884874997366,
            0.3341791187130175,
            0.08192320648511571,
            -0.022355307863886294);

    private static final Weights ERROR_OF_ORDER_3 = Weights.of(
            -0.18980075407240762,
            0,
            0,
            0,
            0,
            4.450312892752409,
            1.8915178993145003,
            -5.801203960010585,
            -0.4226823213237919,
            -0.1521609496625161,
            0.20136540080403034,
            0.02265179219836082);

    /** The terms of degrees 4 to 7 of the continuous extension. */
    private static final Weights[] DENSE = Weights.of(new double[][] {
        {
            -8.428938276109013,
            0,
            0,
            0,
            0,
            0.5667149535193777,
            -3.0689499459498917,
            2.38466765651207,
            2.117034582445028,
            -0.871391583777973,
            2.2404374302607883,
            0.6315787787694688,
            -0.08899033645133331,
            18.148505520854727,
            -9.194632392478356,
            -4.436036387594894
        },
        {
            10.427508642579134,
            0,
            0,
            0,
            0,
            242.28349177525817,
            165.20045171727028,
            -374.5467547226902,
            -22.113666853125306,
            7.733432668472264,
            -30.674084731089398,
            -9.332130526430229,
            15.697238121770845,
            -31.139403219565178,
            -9.35292435884448,
            35.81684148639408
        },
        {
            19.985053242002433,
            0,
            0,
            0,
            0,
            -387.0373087493518,
            -189.17813819516758,
            527.8081592054236,
            -11.57390253995963,
            6.8812326946963,
            -1.0006050966910838,
            0.7777137798053443,
            -2.778205752353508,
            -60.19669523126412,
            84.32040550667716,
            11.99229113618279
        },
        {
            -25.69393346270375,
            0,
            0,
            0,
            0,
            -154.18974869023643,
            -231.5293791760455,
            357.6391179106141,
            93.40532418362432,
            -37.45832313645163,
            104.0996495089623,
            29.8402934266605,
            -43.53345659001114,
            96.32455395918828,
            -39.17726167561544,
            -149.72683625798564
        }
    });

    private static final int LAST = 12;

    /**
     * The part of the last term of the continuous extension that counts as its error: what it comes to at most inside of a step,
     * where fraction^4 (1 - fraction)^3 is largest, times a tenth, with which samples were seen to be as near as the ends of steps.
     */
    private static final Weights INSIDE_ERROR =
            DENSE[DENSE.length - 1].times(0.1 * Math.pow(4 / 7.0, 4) * Math.pow(3 / 7.0, 3));

    @Override
    public String name() {
        return "dop853";
    }

    @Override
    public int order() {
        return 8;
    }

    @Override
    public int errorExponent() {
        return 8;
    }

    @Override
    public int denseDegree() {
        return 7;
    }

    @Override
    public LaneStepper stepper(final LaneField field, final LaneShape shape, final StepControl control) {
        return new Stepper(new LaneStages(field, shape, NODES, STAGES), shape, control);
    }

    private static final class Stepper extends ExplicitStepper {
        private final double[] errorsOfOrder5;
        private final double[] errorsOfOrder3;
        private final double[] insideErrors;
        private final double[][] dense;
        private final double[] terms = new double[DENSE.length];

        Stepper(final LaneStages stages, final LaneShape shape, final StepControl control) {
            super(stages, shape, control, END, LAST);
            this.errorsOfOrder5 = new double[shape.stride()];
            this.errorsOfOrder3 = new double[shape.stride()];
            this.insideErrors = new double[shape.stride()];
            this.dense = new double[DENSE.length][];
            Arrays.setAll(dense, term -> shape.newArray());
        }

        @Override
        void finish() {
            for (int stage = LAST + 1; stage < NODES.length; stage++) {
                stages.stage(stage);
            }
            stages.largestError(ERROR_OF_ORDER_5, control, errorsOfOrder5);
            stages.largestError(ERROR_OF_ORDER_3, control, errorsOfOrder3);
            stages.largestError(INSIDE_ERROR, control, insideErrors);
        }

        @Override
        public double error(final int lane) {
            final double five = errorsOfOrder5[lane];
            final double both = Math.hypot(five, 0.1 * errorsOfOrder3[lane]);
            return Math.max(both == 0 ? 0 : five * (five / both), insideErrors[lane]);
        }

        @Override
        public double interpolate(final int variable, final int lane, final double fraction) {
            final int place = variable * shape.stride() + lane;
            for (int term = 0; term < terms.length; term++) {
                terms[term] = stages.weighted(DENSE[term], place);
            }
            return value(place, stages.size(lane), fraction);
        }

        @Override
        public void prepareInterpolation(final int lanes) {
            for (int term = 0; term < terms.length; term++) {
                stages.weighted(DENSE[term], dense[term]);
            }
        }

        @Override
        public void interpolateAll(final int lanes, final double fraction, final double[] states) {
            for (int base = 0; base < states.length; base += shape.stride()) {
                for (int lane = 0; lane < lanes; lane++) {
                    for (int term = 0; term < terms.length; term++) {
                        terms[term] = dense[term][base + lane];
                    }
                    states[base + lane] = value(base + lane, stages.size(lane), fraction);
                }
            }
        }

        private double value(final int place, final double size, final double fraction) {
            final double first = size * stages.slope(0, place);
            final double last = size * stages.slope(LAST, place);
            final double start = stages.start(place);
            final double rise = stages.end()[place] - start;
            final double rest = 1 - fraction;
            double value = 0;
            for (int term = DENSE.length - 1; term >= 0; term--) {
                value = (value + size * terms[term]) * (term % 2 == 1 ? fraction : rest);
            }
            value = (value + 2 * rise - (first + last)) * fraction;
            value = (value + first - rise) * rest;
            return start + (value + rise) * fraction;
        }
    }
}
