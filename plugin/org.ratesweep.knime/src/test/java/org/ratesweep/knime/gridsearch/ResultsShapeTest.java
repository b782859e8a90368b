/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.port.PortObjectSpec;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.solve.TimeGrid;
import org.ratesweep.core.sweep.Progress;
import org.ratesweep.core.sweep.Sweep.OutputVariable;
import org.ratesweep.knime.Rows;
import org.ratesweep.knime.TestModels;

class ResultsShapeTest {
    private static final TimeGrid TIMES = TimeGrid.of(10, 0.1, 1, 2);
    private static final List<OutputVariable> VARIABLES = List.of(
            new OutputVariable("V", "a/op/V"), new OutputVariable("V", "b/op/V"), new OutputVariable("m", "a/op/m"));

    private static ResultsShape shape(final List<String> sets) {
        return new ResultsShape(TIMES, VARIABLES, sets);
    }

    @Test
    void columnsAreNamedByOutputSetAndPath() {
        final ResultsShape shape = shape(List.of("s0", "s1"));
        assertArrayEquals(
                new String[] {"time start", "time step", "V|a/op/V", "V|b/op/V", "m"},
                shape.listSpec().getColumnNames());
        assertArrayEquals(
                new String[] {"parameter set", "time", "V|a/op/V", "V|b/op/V", "m"},
                shape.longSpec().getColumnNames());
        assertArrayEquals(
                new String[] {"time", "V|s0|a/op/V", "V|s0|b/op/V", "V|s1|a/op/V", "V|s1|b/op/V", "m|s0", "m|s1"},
                shape.wideSpec().getColumnNames());
    }

    @Test
    void tooManySeriesAreRefused() {
        final ResultsShape shape = shape(Collections.nCopies(334, "s"));
        final String problem =
                assertThrows(InputException.class, shape::wideSpec).getMessage();
        assertTrue(problem.contains("1002 columns"), problem);
    }

    @Test
    void aMapIsToldFromSignalsByItsColumns() {
        final PortObjectSpec[] withMap = {
            TestModels.column(), Rows.numbers("C"), Rows.spec(StringCell.TYPE, "key", "path")
        };
        assertTrue(InputPorts.of(withMap).map().isPresent());
        assertTrue(InputPorts.of(withMap).signals().isEmpty());
        final PortObjectSpec[] withSignals = {TestModels.column(), Rows.numbers("C"), Rows.numbers("u")};
        assertTrue(InputPorts.of(withSignals).map().isEmpty());
        assertTrue(InputPorts.of(withSignals).signals().isPresent());
    }

    @Test
    void sizesAndProgressAreSaidInWords() {
        final SizeEstimate size = SizeEstimate.of(ResultsLayout.LIST, 6000, 9000, 2);
        assertEquals("6,000 rows x 4 columns, about 864 MB", size.words(Optional.of(6000L)));
        assertEquals(
                "set 420 of 6000, 12 s left",
                ProgressMessage.of(new Progress(420, 6000, 0.1, Duration.ZERO, Optional.of(Duration.ofSeconds(12)))));
    }

    @Test
    void failuresAreSummedUpInOneSentence() {
        final FailureCount failures = new FailureCount();
        assertTrue(failures.summary().isEmpty());
        failures.add("s0", SetFate.failed("parameter C is missing"));
        assertTrue(failures.everySet());
        failures.add("s1", new SetFate("ok", Optional.empty(), Optional.of(10.0), Optional.of(1.0)));
        assertEquals(
                "1 of 2 parameter sets failed: s0 (failed: parameter C is missing); see the columns status and "
                        + "message of "
                        + "the results map",
                failures.summary().orElseThrow());
    }

    @Test
    void theClockTimesBlocksInTheirOrder() {
        final BlockClock clock = new BlockClock(Runnable::run);
        clock.execute(() -> {});
        clock.execute(() -> {});
        assertTrue(clock.next() >= 0);
        assertTrue(clock.next() >= 0);
    }
}
