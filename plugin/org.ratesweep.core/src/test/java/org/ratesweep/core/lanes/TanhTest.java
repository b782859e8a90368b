/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TanhTest {
    @Test
    void zerosAndInfinities() {
        assertEquals(0.0, Tanh.tanh(0.0));
        assertEquals(-0.0, Tanh.tanh(-0.0));
        assertEquals(1.0, Tanh.tanh(Double.POSITIVE_INFINITY));
        assertEquals(-1.0, Tanh.tanh(Double.NEGATIVE_INFINITY));
        assertEquals(Double.NaN, Tanh.tanh(Double.NaN));
    }

    @Test
    void tinyNumbersAreTheirOwnTangents() {
        for (final double x : new double[] {Double.MIN_VALUE, 1e-310, Double.MIN_NORMAL, 1e-200, 1e-9}) {
            assertEquals(x, Tanh.tanh(x));
            assertEquals(-x, Tanh.tanh(-x));
        }
    }

    @Test
    void reachesOneAndStaysThere() {
        // 1 - tanh(18.4) is 1.9 units in the last place below 1, 1 - tanh(19.07) less than half a unit.
        assertTrue(Tanh.tanh(18.4) < 1.0);
        for (double x = 19.07; x < 400; x += 0.01) {
            assertEquals(1.0, Tanh.tanh(x));
            assertEquals(-1.0, Tanh.tanh(-x));
        }
        assertEquals(1.0, Tanh.tanh(Double.MAX_VALUE));
    }

    @Test
    void isOdd() {
        final Random random = new Random(4);
        for (int i = 0; i < 100000; i++) {
            final double x = 5 * random.nextGaussian();
            assertEquals(-Tanh.tanh(x), Tanh.tanh(-x));
        }
    }
}
