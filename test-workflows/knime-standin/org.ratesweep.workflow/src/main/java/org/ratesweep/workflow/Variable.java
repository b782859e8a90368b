/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import java.util.Locale;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * A flow variable.
 *
 * @param name its name
 * @param type its type
 * @param value its value, as text
 */
record Variable(String name, Type type, String value) {
    /** The types that the command line of KNIME knows. */
    enum Type {
        STRING("String"),
        INT("int"),
        DOUBLE("double");

        private final String word;

        Type(final String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Returns a variable whose type follows from how its value is written. */
    static Variable guessed(final String name, final String value) {
        if (value.matches("[+-]?\\d{1,9}")) {
            return new Variable(name, Type.INT, value);
        }
        return new Variable(name, isNumber(value) ? Type.DOUBLE : Type.STRING, value);
    }

    /** Returns a variable as a workflow declares it. */
    static Variable saved(final NodeSettingsRO settings) throws InvalidSettingsException {
        final String name = settings.getString("name");
        return switch (settings.getString("class").toUpperCase(Locale.ROOT)) {
            case "INTEGER" -> new Variable(name, Type.INT, Integer.toString(settings.getInt("value")));
            case "DOUBLE" -> new Variable(name, Type.DOUBLE, Double.toString(settings.getDouble("value")));
            case "STRING" -> new Variable(name, Type.STRING, settings.getString("value"));
            default ->
                throw new InvalidSettingsException(
                        "the stand-in knows no variables of class " + settings.getString("class"));
        };
    }

    /** Tells whether an entry of that type takes the value, as KNIME's conversions go. */
    boolean fits(final String entryType) {
        return switch (entryType) {
            case "xstring" -> true;
            case "xdouble" -> type != Type.STRING;
            case "xint", "xlong" -> type == Type.INT;
            case "xboolean" -> type == Type.STRING;
            default -> false;
        };
    }

    private static boolean isNumber(final String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (final NumberFormatException word) {
            return false;
        }
    }
}
