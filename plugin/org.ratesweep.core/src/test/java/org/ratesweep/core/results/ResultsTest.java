/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.sweep.SetStatus;

class ResultsTest {
    private final Results results =
            TestRuns.results(TestRuns.slopes(1, -2).output("all", "all/op/x").output("one", "a/op/x"));

    @Test
    void columnsGoByOutputThenSetThenVariable() {
        assertEquals(
                List.of(
                        new SeriesName("all", "Test_0", "a/op/x"),
                        new SeriesName("all", "Test_0", "b/op/x"),
                        new SeriesName("all", "Test_1", "a/op/x"),
                        new SeriesName("all", "Test_1", "b/op/x"),
                        new SeriesName("one", "Test_0", "a/op/x"),
                        new SeriesName("one", "Test_1", "a/op/x")),
                results.columns());
        assertEquals(List.of("all", "one"), results.outputs());
        assertEquals(List.of("a/op/x", "b/op/x"), results.paths("all"));
    }

    @Test
    void seriesHaveTheAddressOutputSetPath() {
        assertArrayEquals(new double[] {0, 1, 2}, results.times());
        assertEquals(3, results.rows());
        assertArrayEquals(new double[] {0.5, -1.5, -3.5}, results.series("one", "Test_1"));
        assertArrayEquals(new double[] {0.5, 1.5, 2.5}, results.series("all", "Test_0", "a/op/x"));
        assertArrayEquals(new double[] {0.5, 1.5, 2.5}, results.series("all", "Test_1", "b/op/x"));
    }

    @Test
    void seriesAreFoundInEveryBlock() {
        final double[] slopes = IntStream.range(0, 200).mapToDouble(i -> i).toArray();
        final Results many = TestRuns.results(TestRuns.slopes(slopes).output("x", "a/op/x"));
        for (int set = 0; set < slopes.length; set++) {
            assertEquals(0.5 + set, many.series("x", "Test_" + set)[1]);
        }
    }

    @Test
    void changingWhatWasReturnedChangesNothing() {
        results.times()[0] = 7;
        results.series("one", "Test_0")[0] = 7;
        assertEquals(0, results.times()[0]);
        assertEquals(0.5, results.series("one", "Test_0")[0]);
    }

    @Test
    void unknownNamesGetNearMatches() {
        assertProblem("there is no output 'on'; did you mean 'one'?", () -> results.series("on", "Test_0"));
        assertProblem(
                "there is no parameter set 'test_3'; did you mean 'Test_0' or 'Test_1'?",
                () -> results.series("one", "test_3"));
        assertProblem(
                "the output 'one' does not hold 'b/op/x'; did you mean 'a/op/x'?",
                () -> results.series("one", "Test_0", "b/op/x"));
    }

    @Test
    void anOutputOfSeveralVariablesNeedsAPath() {
        assertProblem(
                "the output 'all' holds 2 variables; name the path of one: a/op/x, b/op/x",
                () -> results.series("all", "Test_0"));
    }

    @Test
    void theMapHasARowASet() {
        final ResultsMap map = results.map();
        assertEquals(List.of("k"), map.keys());
        assertEquals(
                new ResultsMap.Row("Test_1", List.of(-2.0), SetStatus.OK, ""),
                map.rows().get(1));
        assertEquals(-2.0, map.value(map.rows().get(1), "k"));
        assertEquals("Test_1", map.sortedBy("k").rows().get(0).set());
        assertProblem("the results map has no column 'K'; did you mean 'k'?", () -> map.sortedBy("K"));
    }

    @Test
    void aSetThatDivergesSaysSo() {
        final Results diverging = TestRuns.results(TestRuns.slopes(1, 1e308).output("x", "a/op/x"));
        final ResultsMap.Row row = diverging.map().rows().get(1);
        assertEquals(SetStatus.DIVERGED, row.status());
        assertTrue(row.message().contains("a/op/x"), row.message());
        assertEquals(1, diverging.summary().failedSets());
        assertEquals(SetStatus.OK, diverging.outcomes().get(0).status());
    }

    @Test
    void aRunWithoutAGridIsOneSet() {
        final Results single = TestRuns.oneRow(3.0);
        assertArrayEquals(new double[] {3.0}, single.series("x", "Test_0"));
        assertEquals(1, single.grid().size());
    }

    @Test
    void whatDoesNotFitInMemoryIsRefusedBeforeTheRun() {
        final String problem = assertThrows(
                        InputException.class,
                        () -> TestRuns.results(TestRuns.slopes(new double[100_000])
                                .simulationTime(1e9)
                                .output("x", "a/op/x")))
                .getMessage();
        assertTrue(problem.contains("sampling_step_size"), problem);
    }

    private static void assertProblem(final String message, final Runnable action) {
        assertEquals(message, assertThrows(InputException.class, action::run).getMessage());
    }
}
