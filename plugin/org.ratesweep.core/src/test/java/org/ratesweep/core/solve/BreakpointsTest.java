/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreakpointsTest {
    private static double[] all(final Breakpoints breakpoints, final double end) {
        final List<Double> times = new ArrayList<>();
        for (double time = breakpoints.next(end); time < end; time = breakpoints.next(end)) {
            times.add(time);
            breakpoints.pass(time);
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void sumsOfSoManyDelaysMatterAsTheOrderSays() {
        assertArrayEquals(new double[] {1, 2, 3}, all(new Breakpoints(new double[] {1, 1}, 2, 100), 100));
        assertArrayEquals(
                new double[] {1, 2, 2.5, 3, 3.5, 4.5, 5, 6, 7.5},
                all(new Breakpoints(new double[] {2.5, 1}, 2, 100), 100));
    }

    @Test
    void nothingMattersFromTheEndOfTheRunOn() {
        assertArrayEquals(new double[] {1, 2}, all(new Breakpoints(new double[] {1, 50}, 8, 3), 3));
    }

    @Test
    void sumsThatDifferByRoundingAloneAreOne() {
        assertEquals(11, all(new Breakpoints(new double[] {0.1, 0.2, 0.3}, 8, 1.2), 1.2).length);
    }

    @Test
    void manyDelaysAreFollowedLessFar() {
        final double[] forty =
                IntStream.range(0, 40).mapToDouble(i -> 2 + Math.sin(i)).toArray();
        assertEquals(40 + 40 * 41 / 2, all(new Breakpoints(forty, 8, 1000), 1000).length);
        final double[] thousands =
                IntStream.range(0, 2000).mapToDouble(i -> 1 + i).toArray();
        assertEquals(0, all(new Breakpoints(thousands, 8, 1000), 1000).length);
    }

    @Test
    void jumpsAreFollowedThroughOneDelay() {
        final Breakpoints breakpoints = new Breakpoints(new double[] {1, 1.5}, 0, 100);
        assertArrayEquals(new double[] {1, 1.5}, all(breakpoints, 100));
        breakpoints.jump(3.25);
        assertArrayEquals(new double[] {4.25, 4.75}, all(breakpoints, 100));
        // However many of them, those ahead are bounded.
        final Breakpoints noise = new Breakpoints(new double[] {1000}, 5, 3000);
        for (int i = 0; i < 10_000; i++) {
            noise.jump(i * 0.01);
        }
        assertTrue(all(noise, 3000).length <= 2 * Breakpoints.MOST_AFTER_START + 2);
    }

    @Test
    void aStepThatMayNotPassATimeEndsThereIfABreakpointIsAsNear() {
        final Breakpoints breakpoints = new Breakpoints(new double[] {0.1 + 0.2}, 0, 100);
        assertEquals(0.3, breakpoints.next(0.3));
        assertEquals(0.25, breakpoints.next(0.25));
        assertEquals(0.1 + 0.2, breakpoints.next(0.4));
    }
}
