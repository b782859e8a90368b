/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SinhCoshTest {
    @Test
    void zerosAndInfinities() {
        assertEquals(0.0, SinhCosh.sinh(0.0));
        assertEquals(-0.0, SinhCosh.sinh(-0.0));
        assertEquals(1.0, SinhCosh.cosh(-0.0));
        assertEquals(Double.NEGATIVE_INFINITY, SinhCosh.sinh(Double.NEGATIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, SinhCosh.cosh(Double.NEGATIVE_INFINITY));
        assertEquals(Double.NaN, SinhCosh.sinh(Double.NaN));
        assertEquals(Double.NaN, SinhCosh.cosh(Double.NaN));
    }

    @Test
    void tinyNumbersAreTheirOwnSines() {
        for (final double x : new double[] {Double.MIN_VALUE, 1e-310, Double.MIN_NORMAL, 1e-200, 1e-9}) {
            assertEquals(x, SinhCosh.sinh(x));
            assertEquals(-x, SinhCosh.sinh(-x));
            assertEquals(1.0, SinhCosh.cosh(x));
        }
    }

    @Test
    void overflowsWhereTheResultDoes() {
        // asinh of the largest double is 710.4758600739439.
        assertTrue(SinhCosh.sinh(710.475) < Double.POSITIVE_INFINITY);
        assertTrue(SinhCosh.cosh(-710.475) < Double.POSITIVE_INFINITY);
        assertEquals(Double.NEGATIVE_INFINITY, SinhCosh.sinh(-710.476));
        assertEquals(Double.POSITIVE_INFINITY, SinhCosh.cosh(710.476));
    }

    @Test
    void sineIsOddAndCosineEven() {
        final Random random = new Random(4);
        for (int i = 0; i < 100000; i++) {
            final double x = (i % 2 == 0 ? 5 : 300) * random.nextGaussian();
            assertEquals(-SinhCosh.sinh(x), SinhCosh.sinh(-x));
            assertEquals(SinhCosh.cosh(x), SinhCosh.cosh(-x));
        }
    }

    @Test
    void areAccurateWhereTheTermsCancelAndWhereTheyAreHuge() {
        final Random random = new Random(5);
        for (int i = 0; i < 4000; i++) {
            final double x = i % 2 == 0 ? 0.3 + 0.2 * random.nextDouble() : 710 * random.nextDouble();
            final BigDecimal exact = new BigDecimal(x);
            assertTrue(Exact.ulps(SinhCosh.sinh(x), Exact.sinh(exact)) <= 1.5, () -> "sinh at " + x);
            assertTrue(Exact.ulps(SinhCosh.cosh(x), Exact.cosh(exact)) <= 1.5, () -> "cosh at " + x);
        }
    }
}
