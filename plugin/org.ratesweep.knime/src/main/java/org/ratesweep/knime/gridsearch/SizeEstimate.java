/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.Locale;
import java.util.Optional;

/**
 * How large a table of results will be.
 *
 * @param rows the number of rows
 * @param columns the number of columns
 * @param bytes about how much room it takes
 */
record SizeEstimate(double rows, double columns, double bytes) {
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};
    /** What a row takes beside its numbers: its key, and the name of its set. */
    private static final double BYTES_PER_ROW = 24;

    /**
     * Estimates.
     *
     * @param layout the form of the table
     * @param sets the number of parameter sets
     * @param samples the number of samples in time
     * @param series the number of recorded variables
     * @return the estimate
     */
    static SizeEstimate of(final ResultsLayout layout, final long sets, final long samples, final long series) {
        // As doubles: the product of three whole numbers may be too large for one.
        return of(layout, (double) sets, (double) samples, (double) series);
    }

    private static SizeEstimate of(
            final ResultsLayout layout, final double sets, final double samples, final double series) {
        final double numbers = sets * samples * series;
        return switch (layout) {
            case LIST -> new SizeEstimate(sets, 2 + series, Double.BYTES * numbers + BYTES_PER_ROW * sets);
            case LONG ->
                new SizeEstimate(
                        sets * samples,
                        2 + series,
                        Double.BYTES * (numbers + sets * samples) + BYTES_PER_ROW * sets * samples);
            case WIDE ->
                new SizeEstimate(
                        samples, 1 + sets * series, Double.BYTES * (numbers + samples) + BYTES_PER_ROW * samples);
        };
    }

    /** Returns the sentence of the dialog. */
    String words(final Optional<Long> sets) {
        return String.format(
                Locale.ROOT,
                "%,.0f rows x %,.0f columns, about %s%s",
                rows,
                columns,
                bytes(bytes),
                sets.isPresent() ? "" : " for each parameter set (execute the grid to see the number of sets)");
    }

    /** Writes a size with its unit. */
    static String bytes(final double size) {
        double scaled = size;
        int unit = 0;
        while (scaled >= 999.5 && unit + 1 < UNITS.length) {
            scaled /= 1e3;
            unit++;
        }
        return String.format(Locale.ROOT, unit > 0 && scaled < 9.95 ? "%.1f %s" : "%.0f %s", scaled, UNITS[unit]);
    }
}
