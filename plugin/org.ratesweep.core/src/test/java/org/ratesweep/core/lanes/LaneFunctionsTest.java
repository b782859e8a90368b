/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every function of this package, of single numbers and of ranges of them. */
class LaneFunctionsTest {
    /** One number in so many is drawn from all doubles alike: huge, tiny, infinite, NaN. */
    private static final int ODD_ONES = 7;

    private interface Lanes {
        void apply(double[] values, int from, int to, double[] work);
    }

    private enum Tested {
        EXP(Exp::exp, Exp::exp, StrictMath::exp, 1.0, Exact::exp, 1.0, 50),
        // StrictMath's own error is 2.1 units.
        TANH(Tanh::tanh, Tanh::tanh, StrictMath::tanh, 3.0, Exact::tanh, 1.3, 20),
        SINH(SinhCosh::sinh, SinhCosh::sinh, StrictMath::sinh, 3.0, Exact::sinh, 1.5, 20),
        COSH(SinhCosh::cosh, SinhCosh::cosh, StrictMath::cosh, 3.0, Exact::cosh, 1.5, 20),
        LOG(Log::log, Log::log, StrictMath::log, 1.0, Exact::log, 0.8, 20),
        SIN(SineCosine::sin, SineCosine::sin, StrictMath::sin, 1.0, Exact::sin, 0.9, 1e4),
        COS(SineCosine::cos, SineCosine::cos, StrictMath::cos, 1.0, Exact::cos, 0.9, 1e4);

        private final DoubleUnaryOperator single;
        private final Lanes lanes;
        private final DoubleUnaryOperator strict;
        private final double unitsOfStrict;
        private final UnaryOperator<BigDecimal> exact;
        private final double unitsOfExact;
        private final double usual;

        Tested(
                final DoubleUnaryOperator single,
                final Lanes lanes,
                final DoubleUnaryOperator strict,
                final double unitsOfStrict,
                final UnaryOperator<BigDecimal> exact,
                final double unitsOfExact,
                final double usual) {
            this.single = single;
            this.lanes = lanes;
            this.strict = strict;
            this.unitsOfStrict = unitsOfStrict;
            this.exact = exact;
            this.unitsOfExact = unitsOfExact;
            this.usual = usual;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRangeIsComputedLikeItsNumbersToTheLastBit(final Tested function) {
        final Random random = new Random(1);
        final double[] work = new double[1600 + Chunks.ROOM];
        // Long enough for the compiler to come in between.
        for (int round = 0; round < 3000; round++) {
            final int from = random.nextInt(20);
            final int count = random.nextInt(round % 100 == 0 ? 1500 : 150);
            final double[] values = numbers(random, from + count + random.nextInt(20), function.usual);
            final double[] expected = values.clone();
            for (int i = from; i < from + count; i++) {
                expected[i] = function.single.applyAsDouble(values[i]);
            }
            Arrays.fill(work, random.nextBoolean() ? Double.NaN : 3.0);
            function.lanes.apply(values, from, from + count, work);
            assertArrayEquals(bits(expected), bits(values), () -> from + " to " + (from + count));
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheReferenceImplementation(final Tested function) {
        final Random random = new Random(2);
        for (final double size : new double[] {1e-300, 1e-9, 0.01, 1, 10, 100, 800, 1e6, 1e300}) {
            for (int i = 0; i < 20000; i++) {
                near(function, size * (2 * random.nextDouble() - 1));
            }
        }
        for (int i = 0; i < 50000; i++) {
            near(function, Double.longBitsToDouble(random.nextLong()));
        }
        for (double x = -25.0; x < 25.0; x += 0.001) {
            near(function, x);
        }
    }

    private static void near(final Tested function, final double x) {
        final double expected = function.strict.applyAsDouble(x);
        final double actual = function.single.applyAsDouble(x);
        if (Double.isFinite(expected)) {
            final double error = Math.abs(actual - expected) / Math.ulp(expected);
            assertTrue(
                    error <= function.unitsOfStrict,
                    () -> x + ": " + actual + " is " + error + " units from " + expected);
        } else {
            assertEquals(expected, actual, () -> "at " + x);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isAsNearToTheExactValueAsItSays(final Tested function) {
        final Random random = new Random(3);
        for (int i = 0; i < 1500; i++) {
            final double x = switch (i % 4) {
                case 0 -> random.nextGaussian();
                case 1 -> 1e-3 * random.nextGaussian();
                default -> function.usual * (2 * random.nextDouble() - 1);
            };
            final double actual = function.single.applyAsDouble(x);
            if (Double.isNaN(actual)) {
                continue;
            }
            final double error = Exact.ulps(actual, function.exact.apply(new BigDecimal(x)));
            assertTrue(error <= function.unitsOfExact, () -> x + ": " + actual + " is off by " + error + " units");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesAloneWhatIsOutsideOfTheRange(final Tested function) {
        final double[] values =
                DoubleStream.iterate(0.5, x -> x + 0.01).limit(400).toArray();
        final double[] before = values.clone();
        function.lanes.apply(values, 30, 30, new double[400 + Chunks.ROOM]);
        assertArrayEquals(before, values);
        function.lanes.apply(values, 7, 393, new double[400 + Chunks.ROOM]);
        assertArrayEquals(Arrays.copyOf(before, 7), Arrays.copyOf(values, 7));
        assertArrayEquals(Arrays.copyOfRange(before, 393, 400), Arrays.copyOfRange(values, 393, 400));
        assertTrue(values[7] != before[7] && values[392] != before[392]);
    }

    @ParameterizedTest
    @EnumSource
    void refusesARangeThatIsNotInTheArray(final Tested function) {
        final double[] work = new double[200 + Chunks.ROOM];
        assertThrows(IndexOutOfBoundsException.class, () -> function.lanes.apply(new double[100], 90, 101, work));
        assertThrows(IndexOutOfBoundsException.class, () -> function.lanes.apply(new double[100], 0, 200, work));
        assertThrows(IndexOutOfBoundsException.class, () -> function.lanes.apply(new double[100], -1, 50, work));
        final double[] tooShort = new double[99 + Chunks.ROOM];
        assertThrows(IndexOutOfBoundsException.class, () -> function.lanes.apply(new double[100], 0, 100, tooShort));
    }

    private static double[] numbers(final Random random, final int count, final double size) {
        // Some arrays have no odd one, so that the path without a repair is taken, too.
        final boolean odd = random.nextBoolean();
        final double least = random.nextBoolean() ? -size : 1e-3;
        return random.doubles(count, least, size)
                .map(x -> odd && random.nextInt(ODD_ONES) == 0 ? Double.longBitsToDouble(random.nextLong()) : x)
                .toArray();
    }

    private static long[] bits(final double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }
}
