/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.yaml;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.SourceLocation;

/**
 * A single value: a text, a number, a truth value or null.
 *
 * @param text the characters, without quotes and with escapes resolved
 * @param plain whether it is written without quotes and not as a block ({@code |}, {@code >}); only plain scalars can
 *     be anything but text
 * @param location where it begins; for a quoted scalar the place of the quote
 */
public record YamlScalar(String text, boolean plain, SourceLocation location) implements YamlNode {
    private static final int MOST_CHARACTERS_IN_WORDS = 40;
    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern BOOLEAN = Pattern.compile("(true|True|TRUE)|false|False|FALSE");
    private static final Pattern INTEGER = Pattern.compile("([-+]?[0-9]+)|0o([0-7]+)|0x([0-9a-fA-F]+)");
    private static final Pattern FLOAT = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|([-+]?)\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final int FLOAT_SIGN = 4;
    private static final int FLOAT_INFINITE = 5;
    private static final int FLOAT_NOT_A_NUMBER = 6;

    /** What a scalar is by the core schema of YAML 1.2. */
    public enum Type {
        NULL("nothing (null)"),
        BOOLEAN("the truth value "),
        INTEGER("the number "),
        FLOAT("the number "),
        TEXT("the text ");

        private final String words;

        Type(final String words) {
            this.words = words;
        }
    }

    /**
     * Returns what the scalar is: {@code 10e-3} is a number, {@code on} is a text, {@code "null"} in quotes is a text.
     */
    public Type type() {
        if (!plain) {
            return Type.TEXT;
        }
        if (NULL.matcher(text).matches()) {
            return Type.NULL;
        }
        if (BOOLEAN.matcher(text).matches()) {
            return Type.BOOLEAN;
        }
        if (INTEGER.matcher(text).matches()) {
            return Type.INTEGER;
        }
        return FLOAT.matcher(text).matches() ? Type.FLOAT : Type.TEXT;
    }

    @Override
    public boolean isNull() {
        return type() == Type.NULL;
    }

    @Override
    public YamlScalar asScalar(final String subject) {
        if (isNull()) {
            throw mismatch(subject, "a single value");
        }
        return this;
    }

    @Override
    public String asText(final String subject) {
        return switch (type()) {
            case TEXT -> text;
            case NULL -> throw mismatch(subject, "a text");
            case BOOLEAN, INTEGER, FLOAT -> throw mismatch(subject, "a text (a number or truth value needs quotes)");
        };
    }

    @Override
    public double asNumber(final String subject) {
        final double number = switch (type()) {
            case INTEGER -> integer().doubleValue();
            case FLOAT -> decimal();
            case NULL, BOOLEAN, TEXT -> throw mismatch(subject, "a number");
        };
        if (!Double.isFinite(number)) {
            throw mismatch(subject, "a finite number");
        }
        return number;
    }

    @Override
    public int asInteger(final String subject) {
        final BigInteger number = type() == Type.INTEGER ? integer() : BigInteger.ONE.shiftLeft(Integer.SIZE);
        if (number.bitLength() >= Integer.SIZE) {
            throw mismatch(subject, "a whole number");
        }
        return number.intValue();
    }

    @Override
    public boolean asBoolean(final String subject) {
        final Matcher truth = BOOLEAN.matcher(text);
        if (!plain || !truth.matches()) {
            throw mismatch(subject, "true or false");
        }
        return truth.group(1) != null;
    }

    @Override
    public String words() {
        return switch (type()) {
            case NULL -> Type.NULL.words;
            case TEXT -> Type.TEXT.words + "'" + shortened() + "'";
            case BOOLEAN, INTEGER, FLOAT -> type().words + shortened();
        };
    }

    /** Returns the text in one line that is short enough for a message. */
    String shortened() {
        final String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= MOST_CHARACTERS_IN_WORDS ? line : line.substring(0, MOST_CHARACTERS_IN_WORDS) + "…";
    }

    private BigInteger integer() {
        final Matcher integer = INTEGER.matcher(text);
        if (!integer.matches() || text.length() > Short.MAX_VALUE) {
            throw InputException.at(location, "the number " + shortened() + " has too many digits");
        }
        if (integer.group(1) != null) {
            return new BigInteger(integer.group(1));
        }
        return integer.group(2) != null ? new BigInteger(integer.group(2), 8) : new BigInteger(integer.group(3), 16);
    }

    private double decimal() {
        final Matcher decimal = FLOAT.matcher(text);
        if (!decimal.matches() || decimal.group(FLOAT_NOT_A_NUMBER) != null) {
            return Double.NaN;
        }
        if (decimal.group(FLOAT_INFINITE) != null) {
            return decimal.group(FLOAT_SIGN).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(text);
    }
}
