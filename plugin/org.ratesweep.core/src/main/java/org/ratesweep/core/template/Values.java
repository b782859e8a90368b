/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ratesweep.core.yaml.YamlNode;
import org.ratesweep.core.yaml.YamlScalar;

/** Reads values: real numbers, truth values as 0 and 1, and complex numbers such as {@code 0.5-1e-3j}. */
final class Values {
    private static final String UNSIGNED = "(?:[0-9]++\\.?[0-9]*+|\\.[0-9]++)(?:[eE][-+]?[0-9]++)?";
    private static final Pattern REAL = Pattern.compile("[-+]?" + UNSIGNED);
    private static final Pattern COMPLEX =
            Pattern.compile("(?:([-+]?" + UNSIGNED + ")(?=[-+]))?([-+]?)(" + UNSIGNED + ")?[jJ]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Values() {}

    /** Returns the value of a scalar, unless it is none; beyond the range of doubles is an error. */
    static Optional<Value> of(final YamlScalar scalar) {
        return switch (scalar.type()) {
            case INTEGER, FLOAT -> Optional.of(Value.real(scalar.asNumber("the value")));
            case BOOLEAN -> Optional.of(Value.real(scalar.asBoolean("the value") ? 1 : 0));
            case TEXT -> parse(withoutBlanks(scalar.text()));
            case NULL -> Optional.empty();
        };
    }

    static Value require(final YamlNode node, final String subject) {
        return Optional.of(node)
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .flatMap(Values::of)
                .orElseThrow(() -> node.mismatch(subject, "a number"));
    }

    static ValueType type(final YamlScalar scalar) {
        return type(withoutBlanks(scalar.text()));
    }

    /** Returns whether a text without blanks is written as a complex number, be its imaginary part 0 or not. */
    static ValueType type(final String text) {
        return COMPLEX.matcher(text).matches() ? ValueType.COMPLEX : ValueType.REAL;
    }

    /** Returns the value of a text without blanks, unless it is no finite number. */
    static Optional<Value> parse(final String text) {
        if (REAL.matcher(text).matches()) {
            return Optional.of(Value.real(Double.parseDouble(text))).filter(Values::isFinite);
        }
        final Matcher complex = COMPLEX.matcher(text);
        if (!complex.matches()) {
            return Optional.empty();
        }
        final double real = complex.group(1) == null ? 0 : Double.parseDouble(complex.group(1));
        final double size = complex.group(3) == null ? 1 : Double.parseDouble(complex.group(3));
        return Optional.of(new Value(real, complex.group(2).equals("-") ? -size : size))
                .filter(Values::isFinite);
    }

    static String withoutBlanks(final String text) {
        return BLANKS.matcher(text).replaceAll("");
    }

    private static boolean isFinite(final Value value) {
        return Double.isFinite(value.real()) && Double.isFinite(value.imaginary());
    }
}
