/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.parametergrid;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.ratesweep.core.error.InputException;

/** Numbers in a text field. */
final class NumberList {
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,;]+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private NumberList() {}

    /**
     * Reads numbers.
     *
     * @param text decimal numbers, separated by commas, semicolons, blanks or line breaks
     * @return the numbers, none if the text is blank
     * @throws InputException if something in between is no number
     */
    static double[] parse(final String text) {
        final String[] words = Arrays.stream(SEPARATOR.split(text))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        final double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            if (!NUMBER.matcher(words[i]).matches()) {
                throw new InputException("value " + (i + 1) + " of the list, '" + words[i]
                        + "', is no number; expected numbers with a decimal point, separated by commas or blanks");
            }
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }
}
