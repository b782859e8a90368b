/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void alignsAllColumnsButTheLast() {
        final Table table = new Table(
                List.of("PATH", "KIND", "EQUATION"),
                List.of(List.of("a", "constant", ""), List.of("longer", "input", "x = a long one")));

        assertEquals(
                List.of("  PATH    KIND      EQUATION", "  a       constant", "  longer  input     x = a long one"),
                table.lines(2));
    }

    @Test
    void breaksTextBetweenWords() {
        assertEquals(List.of("  one two", "  three"), Paragraph.lines(" one\n  two three ", 10, 2));
        assertEquals(List.of("incomprehensible", "word"), Paragraph.lines("incomprehensible word", 8, 0));
        assertEquals(List.of(), Paragraph.lines("  ", 10, 2));
    }
}
