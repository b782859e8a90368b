/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.Arrays;

/** Numbers that come one by one. Mutable. */
final class Samples {
    private static final int FIRST_CAPACITY = 1024;

    private double[] numbers = new double[FIRST_CAPACITY];
    private int size;

    void add(final double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.multiplyExact(2, size));
        }
        numbers[size] = number;
        size++;
    }

    double[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
