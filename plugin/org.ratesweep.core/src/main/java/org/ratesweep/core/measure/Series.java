/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.measure;

import java.util.Arrays;
import org.ratesweep.core.error.InputException;

/**
 * A course in time: values at evenly spaced times.
 *
 * <p>Immutable. There is at least one sample. Values may be NaN or infinite; times may not.
 */
public final class Series {
    /** How far a step between samples may be off, and a sample outside of a window, as a part of a step. */
    private static final double TOLERANCE = 1e-6;

    private final double[] times;
    private final double[] values;

    /** Takes arrays that nobody else has. */
    private Series(final double[] times, final double[] values) {
        this.times = times;
        this.values = values;
    }

    /**
     * Takes the samples.
     *
     * @param times when each sample was taken, in ascending order; every step is the mean step to within a millionth of
     *     it
     * @param values one a time
     * @return the series
     * @throws InputException if there is no sample, there are more times than values or fewer, or the times are not
     *     even
     */
    public static Series of(final double[] times, final double[] values) {
        if (times.length != values.length) {
            throw new InputException("the series has " + times.length + " times and " + values.length
                    + " values; expected one value for each time");
        }
        if (times.length == 0) {
            throw new InputException("the series is empty; expected at least one sample");
        }
        final Series series = new Series(times.clone(), values.clone());
        series.requireEvenTimes();
        return series;
    }

    private void requireEvenTimes() {
        final double step = step();
        if (!Double.isFinite(step) || !Double.isFinite(times[0])) {
            throw new InputException("the times of the series are not all finite; expected ascending numbers");
        }
        for (int i = 1; i < times.length; i++) {
            final double actual = times[i] - times[i - 1];
            if (!(actual > 0 && Math.abs(actual - step) <= TOLERANCE * step)) {
                throw new InputException("the times of the series are not evenly spaced: " + times[i]
                        + " comes after " + times[i - 1] + ", but the mean step is " + step
                        + "; expected ascending times whose steps differ by less than a millionth");
            }
        }
    }

    /**
     * Returns the part in a window of time.
     *
     * @param from the start of the window, included; may be negative infinity
     * @param to the end of the window, included; may be infinity. Both reach further by a millionth of a step, so that
     *     a sample is not lost to rounding
     * @return the samples whose times lie in the window
     * @throws InputException if the window ends before it starts, or no sample lies in it
     */
    public Series within(final double from, final double to) {
        if (!(from <= to)) {
            throw new InputException(
                    "the window cannot go from " + from + " to " + to + "; expected the earlier time first");
        }
        final double rounding = TOLERANCE * step();
        int first = 0;
        while (first < times.length && times[first] < from - rounding) {
            first++;
        }
        int end = first;
        while (end < times.length && times[end] <= to + rounding) {
            end++;
        }
        if (first == end) {
            throw new InputException("no sample lies in the window from " + from + " to " + to
                    + "; expected one that overlaps the series, which runs from " + times[0] + " to "
                    + times[times.length - 1] + " in " + times.length + " samples");
        }
        return new Series(Arrays.copyOfRange(times, first, end), Arrays.copyOfRange(values, first, end));
    }

    /** Returns the number of samples. */
    public int size() {
        return values.length;
    }

    /** Returns the mean time between two samples; 0 for a single one. */
    public double step() {
        return times.length == 1 ? 0 : (times[times.length - 1] - times[0]) / (times.length - 1);
    }

    /** Returns the time of a sample, counted from 0. */
    public double time(final int sample) {
        return times[sample];
    }

    /** Returns the value of a sample, counted from 0. */
    public double value(final int sample) {
        return values[sample];
    }

    /** Returns all values, in the order of time. */
    public double[] values() {
        return values.clone();
    }

    /** Says whether no value is NaN or infinite. */
    public boolean isFinite() {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }
}
