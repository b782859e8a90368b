/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.ratesweep.knime.Rows;

class GridTableTest {
    private static GridTable read(final Rows rows) throws CanceledExecutionException {
        return GridTable.read(rows, new ExecutionMonitor());
    }

    @Test
    void setsWithoutAValueAreKeptOutOfTheRun() throws CanceledExecutionException {
        final GridTable grid = read(Rows.of(Rows.numbers("C", "tau"))
                .with("a", 68, 0.01)
                .with("b", DataType.getMissingCell(), new DoubleCell(0.01))
                .with("c", 135, Double.NaN));
        assertEquals(
                List.of("a"), grid.complete().stream().map(GridTable.Row::name).toList());
        assertEquals(Optional.of("parameter C is missing"), grid.rows().get(1).problem());
        assertEquals(Optional.of("parameter tau is NaN"), grid.rows().get(2).problem());
        assertEquals(68, grid.grid().value(0, "C"));
        assertEquals(Optional.of("a"), grid.grid().name(0));
    }

    @Test
    void anEmptyTableHasNoSet() throws CanceledExecutionException {
        assertTrue(read(Rows.of(Rows.numbers("C"))).rows().isEmpty());
    }

    @Test
    void aRowWithoutParametersIsASingleSimulation() throws CanceledExecutionException {
        final GridTable grid = read(Rows.of(Rows.numbers()).with("only", new double[0]));
        assertEquals(1, grid.grid().size());
    }
}
