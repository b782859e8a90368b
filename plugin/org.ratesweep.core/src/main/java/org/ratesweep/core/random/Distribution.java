/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.random;

/**
 * A distribution of random numbers, given by its quantiles.
 *
 * <p>Its n-th number for a seed depends on nothing but both: it is the quantile at a uniform random number of 52 bits that
 * {@link Philox} gives for the seed as the key and the counter (n, 0, 0, 0).
 */
public sealed interface Distribution {
    /** One number alone. */
    record Always(double value) implements Distribution {
        @Override
        public double quantile(final double probability) {
            return value;
        }
    }

    /** Numbers between two bounds, all equally likely. */
    record Uniform(double low, double high) implements Distribution {
        @Override
        public double quantile(final double probability) {
            return low + (high - low) * probability;
        }
    }

    /** The normal distribution. */
    record Normal(double mean, double deviation) implements Distribution {
        @Override
        public double quantile(final double probability) {
            return mean + deviation * NormalQuantile.of(probability);
        }
    }

    /** The Lorentz (Cauchy) distribution with a half width at half maximum. */
    record Lorentz(double center, double halfWidth) implements Distribution {
        @Override
        public double quantile(final double probability) {
            return center + halfWidth * StrictMath.tan(Math.PI * (probability - 0.5));
        }
    }

    /**
     * Returns the number below which a random number is with some probability.
     *
     * @param probability more than 0 and less than 1
     */
    double quantile(double probability);

    /**
     * Returns one of the numbers that follow from a seed.
     *
     * @param seed the seed
     * @param number which of them, from 0
     */
    default double draw(final long seed, final int number) {
        return quantile(Philox.fraction(seed, number, 0, 0, 0));
    }
}
