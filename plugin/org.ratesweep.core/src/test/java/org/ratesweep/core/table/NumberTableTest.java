/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.error.InputException;

class NumberTableTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\n2\n3\n",
                "1\n2\n3",
                "u\n1\n2\n3\n\n\n",
                "\"u, in 1/s\"\r\n1\r\n 2 \r\n3e0\r\n",
                "\ufeff1\n2\n3"
            })
    void oneColumnIsReadWithAndWithoutHeader(final String text) {
        final NumberTable table = read(text);
        assertEquals(1, table.columns().length);
        assertArrayEquals(new double[] {1, 2, 3}, table.columns()[0]);
    }

    @Test
    void columnsHaveTheNamesOfTheHeader() {
        final NumberTable table = read("a, b\n1,-2.5\n3,+.5E-3\n");
        assertEquals(List.of("a", "b"), table.header());
        assertArrayEquals(new double[] {1, 3}, table.columns()[0]);
        assertArrayEquals(new double[] {-2.5, 0.0005}, table.columns()[1]);
        assertEquals(List.of(), read("1,2\n").header());
    }

    @Test
    void numbersAreReadToTheLastBit() {
        final Random random = new Random(1995);
        final double[] numbers = DoubleStream.concat(
                        random.longs(20_000)
                                .mapToDouble(Double::longBitsToDouble)
                                .filter(Double::isFinite),
                        random.longs(2000).mapToDouble(bits -> Double.longBitsToDouble(bits & 0x800F_FFFF_FFFF_FFFFL)))
                .toArray();
        final String text = DoubleStream.of(numbers).mapToObj(Double::toString).collect(Collectors.joining("\n"));
        assertArrayEquals(numbers, read(text).columns()[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "u\\n1\\nabc\\n|:3:1: 'abc' is not a finite number (cell 1 of 1)",
                "1,2\\n3,x\\n|:2:3: 'x' is not a finite number (cell 2 of 2)",
                "1,2\\n33,\\n|:2:4: this cell is empty (cell 2 of 2)",
                "1\\nNaN\\n|:2:1: 'NaN' is not a finite number (cell 1 of 1)",
                "1\\n1e999\\n|:2:1: '1e999' is not a finite number (cell 1 of 1)",
                "1\\n1d\\n|:2:1: '1d' is not a finite number (cell 1 of 1)",
                "1\\n0x1p3\\n|:2:1: '0x1p3' is not a finite number (cell 1 of 1)",
                "u\\n1;2\\n|:2:1: '1;2' is not a finite number (cell 1 of 1); cells are separated by commas",
                "-inf\\n1\\n|:1:1: '-inf' is not a finite number (cell 1 of 1); the first row is a header only if none "
                        + "of its cells is a number",
                "a,2\\n|:1:1: 'a' is not a finite number (cell 1 of 2); the first row is a header only if none of its "
                        + "cells is a number",
                "1,2\\n3\\n|:2:1: this row has 1 cell, but the first has 2 cells",
                "a\\n3,4,5\\n|:2:1: this row has 3 cells, but the first has 1 cell",
                "1\\n\\n2\\n|:2:1: this line is blank, but numbers follow; only lines at the end may be blank",
                "u\\n|:1:1: the file holds no numbers",
                "''|:1:1: the file holds no numbers"
            })
    void everyProblemHasItsPlace(final String text, final String message) {
        final InputException problem = assertThrows(InputException.class, () -> read(text.replace("\\n", "\n")));
        assertEquals(folder.resolve("table.csv") + message, problem.getMessage());
    }

    @Test
    void whatIsNoCsvIsReported() {
        final InputException problem = assertThrows(InputException.class, () -> read("u\n\"1\n".repeat(3_000_000)));
        assertTrue(problem.getMessage().contains("is no CSV file: "), problem.getMessage());
    }

    private NumberTable read(final String text) {
        final Path file = folder.resolve("table.csv");
        try {
            Files.writeString(file, text);
        } catch (final IOException problem) {
            throw new AssertionError(problem);
        }
        return NumberTable.read(file);
    }
}
