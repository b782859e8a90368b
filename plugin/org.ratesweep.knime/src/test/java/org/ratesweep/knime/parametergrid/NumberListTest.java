/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.parametergrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.error.InputException;

class NumberListTest {
    @Test
    void readsNumbersHoweverTheyAreSeparated() {
        assertArrayEquals(
                new double[] {68, -0.5, 1e-3, 0.25, 2, 3e5}, NumberList.parse(" 68, -0.5;1e-3\n.25 ,, +2.\t3E5 "));
        assertArrayEquals(new double[0], NumberList.parse(" \n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1d", "0x10", "NaN", "1e", "1.2.3", "."})
    void namesWhatIsNoNumber(final String word) {
        assertEquals(
                "value 2 of the list, '" + word
                        + "', is no number; expected numbers with a decimal point, separated by commas or blanks",
                assertThrows(InputException.class, () -> NumberList.parse("1, " + word + ", 2"))
                        .getMessage());
    }
}
