/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneHistoryTest {
    private static final StepControl CONTROL = new StepControl(1e-6, 1e-9, 1, 1, 1000);

    private static LaneHistory history(final int degree, final double... delays) {
        return new LaneHistory(new StepPolynomial(degree), 1, new LaneHistory.Delays(new int[delays.length], delays));
    }

    /** Takes a step in which the only variable is a function of time, and returns the error. */
    private static double step(
            final LaneHistory history,
            final int degree,
            final double start,
            final double size,
            final DoubleUnaryOperator variable) {
        final StepPolynomial polynomial = new StepPolynomial(degree);
        final double[] values = new double[polynomial.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = variable.applyAsDouble(start + size * polynomial.point(i));
        }
        final double farthest = variable.applyAsDouble(start + size * polynomial.farthest());
        history.attempt(start, size);
        final double error = history.propose(new double[][] {values}, new double[] {farthest}, CONTROL);
        history.keep();
        return error;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7})
    void polynomialsOfTheirDegreeAreKeptAndOthersAreNot(final int degree) {
        final StepPolynomial polynomial = new StepPolynomial(degree);
        assertEquals(0, polynomial.point(0));
        assertEquals(1, polynomial.point(degree));
        final LaneHistory history = history(degree, 1);
        assertEquals(0, step(history, degree, 0, 1, t -> 1 + Math.pow(t - 0.3, degree)), 1e-7);
        assertTrue(step(history, degree, 1, 1, t -> 1 + Math.pow(t - 1.3, degree + 1)) > 100);
        history.attempt(2, 1);
        for (double past = 1.001; past < 2; past += 0.1) {
            assertEquals(1 + Math.pow(past - 1.3, degree + 1), history.delayed(0, past + 1), 0.02);
        }
        history.attempt(1, 1);
        for (double past = 0.001; past < 1; past += 0.1) {
            assertEquals(1 + Math.pow(past - 0.3, degree), history.delayed(0, past + 1), 1e-12);
        }
    }

    @Test
    void aJumpIsSeenFromTheSideOfTheStep() {
        final LaneHistory history = history(3, 0.1);
        history.setBefore(0, -5);
        history.attempt(0, 0.1);
        assertEquals(-5, history.delayed(0, 0.1));
        step(history, 3, 0, 0.1, t -> 1);
        step(history, 3, 0.1, 0.1, t -> 2);
        history.attempt(0.1, 0.1);
        assertEquals(1, history.delayed(0, 0.1));
        assertEquals(1, history.delayed(0, 0.2));
        assertEquals(1, history.delayed(0, 0.1 + 0.2));
        history.attempt(0.2, 0.1);
        assertEquals(2, history.delayed(0, 0.2));
        assertEquals(2, history.delayed(0, 0.1 + 0.2));
    }

    @Test
    void whatIsOlderThanTheLongestDelayIsForgotten() {
        final LaneHistory history = history(4, 0.5, 2);
        for (int i = 0; i < 10_000; i++) {
            step(history, 4, i * 0.25, 0.25, t -> t);
            assertTrue(history.steps() <= 10, "steps " + history.steps());
        }
        assertFalse(history.isFull());
        history.attempt(2500, 0.5);
        assertEquals(2498, history.delayed(1, 2500), 1e-9);
        assertEquals(2499.7, history.delayed(0, 2500.2), 1e-9);
    }

    @Test
    void somethingThatJumpsIsLetPassInAnInstant() {
        final LaneHistory history = history(4, 1);
        assertTrue(step(history, 4, 0, 0.1, t -> t < 0.05 ? 0 : 1) > 1);
        assertFalse(history.jumps());
        assertEquals(0, step(history, 4, 0.1, 1e-10, t -> t < 0.1 + 5e-11 ? 0 : 1));
        assertTrue(history.jumps());
        assertTrue(Double.isNaN(step(history, 4, 0.2, 1e-10, t -> Double.NaN)));
        assertTrue(Double.isNaN(step(history, 4, 0.2, 0.1, t -> Double.POSITIVE_INFINITY)));
    }
}
