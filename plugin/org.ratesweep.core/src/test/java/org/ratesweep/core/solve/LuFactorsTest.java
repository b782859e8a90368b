/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LuFactorsTest {
    private static LuFactors of(final double... elements) {
        final LuFactors factors = new LuFactors((int) Math.sqrt(elements.length));
        System.arraycopy(elements, 0, factors.elements(), 0, elements.length);
        return factors;
    }

    @Test
    void systemsOfRandomMatricesAreSolved() {
        final int size = 12;
        final Random random = new Random(1);
        for (int trial = 0; trial < 20; trial++) {
            final double[] matrix = random.doubles(size * size, -1, 1).toArray();
            final double[] solution = random.doubles(size, -1, 1).toArray();
            final double[] vector = new double[size];
            for (int i = 0; i < matrix.length; i++) {
                vector[i / size] += matrix[i] * solution[i % size];
            }
            final LuFactors factors = of(matrix);
            assertTrue(factors.factor());
            factors.solve(vector);
            assertArrayEquals(solution, vector, 1e-11);
        }
    }

    @Test
    void aZeroOnTheDiagonalIsNoObstacle() {
        final LuFactors factors = of(0, 2, 4, 0);
        final double[] vector = {6, 8};
        assertTrue(factors.factor());
        factors.solve(vector);
        assertEquals(2, vector[0]);
        assertEquals(3, vector[1]);
    }

    @Test
    void singularMatricesAndThoseThatAreNotFiniteHaveNoFactors() {
        assertFalse(of(1, 2, 2, 4).factor());
        assertFalse(of(Double.NaN, 2, 2, 4).factor());
        assertFalse(of(Double.POSITIVE_INFINITY, 2, 2, 4).factor());
    }
}
