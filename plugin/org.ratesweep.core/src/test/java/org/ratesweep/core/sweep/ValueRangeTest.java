/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.sweep.ValueRange.Linear;
import org.ratesweep.core.sweep.ValueRange.Listed;
import org.ratesweep.core.sweep.ValueRange.Logarithmic;
import org.ratesweep.core.sweep.ValueRange.PowersOfTen;
import org.ratesweep.core.sweep.ValueRange.Random;

/** Compares with what numpy 2.4 gives. */
class ValueRangeTest {
    @Test
    void linearValuesAreThoseOfNumpyToTheLastBit() {
        assertLinear(
                0,
                1,
                0.0,
                0.1,
                0.2,
                0.30000000000000004,
                0.4,
                0.5,
                0.6000000000000001,
                0.7000000000000001,
                0.8,
                0.9,
                1.0);
        assertLinear(0.1, 0.7, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7);
        assertLinear(-3.3, 2.2, -3.3, -1.9249999999999998, -0.5499999999999998, 0.8250000000000002, 2.2);
        assertLinear(68, 1350, 68.0, 495.3333333333333, 922.6666666666666, 1350.0);
        assertLinear(1, 0, 1.0, 0.6666666666666667, 0.33333333333333337, 0.0);
        assertLinear(2, 2, 2.0, 2.0, 2.0);
        assertLinear(5, 9, 5.0);
        assertLinear(0, 1.5e-323, 0.0, 4.9e-324, 1e-323, 1.5e-323, 2e-323, 1.5e-323);
    }

    @Test
    void powersTakeExponentsOfTen() {
        assertArrayEquals(new double[] {1, 10, 100, 1000}, new PowersOfTen(0, 3, 4).values());
        assertArrayEquals(new double[] {1e-5, 1e-4, 1e-3}, new PowersOfTen(-5, -3, 3).values());
        assertNear(
                new PowersOfTen(-2.5, 1.5, 4),
                0.0031622776601683794,
                0.06812920690579612,
                1.467799267622069,
                31.622776601683793);
    }

    @Test
    void logarithmicValuesTakeTheValuesOfTheEnds() {
        assertArrayEquals(new double[] {1e-3, 1e-2, 0.1, 1, 10, 100, 1e3}, new Logarithmic(1e-3, 1e3, 7).values());
        assertNear(new Logarithmic(2, 50, 5), 2.0, 4.47213595499958, 10.0, 22.360679774997894, 50.0);
        assertArrayEquals(new double[] {7}, new Logarithmic(7, 9, 1).values());
        assertArrayEquals(new double[] {100, 10, 1}, new Logarithmic(100, 1, 3).values());
    }

    @Test
    void logarithmicValuesHaveExactEndsAndEvenRatiosAndStayBetweenTheEnds() {
        for (final double[] ends : new double[][] {{0.3, 0.7}, {68, 1350}, {4.9e-324, 1.7e308}, {3, Math.nextUp(3)}}) {
            final double[] values = new Logarithmic(ends[0], ends[1], 31).values();
            assertEquals(ends[0], values[0]);
            assertEquals(ends[1], values[30]);
            for (int i = 1; i < values.length; i++) {
                assertTrue(values[i - 1] <= values[i]);
                final double ratio = Math.log(ends[1]) / 30 - Math.log(ends[0]) / 30;
                assertEquals(ratio, Math.log(values[i]) - Math.log(values[i - 1]), ends[0] < 1e-300 ? 0.5 : 1e-13);
            }
        }
    }

    @Test
    void listsAreTakenAsTheyAreAndKept() {
        final double[] given = {3, 1, 1};
        final Listed range = new Listed(given);
        given[0] = 0;
        range.values()[1] = 0;
        assertArrayEquals(new double[] {3, 1, 1}, range.values());
    }

    @Test
    void drawnValuesLieBetweenTheBounds() {
        final RandomDesign design = new RandomDesign(RandomDesign.Kind.LATIN_HYPERCUBE, 10, 3);
        final double[] values = new Random(-2, 8, design).values();
        final double[] coordinates = design.points(1)[0];
        for (int i = 0; i < values.length; i++) {
            assertEquals(-2 + 10 * coordinates[i], values[i]);
            assertTrue(values[i] >= -2 && values[i] <= 8);
        }
    }

    @Test
    void drawnRangesOfOneDesignAreItsDimensionsInTheOrderOfTheKeys() {
        final RandomDesign sobol = new RandomDesign(RandomDesign.Kind.SOBOL, 4, 0);
        final RandomDesign other = new RandomDesign(RandomDesign.Kind.UNIFORM, 4, 0);
        final Map<String, ValueRange> ranges = new LinkedHashMap<>();
        ranges.put("tau", new Random(0, 1, sobol));
        ranges.put("C", new Linear(68, 128, 4));
        ranges.put("u", new Random(0, 1, other));
        ranges.put("h", new Random(0, 100, new RandomDesign(RandomDesign.Kind.SOBOL, 4, 0)));

        final ParameterGrid grid = ParameterGrid.pairwise(ValueRange.columns(ranges));
        assertEquals(List.of("tau", "C", "u", "h"), grid.keys());
        assertArrayEquals(new double[] {0.5, 0.75, 0.25, 0.375}, grid.column("tau"));
        assertArrayEquals(new double[] {68, 88, 108, 128}, grid.column("C"));
        assertArrayEquals(other.points(1)[0], grid.column("u"));
        assertArrayEquals(new double[] {50, 25, 75, 37.5}, grid.column("h"));
        assertEquals(256, ParameterGrid.combinations(ValueRange.columns(ranges)).size());
    }

    @Test
    void unusableRangesAreErrorsThatSayWhatIsExpected() {
        final RandomDesign design = new RandomDesign(RandomDesign.Kind.UNIFORM, 2, 0);
        assertMessage("is empty; expected at least one number", () -> new Listed(new double[0]));
        assertMessage("value 2 of the list is NaN; expected a finite", () -> new Listed(new double[] {1, Double.NaN}));
        assertMessage("the number of values is 0; expected from 1 to 10000000", () -> new Linear(0, 1, 0));
        assertMessage("expected from 1 to 10000000", () -> new Logarithmic(1, 2, 10_000_001));
        assertMessage("expected from 1 to 10000000", () -> new PowersOfTen(1, 2, -1));
        assertMessage("has no even steps", () -> new Linear(-1e308, 1e308, 3));
        assertMessage("has no even steps", () -> new Linear(0, Double.NaN, 3));
        assertMessage("expected two finite numbers above 0", () -> new Logarithmic(0, 1, 3));
        assertMessage("expected two finite numbers above 0", () -> new Logarithmic(1, Double.POSITIVE_INFINITY, 3));
        assertMessage("expected exponents below 309", () -> new PowersOfTen(1, 999, 3));
        assertMessage("nothing can be drawn between 2.0 and 1.0", () -> new Random(2, 1, design));
        assertMessage("nothing can be drawn between 1.0 and NaN", () -> new Random(1, Double.NaN, design));
        assertMessage("nothing can be drawn", () -> new Random(-1e308, 1e308, design));
    }

    private static void assertMessage(final String expected, final Runnable action) {
        final InputException problem = assertThrows(InputException.class, action::run);
        assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    }

    private static void assertLinear(final double from, final double to, final double... expected) {
        assertArrayEquals(expected, new Linear(from, to, expected.length).values());
    }

    private static void assertNear(final ValueRange range, final double... numpy) {
        final double[] values = range.values();
        assertEquals(numpy.length, values.length);
        for (int i = 0; i < numpy.length; i++) {
            assertEquals(numpy[i], values[i], Math.ulp(numpy[i]));
        }
    }
}
