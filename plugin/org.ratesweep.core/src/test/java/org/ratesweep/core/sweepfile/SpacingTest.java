/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Compares with what numpy 2.4 gives. */
class SpacingTest {
    @Test
    void linspaceIsThatOfNumpyToTheLastBit() {
        assertLinspace(
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
        assertLinspace(0.1, 0.7, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7);
        assertLinspace(-3.3, 2.2, -3.3, -1.9249999999999998, -0.5499999999999998, 0.8250000000000002, 2.2);
        assertLinspace(68, 1350, 68.0, 495.3333333333333, 922.6666666666666, 1350.0);
        assertLinspace(1, 0, 1.0, 0.6666666666666667, 0.33333333333333337, 0.0);
        assertLinspace(2, 2, 2.0, 2.0, 2.0);
        assertLinspace(5, 9, 5.0);
        assertLinspace(0, 1.5e-323, 0.0, 4.9e-324, 1e-323, 1.5e-323, 2e-323, 1.5e-323);
    }

    @Test
    void logspaceTakesExponentsOfTen() {
        assertArrayEquals(new double[] {1, 10, 100, 1000}, Spacing.LOGSPACE.values(0, 3, 4));
        assertArrayEquals(new double[] {1e-5, 1e-4, 1e-3}, Spacing.LOGSPACE.values(-5, -3, 3));
        final double[] numpy = {0.0031622776601683794, 0.06812920690579612, 1.467799267622069, 31.622776601683793};
        final double[] values = Spacing.LOGSPACE.values(-2.5, 1.5, 4);
        for (int i = 0; i < numpy.length; i++) {
            assertArrayEquals(new double[] {numpy[i]}, new double[] {values[i]}, Math.ulp(numpy[i]));
        }
    }

    private static void assertLinspace(final double from, final double to, final double... expected) {
        assertArrayEquals(expected, Spacing.LINSPACE.values(from, to, expected.length));
    }
}
