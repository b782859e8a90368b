/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomGenerator;

/** An extrinsic signal: what it adds to an input at each step. */
public sealed interface InputSignal {

    /**
     * The same number at every step.
     *
     * @param value the number, in the unit of the input
     */
    record Constant(double value) implements InputSignal {}

    /**
     * Given numbers, held during a step.
     *
     * @param columns one array a column, sample i of which holds during step i; one column for all, or one for each
     *     target that the path matches, or one for each parameter set
     */
    record Samples(double[][] columns) implements InputSignal {
        public Samples {
            columns = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
        }

        /** The same numbers for all targets and sets. */
        public static Samples of(final double... samples) {
            return new Samples(new double[][] {samples});
        }

        @Override
        public double[][] columns() {
            return Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
        }
    }

    /**
     * Independent uniform random numbers, one a step, the same for all targets and sets.
     *
     * <p>Sample i is {@code low + (high - low) * u}, u being the i-th {@code nextDouble()} of the Mersenne Twister MT19937 of
     * commons-math3 (M. Matsumoto, T. Nishimura, 1998) for the seed.
     *
     * @param low the lower bound, included
     * @param high the upper bound, not included
     * @param seed what the numbers follow from
     */
    record Uniform(double low, double high, long seed) implements InputSignal {
        /** Draws a seed for a user who gave none. */
        public static long drawSeed() {
            // 32 bits are enough to never meet the same one again, and few enough to be typed.
            return new SplittableRandom().nextLong(1L << 32);
        }

        double[] samples(final int steps) {
            final RandomGenerator generator = new MersenneTwister(seed);
            final double[] samples = new double[steps];
            for (int i = 0; i < steps; i++) {
                samples[i] = low + (high - low) * generator.nextDouble();
            }
            return samples;
        }
    }
}
