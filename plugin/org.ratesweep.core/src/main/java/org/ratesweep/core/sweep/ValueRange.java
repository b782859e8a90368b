/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ratesweep.core.error.InputException;

/**
 * How the values of one key of a parameter grid are given.
 *
 * <p>Immutable; the same range always gives the same values. All numbers are in the unit of the parameter.
 */
public sealed interface ValueRange {
    /** The most values that a range may have: more than can be run. */
    int MOST_VALUES = 10_000_000;

    /** Returns the values, at least one and all of them finite, as a new array. */
    double[] values();

    /**
     * Lays out the values of several keys, for {@link ParameterGrid#pairwise} or {@link ParameterGrid#combinations}.
     *
     * <p>All {@link Random} ranges of the same design are drawn together, each as one dimension of it, in the order of
     * the keys. The values of such a key therefore depend on the number of keys of its design, and on its place among
     * them.
     *
     * @param ranges the range of each key, in the order of the columns
     * @return the values of each key, in the same order
     * @throws InputException if a design has more dimensions than its kind can have
     */
    static Map<String, double[]> columns(final Map<String, ? extends ValueRange> ranges) {
        final Map<RandomDesign, Integer> dimensions = new HashMap<>();
        for (final ValueRange range : ranges.values()) {
            if (range instanceof Random random) {
                dimensions.merge(random.design(), 1, Integer::sum);
            }
        }
        final Map<RandomDesign, Iterator<double[]>> points = new HashMap<>();
        dimensions.forEach((design, number) ->
                points.put(design, Arrays.asList(design.points(number)).iterator()));
        final Map<String, double[]> columns = new LinkedHashMap<>();
        ranges.forEach((key, range) -> columns.put(
                key,
                range instanceof Random random
                        ? random.scaled(points.get(random.design()).next())
                        : range.values()));
        return columns;
    }

    /**
     * The values themselves.
     *
     * @param values at least one; finite
     */
    record Listed(double[] values) implements ValueRange {
        /**
         * Takes the values.
         *
         * @throws InputException if there is none, or one is not finite
         */
        public Listed {
            values = values.clone();
            if (values.length == 0) {
                throw new InputException("the list of values is empty; expected at least one number");
            }
            for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i])) {
                    throw new InputException(
                            "value " + (i + 1) + " of the list is " + values[i] + "; expected a finite number");
                }
            }
        }

        @Override
        public double[] values() {
            return values.clone();
        }
    }

    /**
     * Evenly spaced numbers, both ends included: {@code numpy.linspace(from, to, n)}, equal to numpy's to the last bit.
     *
     * @param from the first number
     * @param to the last number, which may be the smaller one
     * @param n how many; a single one is the first
     */
    record Linear(double from, double to, int n) implements ValueRange {
        /**
         * Takes the ends and the number.
         *
         * @throws InputException if {@code n} is not from 1 to {@value #MOST_VALUES}, or an end or the distance of the
         *     ends is not finite
         */
        public Linear {
            requireNumber(n);
            if (!Double.isFinite(to - from)) {
                throw new InputException("a linear range from " + from + " to " + to
                        + " has no even steps; expected finite numbers at a finite distance");
            }
        }

        @Override
        public double[] values() {
            final double[] values = new double[n];
            final double step = (to - from) / (n - 1);
            for (int i = 0; i < n; i++) {
                // A step that underflows to 0 is taken apart, as numpy does.
                values[i] = (step == 0 ? i / (double) (n - 1) * (to - from) : i * step) + from;
            }
            values[0] = from;
            if (n > 1) {
                values[n - 1] = to;
            }
            return values;
        }
    }

    /**
     * Numbers at even ratios, both ends included and exact: {@code numpy.geomspace(from, to, n)} for numbers above 0.
     *
     * <p>In between are {@link PowersOfTen} of the logarithms of the ends, kept between the ends, so whole powers of 10
     * are exact and other values may differ from numpy's in the last bits.
     *
     * @param from the first number, above 0
     * @param to the last number, above 0, which may be the smaller one
     * @param n how many; a single one is the first
     */
    record Logarithmic(double from, double to, int n) implements ValueRange {
        /**
         * Takes the ends and the number.
         *
         * @throws InputException if {@code n} is not from 1 to {@value #MOST_VALUES}, or an end is not finite and above
         *     0
         */
        public Logarithmic {
            requireNumber(n);
            if (!(from > 0 && to > 0 && Double.isFinite(from) && Double.isFinite(to))) {
                throw new InputException("a logarithmic range cannot go from " + from + " to " + to
                        + "; expected two finite numbers above 0: the first and the last value, not their exponents");
            }
        }

        @Override
        public double[] values() {
            final double[] values = new PowersOfTen(Math.log10(from), Math.log10(to), n).values();
            for (int i = 0; i < n; i++) {
                values[i] = Math.max(Math.min(from, to), Math.min(Math.max(from, to), values[i]));
            }
            values[0] = from;
            if (n > 1) {
                values[n - 1] = to;
            }
            return values;
        }
    }

    /**
     * Powers of 10 with evenly spaced exponents, both ends included: {@code numpy.logspace(from, to, n)}.
     *
     * <p>Powers may differ from numpy's in the last bit, as numpy's own do from one processor to another; those of
     * whole exponents are exact to the last bit.
     *
     * @param fromExponent the exponent of the first number
     * @param toExponent the exponent of the last number, which may be the smaller one
     * @param n how many; a single one is the first
     */
    record PowersOfTen(double fromExponent, double toExponent, int n) implements ValueRange {
        /**
         * Takes the exponents of the ends and the number.
         *
         * @throws InputException if {@code n} is not from 1 to {@value #MOST_VALUES}, or an end is not finite
         */
        public PowersOfTen {
            requireNumber(n);
            if (!Double.isFinite(power(fromExponent)) || !Double.isFinite(power(toExponent))) {
                throw new InputException("powers of ten with exponents from " + fromExponent + " to " + toExponent
                        + " lead to numbers that are not finite; expected exponents below 309");
            }
        }

        @Override
        public double[] values() {
            return Arrays.stream(new Linear(fromExponent, toExponent, n).values())
                    .map(PowersOfTen::power)
                    .toArray();
        }

        private static double power(final double exponent) {
            final long whole = (long) exponent;
            return whole == exponent ? Double.parseDouble("1e" + whole) : Math.pow(10, exponent);
        }
    }

    /**
     * Numbers drawn between two bounds.
     *
     * <p>A value is {@code low + (high - low) * u} for a coordinate u, from 0 to 1, of a point of the design. On its
     * own the range is the only dimension of its design; with others, see {@link ValueRange#columns}.
     *
     * @param low the lower bound
     * @param high the upper bound, above {@code low}
     * @param design how many are drawn and how, from which seed
     */
    record Random(double low, double high, RandomDesign design) implements ValueRange {
        /**
         * Takes the bounds and the design.
         *
         * @throws InputException if {@code low} is not below {@code high}, or their distance is not finite
         */
        public Random {
            if (!(low < high && Double.isFinite(high - low))) {
                throw new InputException("nothing can be drawn between " + low + " and " + high
                        + "; expected two finite numbers, the lower bound first");
            }
        }

        @Override
        public double[] values() {
            return scaled(design.points(1)[0]);
        }

        private double[] scaled(final double[] coordinates) {
            return Arrays.stream(coordinates).map(u -> low + (high - low) * u).toArray();
        }
    }

    private static void requireNumber(final int n) {
        if (n < 1 || n > MOST_VALUES) {
            throw new InputException("the number of values is " + n + "; expected from 1 to " + MOST_VALUES);
        }
    }
}
