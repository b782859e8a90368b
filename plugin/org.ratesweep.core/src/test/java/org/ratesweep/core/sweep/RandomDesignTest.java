/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.sweep.RandomDesign.Kind;

class RandomDesignTest {
    @ParameterizedTest
    @EnumSource(Kind.class)
    void theSameSeedGivesTheSamePointsAndAnotherOneOthers(final Kind kind) {
        for (final long seed : new long[] {0, 1, -5, Long.MAX_VALUE}) {
            final double[][] points = new RandomDesign(kind, 50, seed).points(3);
            assertArrayEquals(points, new RandomDesign(kind, 50, seed).points(3));
            assertFalse(Arrays.deepEquals(points, new RandomDesign(kind, 50, seed / 2 + 17).points(3)));
            assertEquals(3, points.length);
            for (final double[] coordinates : points) {
                assertEquals(50, coordinates.length);
                assertTrue(Arrays.stream(coordinates).allMatch(u -> u >= 0 && u <= 1));
            }
        }
    }

    @Test
    void uniformPointsAreTheNumbersOfTheGeneratorPointAfterPoint() {
        final double[][] points = new RandomDesign(Kind.UNIFORM, 4, 42).points(2);
        final MersenneTwister generator = new MersenneTwister(42L);
        for (int i = 0; i < 4; i++) {
            assertEquals(generator.nextDouble(), points[0][i]);
            assertEquals(generator.nextDouble(), points[1][i]);
        }
        final MersenneTwister again = new MersenneTwister(42L);
        assertArrayEquals(
                DoubleStream.generate(again::nextDouble).limit(8).toArray(),
                new RandomDesign(Kind.UNIFORM, 8, 42).points(1)[0]);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 5", "16, 2", "100, 7", "1000, 1"})
    void everyPartOfALatinHypercubeHoldsOnePoint(final int n, final int dimensions) {
        for (final double[] coordinates : new RandomDesign(Kind.LATIN_HYPERCUBE, n, 7).points(dimensions)) {
            assertOnePointInEachPart(coordinates);
        }
    }

    /** Read off a first run, which followed the documented recipe; no later version may give others. */
    @Test
    void pointsStayTheSameFromVersionToVersion() {
        assertArrayEquals(
                new double[][] {{0.483680, 0.755705, 0.719023, 0.190583}, {0.612954, 0.284521, 0.204615, 0.989198}},
                round(new RandomDesign(Kind.LATIN_HYPERCUBE, 4, 1).points(2)));
        assertArrayEquals(
                new double[][] {{0.112994, 0.612994, 0.862994, 0.362994}, {0.417829, 0.917829, 0.167829, 0.667829}},
                round(new RandomDesign(Kind.SOBOL, 4, 1).points(2)));
    }

    private static double[][] round(final double[][] points) {
        return Arrays.stream(points)
                .map(coordinates -> Arrays.stream(coordinates)
                        .map(u -> Math.rint(u * 1e6) / 1e6)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Read off {@code scipy.stats.qmc.Sobol(3, scramble=False)}, without the point 0. */
    @Test
    void thePlainSobolSequenceStartsAfterTheCorner() {
        assertArrayEquals(
                new double[][] {
                    {0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125},
                    {0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625},
                    {0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375}
                },
                new RandomDesign(Kind.SOBOL, 7, 0).points(3));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, -1, 123_456_789_012L})
    void aShiftedSobolSequenceKeepsItsBalance(final long seed) {
        final double[][] points = new RandomDesign(Kind.SOBOL, 64, seed).points(5);
        for (final double[] coordinates : points) {
            assertOnePointInEachPart(coordinates);
        }
        // The first two dimensions fill any 2^a by 2^b raster with a + b = 6.
        for (int a = 0; a <= 6; a++) {
            final int columns = 1 << a;
            final int rows = 64 / columns;
            assertEquals(
                    64,
                    IntStream.range(0, 64)
                            .map(i -> rows * (int) (points[0][i] * columns) + (int) (points[1][i] * rows))
                            .distinct()
                            .count());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UNIFORM", "SOBOL"})
    void morePointsLeaveTheFirstAsTheyAre(final Kind kind) {
        final double[][] few = new RandomDesign(kind, 10, 5).points(3);
        final double[][] many = new RandomDesign(kind, 20, 5).points(3);
        for (int j = 0; j < 3; j++) {
            assertArrayEquals(few[j], Arrays.copyOf(many[j], 10));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"LATIN_HYPERCUBE", "SOBOL"})
    void moreDimensionsLeaveTheFirstAsTheyAre(final Kind kind) {
        final double[][] few = new RandomDesign(kind, 10, 5).points(2);
        final double[][] many = new RandomDesign(kind, 10, 5).points(4);
        assertArrayEquals(few, Arrays.copyOf(many, 2));
    }

    @Test
    void aSobolSequenceHasAtMostAThousandDimensions() {
        final RandomDesign design = new RandomDesign(Kind.SOBOL, 2, 0);
        assertEquals(1000, design.points(1000).length);
        final InputException problem = assertThrows(InputException.class, () -> design.points(1001));
        assertTrue(problem.getMessage().contains("over 1001 parameters is not available; expected at most 1000"));
    }

    @Test
    void aDesignHasAtLeastOnePoint() {
        final InputException problem = assertThrows(InputException.class, () -> new RandomDesign(Kind.UNIFORM, 0, 0));
        assertTrue(problem.getMessage().contains("is 0; expected from 1 to 10000000"), problem.getMessage());
    }

    private static void assertOnePointInEachPart(final double[] coordinates) {
        final int n = coordinates.length;
        assertArrayEquals(
                IntStream.range(0, n).toArray(),
                Arrays.stream(coordinates).mapToInt(u -> (int) (u * n)).sorted().toArray());
    }
}
