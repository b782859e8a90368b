/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.terminal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;

/** Numbers and times in the form in which people read them. */
public final class Quantity {
    private static final double LEAST_PLAIN = 1e-3;
    private static final double MOST_PLAIN = 1e7;
    private static final MathContext SHORT = new MathContext(6);
    private static final String[] BYTE_UNITS = {"kB", "MB", "GB", "TB", "PB"};
    private static final String[] RATE_UNITS = {"", " thousand", " million", " billion", " trillion"};

    private Quantity() {}

    /**
     * Writes a parameter value.
     *
     * @param value the value
     * @return its shortest exact decimal form, for instance {@code 68}, {@code 0.02} or {@code 1e-4}
     */
    public static String number(final double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        final double size = Math.abs(value);
        final BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (size >= LEAST_PLAIN && size < MOST_PLAIN) {
            return exact.toPlainString();
        }
        final String digits = exact.unscaledValue().abs().toString();
        final int exponent = digits.length() - 1 - exact.scale();
        return (value < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "e"
                + exponent;
    }

    /**
     * Writes a parameter value where there is little room.
     *
     * @param value the value
     * @return its decimal form, rounded to six significant digits
     */
    public static String shortNumber(final double value) {
        return Double.isFinite(value)
                ? number(new BigDecimal(value).round(SHORT).doubleValue())
                : number(value);
    }

    /** Writes a count with its noun, for instance {@code 1 set} or {@code 6,000 sets}. */
    public static String count(final long number, final String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** Writes a time that has passed, for instance {@code 0.42 s}, {@code 12.3 s} or {@code 3:07 min}. */
    public static String time(final Duration time) {
        final double seconds = time.toNanos() / 1e9;
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        return seconds < 60 ? String.format(Locale.ROOT, "%.1f s", seconds) : clock(time);
    }

    /** Writes a time that is still to come, for instance {@code 4 s}, {@code 3:07 min} or {@code 1:20:00 h}. */
    public static String clock(final Duration time) {
        final long seconds = time.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d h", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** Writes a size of a file, for instance {@code 950 bytes} or {@code 1.2 MB}. */
    public static String bytes(final long size) {
        if (size < 1000) {
            return count(size, "byte");
        }
        double scaled = size / 1e3;
        int unit = 0;
        while (scaled >= 999.5 && unit + 1 < BYTE_UNITS.length) {
            scaled /= 1e3;
            unit++;
        }
        return String.format(Locale.ROOT, scaled < 10 ? "%.1f %s" : "%.0f %s", scaled, BYTE_UNITS[unit]);
    }

    /** Writes a large number of which the size matters, for instance {@code 12.3 million}. */
    public static String approximate(final double number) {
        double scaled = number;
        int unit = 0;
        while (scaled >= 999.5 && unit + 1 < RATE_UNITS.length) {
            scaled /= 1e3;
            unit++;
        }
        return String.format(
                Locale.ROOT, unit == 0 ? "%.0f%s" : scaled < 99.95 ? "%.1f%s" : "%.0f%s", scaled, RATE_UNITS[unit]);
    }
}
