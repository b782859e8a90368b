/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.error.InputException;

class ParameterGridTest {
    private static Map<String, double[]> values(final Object... keysAndValues) {
        final Map<String, double[]> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], (double[]) keysAndValues[i + 1]);
        }
        return values;
    }

    private static double[] of(final double... numbers) {
        return numbers;
    }

    @Test
    void pairsTakeTheValuesAsTheyCome() {
        final ParameterGrid grid = ParameterGrid.pairwise(values("a", of(3, 1), "b", of(5, 6)));
        assertEquals(2, grid.size());
        assertEquals(List.of("a", "b"), grid.keys());
        assertArrayEquals(of(3, 1), grid.column("a"));
        assertEquals(6, grid.value(1, "b"));
    }

    @Test
    void combinationsOfTwoKeysVaryTheFirstFastest() {
        final ParameterGrid grid = ParameterGrid.combinations(values("a", of(1, 2, 3), "b", of(10, 20)));
        assertArrayEquals(of(1, 2, 3, 1, 2, 3), grid.column("a"));
        assertArrayEquals(of(10, 10, 10, 20, 20, 20), grid.column("b"));
    }

    /** The order that numpy's meshgrid gives, read off numpy for sizes 2, 3, 2, 2. */
    @Test
    void combinationsOfFourKeysNestAsSecondFirstThirdFourth() {
        final ParameterGrid grid =
                ParameterGrid.combinations(values("a", of(1, 2), "b", of(1, 2, 3), "c", of(1, 2), "d", of(1, 2)));
        assertEquals(24, grid.size());
        final List<List<Integer>> rows = IntStream.range(0, 24)
                .mapToObj(row -> grid.keys().stream()
                        .map(key -> (int) grid.value(row, key))
                        .toList())
                .toList();
        assertEquals(
                List.of(
                        List.of(1, 1, 1, 1),
                        List.of(1, 1, 1, 2),
                        List.of(1, 1, 2, 1),
                        List.of(1, 1, 2, 2),
                        List.of(2, 1, 1, 1)),
                rows.subList(0, 5));
        assertEquals(List.of(1, 2, 1, 1), rows.get(8));
        assertEquals(List.of(2, 3, 2, 2), rows.get(23));
        assertEquals(24, rows.stream().distinct().count());
    }

    @Test
    void combinationsOfOneKeyAreItsValues() {
        assertArrayEquals(
                of(2, 1), ParameterGrid.combinations(values("a", of(2, 1))).column("a"));
    }

    @Test
    void rowsAreSortedByValuesAndStayInOrderAmongEquals() {
        final ParameterGrid grid = ParameterGrid.pairwise(values("a", of(2, 1, 2, 1), "b", of(1, 9, 0, 9)));
        assertEquals(List.of(1, 3, 2, 0), grid.rowsByValue());
    }

    @Test
    void aTableIsAGridOfItsColumns() {
        final double[][] columns = {{3, 1}, {5, 6}};
        final ParameterGrid grid = ParameterGrid.of(List.of("b", "a"), columns);
        columns[0][0] = 0;
        assertEquals(List.of("b", "a"), grid.keys());
        assertEquals(2, grid.size());
        assertArrayEquals(of(3, 1), grid.column("b"));
        assertArrayEquals(of(5, 6), grid.column("a"));
    }

    @Test
    void rowsHaveNamesOnlyWhenTheyAreGiven() {
        final ParameterGrid grid = ParameterGrid.of(List.of("a"), new double[][] {{3, 1}});
        assertEquals(Optional.empty(), grid.name(1));
        final ParameterGrid named = grid.named(List.of("control", "lesion"));
        assertEquals(Optional.of("lesion"), named.name(1));
        assertArrayEquals(grid.column("a"), named.column("a"));
        assertEquals(Optional.empty(), grid.name(1));
        assertEquals(
                Optional.of("only"),
                ParameterGrid.single().named(List.of("only")).name(0));
    }

    @Test
    void theNamesOfTheRowsAreThoseOfTheSetsOfASweep() {
        final ParameterGrid grid = ParameterGrid.of(List.of("C"), new double[][] {{68, 135}});
        assertEquals("JRC2_1", sweep(grid).setName(1));
        final List<String> names = new ArrayList<>();
        sweep(grid.named(List.of("weak", "strong")))
                .run(RunOptions.defaults(), block -> block.outcomes().forEach(outcome -> names.add(outcome.name())));
        assertEquals(List.of("weak", "strong"), names);
    }

    private static Sweep sweep(final ParameterGrid grid) {
        return Sweep.of(TestTemplates.jansenRit("JRC2"))
                .grid(grid)
                .map("C", new ParameterTarget.NodeVariables(List.of("jrc_op/c"), List.of("jrc")))
                .simulationTime(1e-3)
                .stepSize(1e-4)
                .output("V_pce", "jrc/jrc_op/V_e")
                .build();
    }

    @Test
    void unusableTablesAndNamesAreErrors() {
        final double[][] column = {{1, 2}};
        assertMessage("has 2 keys and 1 columns", () -> ParameterGrid.of(List.of("a", "b"), column));
        assertMessage("a key is empty (number 1)", () -> ParameterGrid.of(List.of(""), column));
        assertMessage(
                "the key 'a' is there twice", () -> ParameterGrid.of(List.of("a", "a"), new double[][] {{1}, {2}}));
        assertMessage("unequally many", () -> ParameterGrid.of(List.of("a", "b"), new double[][] {{1}, {2, 3}}));
        assertMessage("'a' has no value", () -> ParameterGrid.of(List.of("a"), new double[1][0]));
        assertMessage("it names no parameter", () -> ParameterGrid.of(List.of(), new double[0][]));
        final ParameterGrid grid = ParameterGrid.of(List.of("a"), column);
        assertMessage("there are 1 names for 2 parameter sets", () -> grid.named(List.of("x")));
        assertMessage("a name of a parameter set is empty (number 2)", () -> grid.named(List.of("x", " ")));
        assertMessage("the name of a parameter set 'x' is there twice", () -> grid.named(List.of("x", "x")));
    }

    @Test
    void unusableGridsAreErrors() {
        assertMessage(
                "the values of 'a' and 'b' are unequally many (2 and 3)",
                () -> ParameterGrid.pairwise(values("a", of(1, 2), "b", of(1, 2, 3))));
        assertMessage("it names no parameter", () -> ParameterGrid.pairwise(values()));
        assertMessage("'a' has no value", () -> ParameterGrid.combinations(values("a", of())));
        final double[] many = new double[10_000];
        assertMessage(
                "more than 100000000 combinations",
                () -> ParameterGrid.combinations(values("a", many, "b", many, "c", many)));
    }

    private static void assertMessage(final String expected, final Runnable action) {
        final InputException problem = assertThrows(InputException.class, action::run);
        assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    }
}
