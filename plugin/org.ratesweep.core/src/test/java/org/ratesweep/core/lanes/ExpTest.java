/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExpTest {
    @Test
    void endsOfTheRangeOfDoubles() {
        assertEquals(1.0, Exp.exp(0.0));
        assertEquals(1.0, Exp.exp(-0.0));
        assertEquals(Double.POSITIVE_INFINITY, Exp.exp(Double.POSITIVE_INFINITY));
        assertEquals(0.0, Exp.exp(Double.NEGATIVE_INFINITY));
        assertEquals(Double.NaN, Exp.exp(Double.NaN));
        assertEquals(Double.POSITIVE_INFINITY, Exp.exp(Double.MAX_VALUE));
        assertEquals(0.0, Exp.exp(-Double.MAX_VALUE));
        assertEquals(1.0, Exp.exp(Double.MIN_VALUE));
        // ln of the largest double is 709.7827128933840.., ln of half the smallest one -745.1332191019412..
        assertEquals(StrictMath.exp(709.782712893384), Exp.exp(709.782712893384), Math.ulp(Double.MAX_VALUE));
        assertEquals(Double.POSITIVE_INFINITY, Exp.exp(Math.nextUp(709.782712893384)));
        assertEquals(Double.MIN_VALUE, Exp.exp(-745.1332191019411));
        assertEquals(0.0, Exp.exp(-745.1332191019412));
    }

    @Test
    void growsWithItsArgument() {
        for (final double start : new double[] {-745, -708.4, -354.9, -0.3466, -1e-16, 0.3465, 1.0397, 354.8, 709}) {
            double x = start;
            double before = Exp.exp(x);
            for (int i = 0; i < 20000; i++) {
                x = Math.nextUp(x);
                final double next = Exp.exp(x);
                assertTrue(next >= before, "falls at " + x);
                before = next;
            }
        }
    }
}
