/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratesweep.core.error.InputException;

class TimeGridTest {
    @Test
    void theTutorialHasNineThousandRowsOfTenSteps() {
        final TimeGrid grid = TimeGrid.of(10, 1e-4, 1e-3, 1);
        assertEquals(100_000, grid.steps());
        assertEquals(10, grid.stepsPerSample());
        assertEquals(9000, grid.keptRows());
        assertEquals(1.0, grid.keptTimes()[0]);
        assertEquals(1.0010000000000001, grid.keptTimes()[1]);
        assertEquals(9.999, grid.keptTimes()[8999]);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 0.001, 0.001, 0, 1000, 1000",
        "1.0, 0.001, 0.01, -1, 1000, 100",
        "1.0, 0.3, 0.3, 0, 3, 3",
        "2.5, 1.0, 1.0, 0, 2, 2",
        "1.0, 0.1, 0.1, 0.5, 10, 5"
    })
    void stepsAndRowsAreRoundedHalfToEven(
            final double total,
            final double step,
            final double sampling,
            final double cutoff,
            final int steps,
            final int rows) {
        final TimeGrid grid = TimeGrid.of(total, step, sampling, cutoff);
        assertEquals(steps, grid.steps());
        assertEquals(rows, grid.keptRows());
    }

    @Test
    void rowsThatDoNotDivideTheRunAreLabelledWithTheTimeOfTheirSteps() {
        final TimeGrid grid = TimeGrid.of(1.07, 0.01, 0.1, 0);
        assertEquals(11, grid.keptRows());
        assertEquals(0.5, grid.time(5), 1e-15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0.1; 0.1; 0; simulation_time is 0.0",
                "-1; 0.1; 0.1; 0; simulation_time is -1.0",
                "NaN; 0.1; 0.1; 0; simulation_time is NaN",
                "Infinity; 0.1; 0.1; 0; simulation_time is Infinity",
                "1; 0; 0.1; 0; step_size is 0.0",
                "1; 0.1; -0.1; 0; sampling_step_size is -0.1",
                "1; 0.1; 0.15; 0; sampling_step_size (0.15) is no multiple of step_size (0.1); the nearest are 0.1 and 0.2",
                "1; 0.1; 0.05; 0; sampling_step_size (0.05) is no multiple of step_size (0.1)",
                "1; 3; 3; 0; step_size (3.0) is larger than simulation_time (1.0)",
                "1; 0.1; 5; 0; sampling_step_size (5.0) leaves no sample",
                "1; 0.1; 0.1; 1; cutoff (1.0) is beyond the last sample, which is at 0.9",
                "1; 0.1; 0.1; NaN; cutoff is NaN",
                "1; 1e-10; 1e-10; 0; at most 2147483647"
            })
    void unusableTimesAreErrors(
            final double total, final double step, final double sampling, final double cutoff, final String expected) {
        final InputException problem =
                assertThrows(InputException.class, () -> TimeGrid.of(total, step, sampling, cutoff));
        assertTrue(problem.getMessage().contains(expected), problem.getMessage());
    }
}
