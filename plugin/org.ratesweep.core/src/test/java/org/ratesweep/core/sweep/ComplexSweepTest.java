/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.results.SeriesName;
import org.ratesweep.core.sweep.ParameterTarget.NodeVariables;

/** What sweep files can say about complex variables: their paths, values and inputs. */
class ComplexSweepTest {
    private static final double[] STARTS = {0, 3};

    private static Sweep.Builder sweep(final String input) {
        return Sweep.of(TestTemplates.operator("z' = u*I", "{z: variable(1.0+2.0j), u: " + input + "}"))
                .simulationTime(1)
                .stepSize(0.5)
                .output("z", "p/Test/z");
    }

    private static Results run(final Sweep.Builder sweep) {
        return Results.collect(sweep.build(), RunOptions.defaults());
    }

    private static void assertRefused(final String expected, final Sweep.Builder sweep) {
        final InputException refused = assertThrows(InputException.class, sweep::build);
        assertTrue(refused.getMessage().contains(expected), refused::getMessage);
    }

    @Test
    void bothPartsAreRecordedAndEachByItsOwnPath() {
        final Results results = run(sweep("input(2.0+4.0j)").output("imaginary", "all/Test/z.imag"));
        assertEquals(
                List.of("p/Test/z.real", "p/Test/z.imag", "p/Test/z.imag"),
                results.columns().stream().map(SeriesName::path).toList());
        assertArrayEquals(new double[] {1, -1}, results.series("z", "Test_0", "p/Test/z.real"));
        assertArrayEquals(new double[] {2, 3}, results.series("z", "Test_0", "p/Test/z.imag"));
        assertArrayEquals(new double[] {2, 3}, results.series("imaginary", "Test_0"));
    }

    @Test
    void initialValuesAndInputsAreSweptByTheirParts() {
        final Results results = run(sweep("input(2.0+4.0j)")
                .grid(ParameterGrid.pairwise(new TreeMap<>(Map.of("u", STARTS, "z", STARTS))))
                .map("z", new NodeVariables(List.of("Test/z.real"), List.of("p")))
                .map("u", new NodeVariables(List.of("Test/u.imag"), List.of("all"))));
        assertArrayEquals(new double[] {0, 0}, results.series("z", "Test_0", "p/Test/z.real"));
        assertArrayEquals(new double[] {3, 1.5}, results.series("z", "Test_1", "p/Test/z.real"));
        assertArrayEquals(new double[] {2, 3}, results.series("z", "Test_1", "p/Test/z.imag"));
        assertRefused(
                "'p/Test/z' is complex; its parts are swept one by one, as 'p/Test/z.real' and 'p/Test/z.imag'",
                sweep("input(complex)")
                        .grid(ParameterGrid.pairwise(Map.of("z", STARTS)))
                        .map("z", new NodeVariables(List.of("Test/z"), List.of("p"))));
    }

    @Test
    void aSignalDrivesTheRealPartUnlessThePathSaysOtherwise() {
        final Results real = run(sweep("input(complex)").input("p/Test/u", new InputSignal.Constant(2)));
        assertArrayEquals(new double[] {1, 1}, real.series("z", "Test_0", "p/Test/z.real"));
        assertArrayEquals(new double[] {2, 3}, real.series("z", "Test_0", "p/Test/z.imag"));
        final Results imaginary = run(sweep("input(2.0+4.0j)").input("p/Test/u.imag", new InputSignal.Constant(2)));
        assertArrayEquals(new double[] {1, 0}, imaginary.series("z", "Test_0", "p/Test/z.real"));
        assertArrayEquals(new double[] {2, 3}, imaginary.series("z", "Test_0", "p/Test/z.imag"));
        assertRefused(
                "the signal is real, and the imaginary part of 'p/Test/u' is 4.0 without it",
                sweep("input(2.0+4.0j)").input("all/Test/u", new InputSignal.Constant(2)));
    }
}
