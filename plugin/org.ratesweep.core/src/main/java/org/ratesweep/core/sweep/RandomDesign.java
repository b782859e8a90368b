/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.ratesweep.core.error.InputException;

/**
 * Points spread at random over several dimensions, one dimension a key of the grid, one point a parameter set.
 *
 * <p>The same kind, number and seed give the same points, on any machine. The source of randomness is the Mersenne
 * Twister MT19937 (M. Matsumoto, T. Nishimura, 1998), as {@code MersenneTwister(long)} of commons-math3 3.6.1 (its
 * constructor of an int gives other numbers), new for each call; u stands for its next {@code nextDouble()}.
 *
 * @param kind how the points are spread
 * @param n how many points
 * @param seed what the points follow from
 */
public record RandomDesign(Kind kind, int n, long seed) {
    /**
     * Takes the kind, the number and the seed.
     *
     * @throws InputException if {@code n} is not from 1 to {@value ValueRange#MOST_VALUES}
     */
    public RandomDesign {
        if (n < 1 || n > ValueRange.MOST_VALUES) {
            throw new InputException(
                    "the number of random points is " + n + "; expected from 1 to " + ValueRange.MOST_VALUES);
        }
    }

    /** How points are spread. */
    public enum Kind {
        /**
         * Independent uniform numbers: coordinate j of point i is number {@code i * dimensions + j} of the generator,
         * counted from 0. More points leave the first ones as they are. They are not the numbers of
         * {@link InputSignal.Uniform} for the same seed, which are numpy's.
         */
        UNIFORM {
            @Override
            void fill(final double[][] coordinates, final int n, final long seed) {
                final RandomGenerator generator = new MersenneTwister(seed);
                for (int i = 0; i < n; i++) {
                    for (final double[] coordinate : coordinates) {
                        coordinate[i] = generator.nextDouble();
                    }
                }
            }
        },

        /**
         * A Latin hypercube: of n equal parts of each dimension, each holds exactly one point, at a random place in it.
         *
         * <p>For one dimension after the other, {@code RandomDataGenerator.nextPermutation(n, n)} of commons-math3
         * gives each point its part p, counted from 0; then coordinate i is {@code (p[i] + u) / n}, in the order of the
         * points. More dimensions leave the first ones as they are; more points change all.
         *
         * <p>Source: M. D. McKay, R. J. Beckman, W. J. Conover, A comparison of three methods for selecting values of
         * input variables in the analysis of output from a computer code, Technometrics 21 (1979), 239-245. Only single
         * dimensions are balanced, not pairs of them.
         */
        LATIN_HYPERCUBE {
            @Override
            void fill(final double[][] coordinates, final int n, final long seed) {
                final RandomGenerator generator = new MersenneTwister(seed);
                final RandomDataGenerator permutations = new RandomDataGenerator(generator);
                for (final double[] coordinate : coordinates) {
                    final int[] part = permutations.nextPermutation(n, n);
                    for (int i = 0; i < n; i++) {
                        coordinate[i] = (part[i] + generator.nextDouble()) / n;
                    }
                }
            }
        },

        /**
         * A Sobol sequence, which fills all dimensions evenly, with up to {@value RandomDesign#MOST_SOBOL_DIMENSIONS}
         * of them.
         *
         * <p>With seed 0 these are the points 1 to n of the plain sequence in Gray code order; point 0, the corner
         * where all coordinates are 0, is left out. With any other seed they are the points 0 to n-1 under a random
         * digital shift: the 52 bits of coordinate j are combined by exclusive or with the upper 52 bits of the
         * generator's number j of {@code nextLong()}, counted from 0. The shift keeps the sequence's balance and makes
         * several seeds independent estimates.
         *
         * <p>More points leave the first ones as they are, and so do more dimensions. The balance is best for a power
         * of two points (with seed 0, one less). In many dimensions, pairs of late ones are unevenly filled until there
         * are thousands of points.
         *
         * <p>Source: {@code SobolSequenceGenerator} of commons-math3 3.6.1, with the direction numbers new-joe-kuo-6 of
         * S. Joe, F. Y. Kuo, Constructing Sobol sequences with better two-dimensional projections, SIAM J. Sci. Comput.
         * 30 (2008), 2635-2654. Digital shift: P. L'Ecuyer, C. Lemieux, Recent advances in randomized quasi-Monte Carlo
         * methods (2002). On leaving out point 0: A. B. Owen, On dropping the first Sobol' point (2020).
         */
        SOBOL {
            @Override
            void fill(final double[][] coordinates, final int n, final long seed) {
                if (coordinates.length > MOST_SOBOL_DIMENSIONS) {
                    throw new InputException("a Sobol sequence over " + coordinates.length
                            + " parameters is not available; expected at most " + MOST_SOBOL_DIMENSIONS
                            + ", or a Latin hypercube");
                }
                final SobolSequenceGenerator sequence = new SobolSequenceGenerator(coordinates.length);
                final long[] shift = new long[coordinates.length];
                if (seed == 0) {
                    // Not skipTo(1), after which nextVector() gives point 2.
                    sequence.nextVector();
                } else {
                    final RandomGenerator generator = new MersenneTwister(seed);
                    for (int j = 0; j < shift.length; j++) {
                        shift[j] = generator.nextLong() >>> (Long.SIZE - SOBOL_BITS);
                    }
                }
                for (int i = 0; i < n; i++) {
                    final double[] point = sequence.nextVector();
                    for (int j = 0; j < point.length; j++) {
                        final long digits = (long) Math.scalb(point[j], SOBOL_BITS);
                        coordinates[j][i] = Math.scalb((double) (digits ^ shift[j]), -SOBOL_BITS);
                    }
                }
            }
        };

        abstract void fill(double[][] coordinates, int n, long seed);
    }

    private static final int MOST_SOBOL_DIMENSIONS = 1000;
    private static final int SOBOL_BITS = 52;

    /**
     * Draws the points.
     *
     * @param dimensions how many dimensions, at least 1
     * @return one array a dimension, with one coordinate a point, from 0 to 1
     * @throws InputException if a Sobol sequence has no such number of dimensions
     */
    public double[][] points(final int dimensions) {
        final double[][] coordinates = new double[dimensions][n];
        kind.fill(coordinates, n, seed);
        return coordinates;
    }
}
