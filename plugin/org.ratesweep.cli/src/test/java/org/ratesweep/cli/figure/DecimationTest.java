/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecimationTest {
    private static final int ROWS = 100_000;
    private static final int COLUMNS = 300;

    @Test
    void keepsTheExtremesOfEveryColumn() {
        final SplittableRandom random = new SplittableRandom(1);
        final double[] values = random.doubles(ROWS).toArray();
        values[54_321] = 7;
        values[54_322] = -7;
        final double[] times = times();

        final Decimation line = Decimation.of(times, values, COLUMNS);
        assertEquals(2 * COLUMNS, line.values().length);
        for (int column = 0; column < COLUMNS; column++) {
            final int from = (int) ((long) column * ROWS / COLUMNS);
            final int to = (int) ((long) (column + 1) * ROWS / COLUMNS);
            final double[] all = Arrays.copyOfRange(values, from, to);
            final double[] kept = Arrays.copyOfRange(line.values(), 2 * column, 2 * column + 2);
            assertEquals(Arrays.stream(all).min(), Arrays.stream(kept).min());
            assertEquals(Arrays.stream(all).max(), Arrays.stream(kept).max());
        }
        for (int i = 0; i < line.times().length; i++) {
            assertTrue(i == 0 || line.times()[i] > line.times()[i - 1]);
            assertEquals(values[(int) line.times()[i]], line.values()[i]);
        }
    }

    @Test
    void keepsShortLinesAsTheyAre() {
        final double[] times = {0, 1, 2};
        final double[] values = {3, Double.NaN, 5};

        assertArrayEquals(times, Decimation.of(times, values, 2).times());
        assertArrayEquals(values, Decimation.of(times, values, 2).values());
    }

    @Test
    void drawsAConstantAsOnePointAColumn() {
        assertEquals(COLUMNS, Decimation.of(times(), new double[ROWS], COLUMNS).values().length);
    }

    @Test
    void leavesAGapWhereNothingCanBeDrawn() {
        final double[] values = new double[ROWS];
        Arrays.fill(values, 50_000, 60_000, Double.POSITIVE_INFINITY);
        Arrays.fill(values, 60_000, ROWS, Double.NaN);
        values[49_999] = 1e200;

        final Decimation line = Decimation.of(times(), values, COLUMNS);
        for (int i = 0; i < line.values().length; i++) {
            assertEquals(line.times()[i] < 49_999 ? 0 : Double.NaN, line.values()[i]);
        }
    }

    private static double[] times() {
        return IntStream.range(0, ROWS).asDoubleStream().toArray();
    }
}
