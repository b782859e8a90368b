/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.CanceledExecutionException;
import org.ratesweep.core.error.InputException;
import org.ratesweep.knime.Rows;

class ResultsFormatTest {
    private static List<SetCourse> read(final Rows rows) throws CanceledExecutionException {
        final List<SetCourse> courses = new ArrayList<>();
        ResultsFormat.of(rows.spec()).read(rows, number -> {}, courses::add);
        return courses;
    }

    private static Rows longRows() {
        return Rows.of(new DataTableSpec(column("parameter set", StringCell.TYPE), number("time"), number("V")));
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    private static DataColumnSpec number(final String name) {
        return column(name, DoubleCell.TYPE);
    }

    private static Rows sample(final Rows rows, final String key, final String set, final double time, final double v) {
        return rows.with(key, new StringCell(set), new DoubleCell(time), new DoubleCell(v));
    }

    private static void assertTwoSets(final List<SetCourse> courses) {
        assertEquals(List.of("a", "b"), courses.stream().map(SetCourse::set).toList());
        for (final SetCourse course : courses) {
            assertArrayEquals(new double[] {1, 1.5}, course.times(), 1e-12);
        }
        assertArrayEquals(new double[] {1, 2}, courses.get(0).series().get("V"));
        assertArrayEquals(new double[] {3, Double.NaN}, courses.get(1).series().get("V"));
    }

    @Test
    void listsAreRead() throws CanceledExecutionException {
        final Rows rows = Rows.of(new DataTableSpec(
                        number("time start"),
                        number("time step"),
                        column("V", ListCell.getCollectionType(DoubleCell.TYPE))))
                .with(
                        "a",
                        new DoubleCell(1),
                        new DoubleCell(0.5),
                        CollectionCellFactory.createListCell(List.of(new DoubleCell(1), new DoubleCell(2))))
                .with(
                        "b",
                        new DoubleCell(1),
                        new DoubleCell(0.5),
                        CollectionCellFactory.createListCell(List.of(new DoubleCell(3), DataType.getMissingCell())));
        assertEquals(List.of("V"), ResultsFormat.of(rows.spec()).outputs());
        assertTwoSets(read(rows));
    }

    @Test
    void longRowsAreRead() throws CanceledExecutionException {
        Rows rows = sample(sample(longRows(), "0", "a", 1, 1), "1", "a", 1.5, 2);
        rows = sample(rows, "2", "b", 1, 3)
                .with("3", new StringCell("b"), new DoubleCell(1.5), DataType.getMissingCell());
        assertTwoSets(read(rows));
    }

    @Test
    void wideColumnsAreRead() throws CanceledExecutionException {
        assertTwoSets(read(Rows.of(Rows.numbers("time", "V|a", "V|b"))
                .with("0", 1, 1, 3)
                .with("1", new DoubleCell(1.5), new DoubleCell(2), DataType.getMissingCell())));
    }

    @Test
    void wideColumnsWithPathsAreSeriesOfTheirOwn() {
        assertEquals(
                List.of("V|x/op/V", "V|y/op/V"),
                ResultsFormat.of(Rows.numbers("time", "V|a|x/op/V", "V|a|y/op/V"))
                        .outputs());
    }

    @Test
    void shuffledRowsAreRefused() {
        final Rows rows = sample(sample(sample(longRows(), "0", "a", 1, 1), "1", "b", 1, 1), "2", "a", 1.5, 1);
        assertTrue(assertThrows(InputException.class, () -> read(rows))
                .getMessage()
                .contains("not next to each other"));
    }

    @Test
    void otherTablesAreRefused() {
        assertThrows(InputException.class, () -> ResultsFormat.of(Rows.numbers("x")));
    }
}
