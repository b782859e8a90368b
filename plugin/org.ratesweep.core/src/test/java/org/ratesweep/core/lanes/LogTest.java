/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LogTest {
    @Test
    void endsOfTheRangeOfDoubles() {
        assertEquals(Double.NEGATIVE_INFINITY, Log.log(0.0));
        assertEquals(Double.NEGATIVE_INFINITY, Log.log(-0.0));
        assertEquals(Double.NaN, Log.log(-1.0));
        assertEquals(Double.NaN, Log.log(-Double.MIN_VALUE));
        assertEquals(Double.NaN, Log.log(Double.NEGATIVE_INFINITY));
        assertEquals(Double.NaN, Log.log(Double.NaN));
        assertEquals(Double.POSITIVE_INFINITY, Log.log(Double.POSITIVE_INFINITY));
        // 1024 ln 2 and -1074 ln 2
        assertEquals(709.782712893384, Log.log(Double.MAX_VALUE));
        assertEquals(-744.4400719213812, Log.log(Double.MIN_VALUE));
    }

    @Test
    void nearOneItIsTheDistanceFromOne() {
        assertEquals(0.0, Log.log(1.0));
        assertEquals(0x1p-52 - 0x1p-105, Log.log(1 + 0x1p-52));
        assertEquals(-0x1p-53 - 0x1p-107, Log.log(1 - 0x1p-53));
    }

    @Test
    void growsWithItsArgument() {
        for (final double start :
                new double[] {Double.MIN_VALUE, 2.2250738585e-308, 0.7071067811864, 0.9999999999, 1.41421356237}) {
            double x = start;
            double before = Log.log(x);
            for (int i = 0; i < 20000; i++) {
                x = Math.nextUp(x);
                final double next = Log.log(x);
                assertTrue(next >= before, "falls at " + x);
                before = next;
            }
        }
    }
}
