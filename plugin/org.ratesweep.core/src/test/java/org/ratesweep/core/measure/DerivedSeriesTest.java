/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ratesweep.core.error.InputException;

class DerivedSeriesTest {
    private static final Map<String, double[]> SERIES =
            Map.of("V_pce", new double[] {3, 4, Double.NaN}, "V_pci", new double[] {1, 2, 3});

    private static double[] derived(final String text) {
        return DerivedSeries.parse(text, SERIES.keySet()).compute(SERIES, 3);
    }

    @Test
    void anExpressionIsEvaluatedSampleBySample() {
        assertArrayEquals(new double[] {2, 2, Double.NaN}, derived("V_pce - V_pci"));
        assertArrayEquals(new double[] {2 * Math.PI, 4 * Math.PI, 6 * Math.PI}, derived("2*pi*V_pci"));
        assertArrayEquals(new double[] {Math.PI, Math.PI, Math.PI}, derived("pi"));
    }

    @Test
    void aSeriesHidesAConstantOfTheSameName() {
        assertArrayEquals(
                new double[] {14},
                DerivedSeries.parse("2*pi", List.of("pi")).compute(Map.of("pi", new double[] {7}), 1));
    }

    @Test
    void whatTheExpressionNeedsMustBeThere() {
        assertMessage(
                "there is no output 'V_pcx'; did you mean 'V_pce' or 'V_pci'?",
                () -> DerivedSeries.parse("2*V_pcx", SERIES.keySet()));
        assertMessage("^ column 3", () -> DerivedSeries.parse("2*V_pcx", SERIES.keySet()));
        assertMessage("cannot read the equation", () -> DerivedSeries.parse("2*", SERIES.keySet()));
        final DerivedSeries other = DerivedSeries.parse("x", List.of("x"));
        assertMessage("there is no output 'x'", () -> other.compute(SERIES, 3));
        assertMessage("the output 'x' has 2 samples; expected 3", () -> other.compute(Map.of("x", new double[2]), 3));
    }

    private static void assertMessage(final String expected, final Runnable action) {
        final InputException problem = assertThrows(InputException.class, action::run);
        assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    }
}
