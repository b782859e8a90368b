/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.measure;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.ratesweep.core.error.InputException;

/**
 * A number that describes a course in time.
 *
 * <pre>{@code
 * double frequency = Measure.DOMINANT_FREQUENCY.compute(Series.of(times, values).within(2, 10));
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Measure {
    /** The arithmetic mean of the samples. */
    public static final Measure MEAN =
            new Measure("mean", "the arithmetic mean of the samples", Unit.VALUE, 1, overValues(StatUtils::mean));

    /** The sample standard deviation: the root of the sum of squared deviations from the mean over n - 1. */
    public static final Measure STANDARD_DEVIATION = new Measure(
            "standard deviation",
            "the sample standard deviation, with n - 1 in the denominator",
            Unit.VALUE,
            2,
            overValues(values -> Math.sqrt(StatUtils.variance(values))));

    /** The smallest sample. */
    public static final Measure MINIMUM =
            new Measure("minimum", "the smallest sample", Unit.VALUE, 1, overValues(StatUtils::min));

    /** The largest sample. */
    public static final Measure MAXIMUM =
            new Measure("maximum", "the largest sample", Unit.VALUE, 1, overValues(StatUtils::max));

    /** The largest less the smallest sample. */
    public static final Measure PEAK_TO_PEAK =
            new Measure("peak to peak", "the largest less the smallest sample", Unit.VALUE, 1, Measure::peakToPeak);

    /**
     * The frequency at which the periodogram of the series is highest.
     *
     * <p>The mean is removed, the samples are weighted by a Hann window (periodic: {@code (1 - cos(2 pi i / n)) / 2})
     * and padded with zeros to a power of two that is at least twice their number, and the highest value of the power
     * spectrum is looked for from one period in the series up to below half the sampling rate. A parabola through the
     * logarithms of that value and its two neighbours gives the place between the grid's frequencies: a sine wave of
     * four periods or more is found to within 1 % of {@code 1 / (n * step)}.
     *
     * <p>Caveats: zero padding refines the grid, not the resolution, and two oscillations that are nearer than about
     * {@code 2 / (n * step)} are one. What is faster than half the sampling rate appears as a slower oscillation. A
     * drift shows at the lowest frequency; start the window after the transient. The strongest line may be a harmonic
     * of a course of sharp peaks. The frequency of a constant series is NaN; one that has come to rest up to rounding
     * has a frequency with next to no power.
     *
     * <p>Sources: A. V. Oppenheim, R. W. Schafer, Discrete-Time Signal Processing (3rd edition, 2010), sections 10.2 to
     * 10.5; the periodogram is that of P. D. Welch, IEEE Trans. Audio Electroacoust. 15 (1967), 70-73, for a single
     * segment; its scale is the power spectrum of G. Heinzel, A. Rüdiger, R. Schilling, Spectrum and spectral density
     * estimation by the DFT (2002), equal to {@code scipy.signal.periodogram(x, window="hann", nfft=padded,
     * scaling="spectrum")}; the parabola is that of J. O. Smith, X. Serra, PARSHL (1987). The transform is that of
     * commons-math3.
     */
    public static final Measure DOMINANT_FREQUENCY = new Measure(
            "dominant frequency",
            "the frequency at which the periodogram (Hann window, mean removed) is highest",
            Unit.PER_TIME,
            Periodogram.FEWEST_SAMPLES,
            series -> Periodogram.of(series).peak().frequency());

    /**
     * The height of the periodogram at the {@link #DOMINANT_FREQUENCY}.
     *
     * <p>The scale is that of a power spectrum: a sine wave of amplitude A has the power {@code A * A / 2}, its mean
     * square, whatever the number of samples. Of a broad band only a part counts, and the more samples the less. 0 for
     * a constant series.
     */
    public static final Measure DOMINANT_POWER = new Measure(
            "power at the dominant frequency",
            "the height of the periodogram there: A^2 / 2 for a sine wave of amplitude A",
            Unit.VALUE_SQUARED,
            Periodogram.FEWEST_SAMPLES,
            series -> Periodogram.of(series).peak().power());

    /** What a measure is counted in, given the units of the series' values and of its times. */
    public enum Unit {
        /** The unit of the values. */
        VALUE("the unit of the series"),
        /** The square of the unit of the values. */
        VALUE_SQUARED("the square of the unit of the series"),
        /** One over the unit of the times. */
        PER_TIME("1 / the unit of time: Hz if time is in s"),
        /** The unit of the times. */
        TIME("the unit of time"),
        /** None. */
        NUMBER("a number");

        private final String words;

        Unit(final String words) {
            this.words = words;
        }

        /** Returns a phrase for a user. */
        public String words() {
            return words;
        }
    }

    private final String name;
    private final String description;
    private final Unit unit;
    private final int fewestSamples;
    private final ToDoubleFunction<Series> formula;

    private Measure(
            final String name,
            final String description,
            final Unit unit,
            final int fewestSamples,
            final ToDoubleFunction<Series> formula) {
        this.name = name;
        this.description = description;
        this.unit = unit;
        this.fewestSamples = fewestSamples;
        this.formula = formula;
    }

    /**
     * The number of peaks that stand out.
     *
     * <p>A peak is the highest place between a rise of at least d, from the lowest place since the peak before or since
     * the start, and the next fall of at least d, where d is {@code prominence} times {@link #PEAK_TO_PEAK}, and any
     * rise or fall if that is 0. These are the local maxima whose topographic prominence is at least d ({@code
     * scipy.signal.find_peaks}), except that peaks of exactly the same height with no fall of d between them are one. A
     * plateau is one peak; the ends of the series are none.
     *
     * @param prominence the part of the peak-to-peak distance that a peak must stand out by, from 0 to 1
     * @return the measure
     * @throws InputException if the prominence is not from 0 to 1
     */
    public static Measure peaks(final double prominence) {
        if (!(prominence >= 0 && prominence <= 1)) {
            throw new InputException("the prominence of peaks is " + prominence
                    + "; expected a part of the peak-to-peak distance, from 0 to 1");
        }
        return new Measure(
                "number of peaks",
                "how many maxima stand out by at least " + prominence + " of the peak-to-peak distance",
                Unit.NUMBER,
                1,
                series -> peaks(series, prominence * peakToPeak(series)));
    }

    /**
     * The time at which the series first crosses a level upwards.
     *
     * <p>That is, between a sample below the level and the next one, at or above it, by linear interpolation; a series
     * that starts at or above the level must fall below it first. The time is on the series' own axis, not counted from
     * the start of the window. NaN if there is no crossing.
     *
     * @param level in the unit of the series
     * @return the measure
     * @throws InputException if the level is not finite
     */
    public static Measure firstCrossing(final double level) {
        if (!Double.isFinite(level)) {
            throw new InputException("the level to cross is " + level + "; expected a finite number");
        }
        return new Measure(
                "first crossing",
                "the time at which the series first crosses " + level + " upwards",
                Unit.TIME,
                2,
                series -> firstCrossing(series, level));
    }

    /** Returns a short name in lower case, without the measure's settings. */
    public String name() {
        return name;
    }

    /** Returns what is measured, in a line. */
    public String description() {
        return description;
    }

    /** Returns what the measure is counted in. */
    public Unit unit() {
        return unit;
    }

    /** Returns the least number of samples for which the measure has a meaning. */
    public int fewestSamples() {
        return fewestSamples;
    }

    /**
     * Measures a series.
     *
     * @param series the series, or a part of it
     * @return the measure in its {@link #unit()}; NaN if a sample is NaN or infinite, or the series has no such thing
     * @throws InputException if the series has fewer than {@link #fewestSamples()}
     */
    public double compute(final Series series) {
        if (series.size() < fewestSamples) {
            throw new InputException("the measure '" + name + "' needs at least " + fewestSamples
                    + " samples, but there " + (series.size() == 1 ? "is one, at " : "are " + series.size() + ", from ")
                    + series.time(0) + (series.size() == 1 ? "" : " to " + series.time(series.size() - 1))
                    + "; expected a longer window or a smaller sampling step");
        }
        return series.isFinite() ? formula.applyAsDouble(series) : Double.NaN;
    }

    @Override
    public String toString() {
        return name;
    }

    private static ToDoubleFunction<Series> overValues(final ToDoubleFunction<double[]> statistic) {
        return series -> statistic.applyAsDouble(series.values());
    }

    private static double peakToPeak(final Series series) {
        final double[] values = series.values();
        return StatUtils.max(values) - StatUtils.min(values);
    }

    private static double peaks(final Series series, final double threshold) {
        final double standingOut = Math.max(threshold, Double.MIN_VALUE);
        int peaks = 0;
        boolean rising = false;
        double extreme = series.value(0);
        for (int i = 1; i < series.size(); i++) {
            final double value = series.value(i);
            final double turned = rising ? extreme - value : value - extreme;
            if (turned >= standingOut) {
                peaks += rising ? 1 : 0;
                rising = !rising;
                extreme = value;
            } else if (turned < 0) {
                extreme = value;
            }
        }
        return peaks;
    }

    private static double firstCrossing(final Series series, final double level) {
        for (int i = 1; i < series.size(); i++) {
            final double before = series.value(i - 1);
            final double after = series.value(i);
            if (before < level && level <= after) {
                final double part = (level - before) / (after - before);
                return series.time(i - 1) + part * (series.time(i) - series.time(i - 1));
            }
        }
        return Double.NaN;
    }
}
