/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command runs and its tables have the shape of tables; what it measures is nobody's business here. */
class MainTest {
    private record Execution(int status, String out, String err) {
        static Execution of(final String... arguments) {
            final ByteArrayOutputStream out = new ByteArrayOutputStream();
            final ByteArrayOutputStream err = new ByteArrayOutputStream();
            final int status = Main.run(
                    List.of(arguments),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
            return new Execution(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }

        /** Returns the rows of the table with a title, the head first. */
        List<String> table(final String title) {
            return out.lines()
                    .dropWhile(line -> !line.equals("### " + title))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .toList();
        }
    }

    private static long cells(final String row) {
        return row.chars().filter(character -> character == '|').count() - 1;
    }

    private static void assertTable(final Execution execution, final String title, final int rows) {
        final List<String> table = execution.table(title);
        assertEquals(rows + 2, table.size(), execution.out());
        table.forEach(row -> assertEquals(cells(table.get(0)), cells(row), row));
        assertTrue(table.get(1).startsWith("| --- | ---: |"), table.get(1));
    }

    @Test
    void writesEveryTable() {
        final Execution all = Execution.of("--quick");
        assertEquals(0, all.status(), all.err());
        assertTable(all, "Numbers of parameter sets", 2);
        assertTable(all, "Solvers", 5);
        assertTable(all, "Models of the library", 2);
        assertTable(all, "From the template to the first step", 5);
        assertTable(all, "How the stages grow with the model", 2);
        assertTable(all, "Memory while solving", 1);
        assertTable(all, "Writing results.csv", 3);
        assertTrue(all.out().contains("### Large systems\n"), all.out());
        assertTrue(all.out().contains("Too short to mean anything."), all.out());
    }

    @Test
    void writesTheTablesThatAreAskedFor() {
        final Execution some = Execution.of("writing", "--quick");
        assertEquals(0, some.status(), some.err());
        assertEquals(
                1, some.out().lines().filter(line -> line.startsWith("### ")).count(), some.out());
    }

    @Test
    void refusesTablesThatItDoesNotKnow() {
        final Execution wrong = Execution.of("--quick", "rates");
        assertEquals(2, wrong.status());
        assertTrue(wrong.err().contains("there is no table 'rates'; there are: speed, models, "), wrong.err());
    }
}
