/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.Arrays;
import java.util.Optional;
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

    /** What the columns of given numbers belong to. */
    enum Columns {
        /** One column for each target that the path matches, in the order of the model; all sets share them. */
        TARGETS("targets"),
        /** One column for each parameter set, in the order of the grid; all targets share them. */
        SETS("sets"),
        /** One column for each parameter set of the first target, then one for each set of the second, and so on. */
        TARGETS_AND_SETS("targets_and_sets");

        private final String word;

        Columns(final String word) {
            this.word = word;
        }

        /** Returns the word for it in sweep files. */
        public String word() {
            return word;
        }

        /** Returns how many columns there have to be. */
        long count(final int targets, final int sets) {
            return switch (this) {
                case TARGETS -> targets;
                case SETS -> sets;
                case TARGETS_AND_SETS -> (long) targets * sets;
            };
        }
    }

    /**
     * Given numbers, held during a step.
     *
     * @param columns one array a column, sample i of which holds during step i
     * @param owners what the columns belong to; empty if that follows from their number: one column is for all, others are
     *     as many as the targets, the sets, or both multiplied
     */
    record Samples(double[][] columns, Optional<Columns> owners) implements InputSignal {
        public Samples {
            columns = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
        }

        /** Numbers whose owners follow from the number of columns. */
        public Samples(final double[][] columns) {
            this(columns, Optional.empty());
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
     * <p>Sample i is {@code low + (high - low) * u}, u being the i-th number of 53 random bits of the Mersenne Twister
     * MT19937 (M. Matsumoto, T. Nishimura, 1998) for the seed. With a seed from 0 to 2147483647 these are the numbers of
     * numpy's {@code RandomState(seed).uniform(low, high, n)}; other seeds are those of commons-math3's
     * {@code MersenneTwister(long)}.
     *
     * @param low the lower bound, included
     * @param high the upper bound, not included
     * @param seed what the numbers follow from
     */
    record Uniform(double low, double high, long seed) implements InputSignal {
        /** Draws a seed for a user who gave none. */
        public static long drawSeed() {
            // 31 bits are enough to hardly meet the same one again, few enough to be typed, and what numpy has in
            // common.
            return new SplittableRandom().nextLong(1L << 31);
        }

        double[] samples(final int steps) {
            final RandomGenerator generator = seed >= 0 && seed <= Integer.MAX_VALUE
                    ? new MersenneTwister((int) seed)
                    : new MersenneTwister(seed);
            final double[] samples = new double[steps];
            for (int i = 0; i < steps; i++) {
                samples[i] = low + (high - low) * fraction(generator);
            }
            return samples;
        }

        /** A number from 0 to 1, 1 not included, from the 27 and 26 highest bits of two words, as numpy makes it. */
        private static double fraction(final RandomGenerator generator) {
            final long first = Integer.toUnsignedLong(generator.nextInt()) >>> 5;
            final long second = Integer.toUnsignedLong(generator.nextInt()) >>> 6;
            return ((first << 26) + second) * 0x1.0p-53;
        }
    }
}
