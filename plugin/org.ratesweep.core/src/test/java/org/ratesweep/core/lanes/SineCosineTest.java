/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SineCosineTest {
    @Test
    void zerosAndInfinities() {
        assertEquals(0.0, SineCosine.sin(0.0));
        assertEquals(-0.0, SineCosine.sin(-0.0));
        assertEquals(1.0, SineCosine.cos(0.0));
        assertEquals(1.0, SineCosine.cos(-0.0));
        for (final double x : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertEquals(Double.NaN, SineCosine.sin(x));
            assertEquals(Double.NaN, SineCosine.cos(x));
        }
        assertEquals(Double.MIN_VALUE, SineCosine.sin(Double.MIN_VALUE));
        assertEquals(-1e-310, SineCosine.sin(-1e-310));
    }

    @Test
    void nearMultiplesOfAQuarterTurn() {
        // 29 pi/2 is, relative to its size, nearest to a double; all digits of the difference must count.
        for (int k = 1; k < 132000; k += k < 300 ? 1 : 397) {
            final double x = k * (Math.PI / 2);
            for (final double angle : new double[] {Math.nextDown(x), x, Math.nextUp(x), -x}) {
                assertNear(Exact.sin(new BigDecimal(angle)), SineCosine.sin(angle), angle);
                assertNear(Exact.cos(new BigDecimal(angle)), SineCosine.cos(angle), angle);
            }
        }
    }

    private static void assertNear(final BigDecimal exact, final double actual, final double angle) {
        assertTrue(Exact.ulps(actual, exact) <= 0.9, () -> "at " + angle + ": " + actual);
    }

    @Test
    void oddAndEven() {
        for (double x = 0.0; x < 1e6; x = x * 1.0003 + 1e-4) {
            assertEquals(-SineCosine.sin(x), SineCosine.sin(-x));
            assertEquals(SineCosine.cos(x), SineCosine.cos(-x));
        }
    }

    @Test
    void whereTheFallbackBegins() {
        // 2^17 quarter turns are 205887.41614...
        for (double x = 205880.0; x < 205895.0; x += 0.01) {
            assertEquals(StrictMath.sin(x), SineCosine.sin(x), 1.2e-16);
            assertEquals(StrictMath.cos(x), SineCosine.cos(x), 1.2e-16);
        }
    }

    @Test
    void inARangeZerosKeepTheirSignToo() {
        final double[] zeros = new double[100];
        for (int i = 0; i < zeros.length; i++) {
            zeros[i] = i % 3 == 0 ? -0.0 : 0.0;
        }
        final double[] values = zeros.clone();
        SineCosine.sin(values, 0, values.length, new double[values.length + Chunks.ROOM]);
        for (int i = 0; i < zeros.length; i++) {
            assertEquals(zeros[i], values[i]);
        }
    }
}
