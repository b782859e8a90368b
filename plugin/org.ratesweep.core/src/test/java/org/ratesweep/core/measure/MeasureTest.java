/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.error.InputException;

/** Compares with closed forms, and with what numpy and scipy give. */
class MeasureTest {
    private static final double STEP = 1e-3;

    /** The times of samples from 0 on. */
    private static double[] times(final int n) {
        return IntStream.range(0, n).mapToDouble(i -> i * STEP).toArray();
    }

    private static Series series(final int n, final DoubleUnaryOperator course) {
        final double[] times = times(n);
        return Series.of(times, Arrays.stream(times).map(course).toArray());
    }

    private static Series series(final double... values) {
        return Series.of(times(values.length), values);
    }

    private static Series sine(final int n, final double amplitude, final double frequency, final double phase) {
        return series(n, t -> amplitude * Math.sin(2 * Math.PI * frequency * t + phase));
    }

    private static Series noise(final int n, final long seed) {
        final MersenneTwister generator = new MersenneTwister(seed);
        return series(n, t -> generator.nextGaussian());
    }

    static Stream<Measure> all() {
        return Stream.of(
                Measure.MEAN,
                Measure.STANDARD_DEVIATION,
                Measure.MINIMUM,
                Measure.MAXIMUM,
                Measure.PEAK_TO_PEAK,
                Measure.DOMINANT_FREQUENCY,
                Measure.DOMINANT_POWER,
                Measure.peaks(0.2),
                Measure.firstCrossing(0.5));
    }

    private static void assertMessage(final String expected, final Runnable action) {
        final InputException problem = assertThrows(InputException.class, action::run);
        assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    }

    @Test
    void everyMeasureHasANameADescriptionAndAUnit() {
        assertEquals(9, all().map(Measure::name).distinct().count());
        assertTrue(all().noneMatch(measure -> measure.description().isBlank()));
        assertTrue(all().allMatch(measure -> measure.toString().equals(measure.name())));
        assertEquals(
                List.of(
                        "the unit of the series",
                        "1 / the unit of time: Hz if time is in s",
                        "the square of the unit of the series",
                        "a number",
                        "the unit of time"),
                all().map(measure -> measure.unit().words()).distinct().toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aSampleThatIsNoNumberMakesTheMeasureNaN(final Measure measure) {
        for (final double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            final double[] values = sine(100, 1, 50, 0).values();
            values[60] = bad;
            final Series series = series(values);
            assertEquals(Double.NaN, measure.compute(series));
            final double expected = measure.compute(sine(100, 1, 50, 0).within(0, 0.059));
            assertEquals(expected, measure.compute(series.within(0, 0.059)), "a window before it");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void fewerSamplesThanNeededAreAnError(final Measure measure) {
        final int fewest = measure.fewestSamples();
        final double[] values = {0, 1, 0, 1};
        measure.compute(series(Arrays.copyOf(values, fewest)));
        if (fewest > 1) {
            assertMessage(
                    "the measure '" + measure.name() + "' needs at least " + fewest + " samples, but there ",
                    () -> measure.compute(series(Arrays.copyOf(values, fewest - 1))));
        }
    }

    @Test
    void theErrorOfAShortWindowSaysWhatIsThere() {
        assertMessage(
                "needs at least 2 samples, but there is one, at 0.005; expected a longer window",
                () -> Measure.STANDARD_DEVIATION.compute(noise(10, 1).within(0.005, 0.0055)));
        assertMessage(
                "needs at least 4 samples, but there are 2, from 0.0 to 0.001;",
                () -> Measure.DOMINANT_FREQUENCY.compute(noise(10, 1).within(0, 0.001)));
    }

    @Nested
    class Samples {
        @Test
        void bothEndsOfAWindowBelongToIt() {
            final Series series = series(1000, t -> t);
            // 3 * 0.1 and 0.3 differ in the last bit, as do these times and the ends.
            for (int i = 0; i < 1000; i++) {
                assertEquals(1, series.within(i / 1000.0, i / 1000.0).size());
            }
            assertEquals(101, series.within(0.2, 0.3).size());
            assertEquals(
                    1000,
                    series.within(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                            .size());
            assertEquals(0.2, series.within(0.2, 0.3).time(0));
            assertEquals(STEP, series.step(), 1e-15);
            assertEquals(0, series.within(0.5, 0.5).step());
        }

        @Test
        void aSeriesDoesNotChange() {
            final double[] times = times(3);
            final double[] values = {1, 2, 3};
            final Series series = Series.of(times, values);
            times[0] = 5;
            values[1] = 5;
            series.values()[2] = 5;
            assertArrayEquals(new double[] {1, 2, 3}, series.values());
            assertEquals(0, series.time(0));
            assertEquals(2, series.value(1));
        }

        @Test
        void unusableSeriesAndWindowsAreErrors() {
            assertMessage("has 3 times and 2 values", () -> Series.of(times(3), new double[2]));
            assertMessage("the series is empty", () -> Series.of(new double[0], new double[0]));
            assertMessage("not evenly spaced", () -> Series.of(new double[] {0, 1, 2.00001}, new double[3]));
            assertMessage("not evenly spaced", () -> Series.of(new double[] {2, 1, 0}, new double[3]));
            assertMessage("not evenly spaced", () -> Series.of(new double[] {1, 1, 1}, new double[3]));
            assertMessage("not evenly spaced", () -> Series.of(new double[] {0, Double.NaN, 2}, new double[3]));
            assertMessage("not all finite", () -> Series.of(new double[] {Double.NaN}, new double[1]));
            assertMessage("not all finite", () -> Series.of(new double[] {0, Double.POSITIVE_INFINITY}, new double[2]));
            assertEquals(
                    3, Series.of(new double[] {0, 1, 2.0000001}, new double[3]).size());
            final Series series = series(4, t -> t);
            assertMessage("the earlier time first", () -> series.within(2, 1));
            assertMessage("the earlier time first", () -> series.within(Double.NaN, 1));
            assertMessage("which runs from 0.0 to 0.003 in 4 samples", () -> series.within(2, 3));
        }
    }

    @Nested
    class Statistics {
        @Test
        void knownNumbersHaveTheirKnownStatistics() {
            final Series series = series(2, 4, 4, 4, 5, 5, 7, 9);
            assertEquals(5, Measure.MEAN.compute(series));
            assertEquals(Math.sqrt(32.0 / 7), Measure.STANDARD_DEVIATION.compute(series), 1e-15);
            assertEquals(2, Measure.MINIMUM.compute(series));
            assertEquals(9, Measure.MAXIMUM.compute(series));
            assertEquals(7, Measure.PEAK_TO_PEAK.compute(series));
        }

        @Test
        void aConstantDoesNotVary() {
            final Series series = series(1000, t -> 0.1);
            assertEquals(0.1, Measure.MEAN.compute(series), 1e-16);
            assertEquals(0, Measure.STANDARD_DEVIATION.compute(series), 1e-16);
            assertEquals(0, Measure.PEAK_TO_PEAK.compute(series));
            assertEquals(0, Measure.peaks(0).compute(series));
            assertEquals(Double.NaN, Measure.DOMINANT_FREQUENCY.compute(series));
            assertEquals(0, Measure.DOMINANT_POWER.compute(series));
        }

        @Test
        void aRampHasTheMomentsOfEvenlySpacedNumbers() {
            final int n = 101;
            final Series series = series(n, t -> t / STEP);
            assertEquals((n - 1) / 2.0, Measure.MEAN.compute(series), 1e-12);
            assertEquals(Math.sqrt(n * (n + 1) / 12.0), Measure.STANDARD_DEVIATION.compute(series), 1e-12);
            assertEquals(0, Measure.peaks(0).compute(series));
        }

        @Test
        void wholePeriodsOfASineHaveTheRootMeanSquareOfASine() {
            final int n = 1000;
            final Series series = sine(n, 3, 10, 0.4);
            assertEquals(0, Measure.MEAN.compute(series), 1e-14);
            assertEquals(
                    3 / Math.sqrt(2) * Math.sqrt(n / (n - 1.0)), Measure.STANDARD_DEVIATION.compute(series), 1e-12);
            assertEquals(6, Measure.PEAK_TO_PEAK.compute(series), 0.02);
        }
    }

    @Nested
    class Spectrum {
        private static double binWidth(final Series series) {
            return 1 / (series.size() * series.step());
        }

        @ParameterizedTest
        @ValueSource(ints = {64, 100, 500, 1000, 1024, 3000})
        void theFrequencyOfASineIsFoundToAHundredthOfABin(final int n) {
            for (double periods = 4; periods < 0.45 * n; periods = periods * 1.3 + 0.17) {
                for (double phase = 0; phase < 6; phase += 0.7) {
                    final double frequency = periods / (n * STEP);
                    final Series series = sine(n, 2.5, frequency, phase);
                    final double found = Measure.DOMINANT_FREQUENCY.compute(series);
                    assertEquals(frequency, found, 0.01 * binWidth(series), periods + " periods, phase " + phase);
                    assertEquals(2.5 * 2.5 / 2, Measure.DOMINANT_POWER.compute(series), 0.01 * 2.5 * 2.5 / 2);
                }
            }
        }

        /** From {@code scipy.signal.periodogram(x, 100, window="hann", nfft=256, scaling="spectrum")}. */
        @Test
        void thePeriodogramIsThatOfScipy() {
            final double[] times =
                    IntStream.range(0, 100).mapToDouble(i -> i * 0.01).toArray();
            final Periodogram periodogram = Periodogram.of(Series.of(
                    times,
                    Arrays.stream(times)
                            .map(t -> 1.5 + Math.sin(2 * Math.PI * 7.3 * t) + 0.4 * Math.cos(2 * Math.PI * 21 * t))
                            .toArray()));
            assertEquals(0.390625, periodogram.spacing(), 1e-15);
            assertEquals(128, periodogram.power().length);
            assertEquals(0.0005677521360678116, periodogram.power()[0], 1e-15);
            assertEquals(2.8288457534175586e-06, periodogram.power()[5], 1e-15);
            assertEquals(0.4553038806361728, periodogram.power()[18], 1e-15);
            assertEquals(0.49054355111307346, periodogram.power()[19], 1e-15);
            assertEquals(0.35425906745931723, periodogram.power()[20], 1e-15);
            assertEquals(0.07911735858616153, periodogram.power()[54], 1e-15);
            assertEquals(2.6279693395235017e-12, periodogram.power()[127], 1e-15);
        }

        @Test
        void theStrongestOfSeveralOscillationsCounts() {
            final Series series = series(
                    4000,
                    t -> 5
                            + Math.sin(2 * Math.PI * 10 * t)
                            + 1.5 * Math.cos(2 * Math.PI * 37 * t)
                            + 0.01 * Math.sin(t));
            assertEquals(37, Measure.DOMINANT_FREQUENCY.compute(series), 0.01);
            assertEquals(1.5 * 1.5 / 2, Measure.DOMINANT_POWER.compute(series), 0.01);
        }

        @Test
        void aSquareWaveHasItsFundamental() {
            final Series series = series(5000, t -> t * 8 % 1 < 0.5 ? 1 : -1);
            assertEquals(8, Measure.DOMINANT_FREQUENCY.compute(series), 0.01 * binWidth(series));
            // Its fundamental has the amplitude 4 / pi.
            assertEquals(8 / (Math.PI * Math.PI), Measure.DOMINANT_POWER.compute(series), 1e-3);
        }

        @Test
        void aDriftShowsAtTheLowestFrequencyAndWhatIsTooFastAtTheHighest() {
            final Series ramp = series(1000, t -> t);
            final double lowest = Measure.DOMINANT_FREQUENCY.compute(ramp);
            assertTrue(lowest >= 1 && lowest <= 2, "from one to two periods in 1 s: " + lowest);
            final Series alternating = series(1000, t -> Math.round(t / STEP) % 2 == 0 ? 1 : -1);
            assertEquals(500, Measure.DOMINANT_FREQUENCY.compute(alternating), 1);
        }

        @Test
        void whiteNoiseHasLittlePowerAtAnyFrequency() {
            assertTrue(Measure.DOMINANT_POWER.compute(noise(10_000, 3)) < 0.01);
        }

        @Test
        void theUnitOfTimeScalesTheFrequency() {
            final double[] values = sine(1000, 1, 12, 1).values();
            final double[] milliseconds =
                    IntStream.range(0, 1000).mapToDouble(i -> 7 + i).toArray();
            assertEquals(0.012, Measure.DOMINANT_FREQUENCY.compute(Series.of(milliseconds, values)), 1e-5);
        }
    }

    @Nested
    class Peaks {
        private static double peaks(final double prominence, final double... values) {
            return Measure.peaks(prominence).compute(series(values));
        }

        @Test
        void aSineHasOnePeakAPeriod() {
            assertEquals(10, Measure.peaks(0.1).compute(sine(1000, 1, 10, 0)));
        }

        @Test
        void aPlateauCountsOnceAndTheEndsDoNot() {
            final DoubleUnaryOperator square = t -> t * 10 % 1 < 0.5 ? 1 : 0;
            assertEquals(9, Measure.peaks(1).compute(series(1000, square)), "ten plateaus, one at the start");
            assertEquals(1, peaks(0.5, 0, 1, 1, 1, 0));
            assertEquals(0, peaks(0, 1, 0, 1));
            assertEquals(0, peaks(0, 0, 0, 1, 1));
            assertEquals(1, peaks(0, 0, 1, 0.9, 0.9));
            assertEquals(2, peaks(1, 0, 1, 0, 1, 0));
            assertEquals(0, peaks(0, 3));
        }

        @Test
        void aPeakMustStandOut() {
            final double[] values = {0, 10, 8, 9, 0, 3, 2, 10, 0};
            assertEquals(4, peaks(0, values));
            assertEquals(4, peaks(0.1, values));
            assertEquals(2, peaks(0.11, values));
            assertMessage("expected a part of the peak-to-peak distance, from 0 to 1", () -> Measure.peaks(1.1));
            assertMessage("is NaN; expected", () -> Measure.peaks(Double.NaN));
        }

        /** The definition of topographic prominence, taken literally. */
        @ParameterizedTest
        @CsvSource({"0.01", "0.1", "0.3", "0.6", "0.9"})
        void withoutEqualMaximaTheProminentOnesCount(final double prominence) {
            for (int seed = 0; seed < 20; seed++) {
                final double[] values = noise(300, seed).values();
                final double least = prominence * Measure.PEAK_TO_PEAK.compute(series(values));
                int expected = 0;
                for (int i = 1; i < values.length - 1; i++) {
                    if (values[i] - base(values, i, -1) >= least && values[i] - base(values, i, 1) >= least) {
                        expected++;
                    }
                }
                assertEquals(expected, peaks(prominence, values));
            }
        }

        /** The lowest value on one side before anything higher than value i. */
        private static double base(final double[] values, final int i, final int direction) {
            double lowest = values[i];
            for (int j = i; j >= 0 && j < values.length && values[j] <= values[i]; j += direction) {
                lowest = Math.min(lowest, values[j]);
            }
            return lowest;
        }
    }

    @Nested
    class Crossing {
        private static double crossing(final double level, final double... values) {
            return Measure.firstCrossing(level).compute(series(values));
        }

        @Test
        void theTimeIsInterpolated() {
            assertEquals(2.25 * STEP, crossing(1.25, 0, -1, 1, 2, 3), 1e-18);
            assertEquals(STEP, crossing(1, 0, 1, 2));
            assertEquals(0.0125, Measure.firstCrossing(Math.sqrt(0.5)).compute(sine(200, 1, 10, 0)), 1e-5);
        }

        @Test
        void onlyUpwardCrossingsCount() {
            assertEquals(2.5 * STEP, crossing(1, 3, 2, 0, 2), 1e-18);
            assertEquals(2 * STEP, crossing(1, 1, 0, 1), 1e-18);
            assertEquals(Double.NaN, crossing(1, 1, 2, 3));
            assertEquals(Double.NaN, crossing(1, 3, 2, 0));
            assertEquals(Double.NaN, crossing(5, 1, 2, 3));
            assertMessage("the level to cross is NaN", () -> Measure.firstCrossing(Double.NaN));
        }

        @Test
        void theTimeIsThatOfTheSeriesAndNotOfTheWindow() {
            final Series series = sine(1000, 1, 10, Math.PI);
            assertEquals(0.05, Measure.firstCrossing(0).compute(series), 1e-9);
            assertEquals(0.75, Measure.firstCrossing(0).compute(series.within(0.7, 1)), 1e-9);
        }
    }

    @Nested
    class Properties {
        private static final double FACTOR = 4;
        private static final double OFFSET = 0.5;

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5})
        void measuresFollowScaleAndShift(final long seed) {
            final Series series = noise(777, seed);
            final Series scaled = series(
                    Arrays.stream(series.values()).map(v -> FACTOR * v + OFFSET).toArray());
            assertMoves(Measure.MEAN, series, scaled, FACTOR, OFFSET);
            assertMoves(Measure.MINIMUM, series, scaled, FACTOR, OFFSET);
            assertMoves(Measure.MAXIMUM, series, scaled, FACTOR, OFFSET);
            assertMoves(Measure.STANDARD_DEVIATION, series, scaled, FACTOR, 0);
            assertMoves(Measure.PEAK_TO_PEAK, series, scaled, FACTOR, 0);
            assertMoves(Measure.DOMINANT_FREQUENCY, series, scaled, 1, 0);
            assertMoves(Measure.DOMINANT_POWER, series, scaled, FACTOR * FACTOR, 0);
            assertMoves(Measure.peaks(0.3), series, scaled, 1, 0);
            assertEquals(
                    Measure.firstCrossing(1).compute(series),
                    Measure.firstCrossing(FACTOR + OFFSET).compute(scaled),
                    1e-12);
        }

        private static void assertMoves(
                final Measure measure,
                final Series series,
                final Series scaled,
                final double factor,
                final double offset) {
            final double expected = factor * measure.compute(series) + offset;
            assertEquals(expected, measure.compute(scaled), 1e-10 * Math.abs(expected) + 1e-14, measure.name());
        }
    }
}
