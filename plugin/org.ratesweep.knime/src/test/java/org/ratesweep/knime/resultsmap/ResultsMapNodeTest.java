/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.ratesweep.knime.Rows;
import org.ratesweep.knime.TestNode;
import org.ratesweep.knime.results.ResultsTable;
import org.ratesweep.knime.resultsmap.Courses.Layout;
import org.ratesweep.knime.resultsmap.ResultsMapParameters.Derived;
import org.ratesweep.knime.resultsmap.ResultsMapParameters.SortKey;
import org.ratesweep.workflow.Dialog;
import org.ratesweep.workflow.NodeInstance;

class ResultsMapNodeTest {
    /** A binary fraction, of which the periods that are used are multiples: peaks and crossings lie on samples. */
    private static final double STEP = 1.0 / 128;

    private static final int SAMPLES = 1280;
    private static final List<String> ALL = Measures.names();

    private NodeInstance last = NodeInstance.of(new ResultsMapNodeFactory());

    private static DoubleUnaryOperator sine(final double amplitude, final double frequency, final double mean) {
        return time -> mean + amplitude * Math.sin(2 * Math.PI * frequency * time);
    }

    private static Rows map() {
        return Rows.of(new DataTableSpec(
                ResultsTable.number("C"),
                ResultsTable.number("tau"),
                ResultsTable.column("status", StringCell.TYPE),
                ResultsTable.column("message", StringCell.TYPE),
                ResultsTable.number("time reached"),
                ResultsTable.column("seed", LongCell.TYPE),
                ResultsTable.number("seconds")));
    }

    private static Rows set(final Rows map, final String name, final double c, final double tau) {
        return map.with(
                name,
                ResultsTable.cell(c),
                ResultsTable.cell(tau),
                new StringCell("ok"),
                DataType.getMissingCell(),
                new DoubleCell(10),
                new LongCell(1),
                new DoubleCell(0.1));
    }

    private static Rows twoSets() {
        return set(set(map(), "a", 2, 1), "b", 1, 1);
    }

    private static Courses twoSines() {
        return new Courses(STEP, SAMPLES, "V", "W")
                .with("a", sine(3, 2, 0), sine(1, 4, 5))
                .with("b", sine(0.5, 8, 0), time -> 7);
    }

    private static ResultsMapParameters measuring(final String... measures) {
        final ResultsMapParameters parameters = new ResultsMapParameters();
        parameters.m_measures = measures;
        return parameters;
    }

    private PortObject[] execute(final ResultsMapParameters parameters, final Rows results, final Rows map)
            throws Exception {
        last = TestNode.with(new ResultsMapNodeFactory(), parameters);
        return last.execute(table(results), table(map));
    }

    private static BufferedDataTable table(final Rows rows) {
        return TestNode.table(new ResultsMapNodeFactory(), rows);
    }

    private static DataCell cell(final PortObject table, final String row, final String column) {
        final int index = ((BufferedDataTable) table).getDataTableSpec().findColumnIndex(column);
        assertTrue(index >= 0, () -> "no column " + column + " in " + TestNode.columns(table));
        for (final DataRow candidate : (BufferedDataTable) table) {
            if (candidate.getKey().getString().equals(row)) {
                return candidate.getCell(index);
            }
        }
        throw new AssertionError("no row " + row);
    }

    private static double number(final PortObject table, final String row, final String column) {
        return ((DoubleValue) cell(table, row, column)).getDoubleValue();
    }

    private static List<String> keys(final PortObject table) {
        return TestNode.rows(table).stream().map(row -> row.split(" ", 2)[0]).toList();
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void measuresOfASineAreThoseOfItsFormula(final Layout layout) throws Exception {
        final PortObject map =
                execute(measuring(ALL.toArray(String[]::new)), twoSines().table(layout), twoSets())[0];
        final double spread = Math.sqrt(0.5 * SAMPLES / (SAMPLES - 1));
        assertMeasures(map, "a", "V", 0, 3 * spread, 3, 2, 20);
        assertMeasures(map, "b", "V", 0, 0.5 * spread, 0.5, 8, 80);
        assertMeasures(map, "a", "W", 5, spread, 1, 4, 40);
        assertEquals(0.5, number(map, "a", "first crossing(V)"), 1e-9);
        assertEquals(0.125, number(map, "b", "first crossing(V)"), 1e-9);
        assertTrue(cell(map, "a", "first crossing(W)").isMissing(), "the level 0 is never reached");
        assertEquals(7, number(map, "b", "mean(W)"));
        assertEquals(0, number(map, "b", "number of peaks(W)"));
        assertTrue(cell(map, "b", "dominant frequency(W)").isMissing(), "a constant has no frequency");
    }

    private static void assertMeasures(
            final PortObject map,
            final String set,
            final String series,
            final double mean,
            final double deviation,
            final double amplitude,
            final double frequency,
            final double peaks) {
        assertEquals(mean, number(map, set, "mean(" + series + ")"), 1e-12);
        assertEquals(deviation, number(map, set, "standard deviation(" + series + ")"), 1e-12);
        assertEquals(mean - amplitude, number(map, set, "minimum(" + series + ")"), 1e-12);
        assertEquals(mean + amplitude, number(map, set, "maximum(" + series + ")"), 1e-12);
        assertEquals(2 * amplitude, number(map, set, "peak to peak(" + series + ")"), 1e-12);
        assertEquals(frequency, number(map, set, "dominant frequency(" + series + ")"), 0.01 / (SAMPLES * STEP));
        final double power = amplitude * amplitude / 2;
        assertEquals(power, number(map, set, "power at the dominant frequency(" + series + ")"), 1e-3 * power);
        assertEquals(peaks, number(map, set, "number of peaks(" + series + ")"));
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void theWindowLeavesOutTheTransient(final Layout layout) throws Exception {
        final Courses courses = new Courses(STEP, SAMPLES, "V")
                .with("a", time -> time < 2 || time > 8 ? 1e6 : sine(1, 2, 3).applyAsDouble(time));
        final ResultsMapParameters parameters = measuring("mean", "maximum", "first crossing");
        parameters.m_from = Optional.of(2.0);
        parameters.m_to = Optional.of(8 - STEP);
        parameters.m_crossingLevel = 3.5;
        final PortObject map = execute(parameters, courses.table(layout), set(map(), "a", 1, 1))[0];
        assertEquals(3, number(map, "a", "mean(V)"), 1e-12);
        assertEquals(4, number(map, "a", "maximum(V)"), 1e-12);
        // sin(pi / 6) = 1 / 2, a twelfth of the period of 0.5; linear between samples
        assertEquals(2 + 0.5 / 12, number(map, "a", "first crossing(V)"), 1e-3);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void derivedSeriesFollowFromOutputsAndFromOneAnother(final Layout layout) throws Exception {
        final ResultsMapParameters parameters = measuring("maximum", "dominant frequency");
        parameters.m_derived = new Derived[] {new Derived("D", "V - W"), new Derived("E", "2 * D + 1")};
        parameters.m_series = "E, D";
        final PortObject[] tables = execute(
                parameters,
                new Courses(STEP, SAMPLES, "V", "W")
                        .with("a", sine(3, 2, 4), time -> 1)
                        .table(layout),
                set(map(), "a", 1, 1));
        assertEquals(
                List.of("maximum(E)", "dominant frequency(E)", "maximum(D)", "dominant frequency(D)"),
                TestNode.columns(tables[0]).subList(7, 11));
        assertEquals(2 * (3 + 4 - 1) + 1, number(tables[0], "a", "maximum(E)"), 1e-12);
        assertEquals(2, number(tables[0], "a", "dominant frequency(D)"), 1e-3);
        assertEquals(List.of("parameter set", "C", "tau", "time", "V", "W", "D", "E"), TestNode.columns(tables[1]));
        assertEquals(
                "Row0 | a | 1.0 | 1.0 | 0.0 | 4.0 | 1.0 | 3.0 | 7.0",
                TestNode.rows(tables[1]).get(0));
    }

    @Test
    void theMapIsSortedBySeveralColumnsWithMissingValuesLast() throws Exception {
        final Rows map = set(set(set(set(map(), "a", 2, 1), "b", Double.NaN, 5), "c", 1, 2), "d", 2, 0);
        final Courses courses = new Courses(1, 2, "V");
        for (final String name : List.of("a", "b", "c", "d")) {
            courses.with(name, time -> time);
        }
        final ResultsMapParameters parameters = measuring("maximum");
        parameters.m_sortBy =
                new SortKey[] {new SortKey("C", SortOrder.DESCENDING), new SortKey("tau", SortOrder.ASCENDING)};
        final PortObject[] tables = execute(parameters, courses.table(Layout.LIST), map);
        assertEquals(List.of("d", "a", "c", "b"), keys(tables[0]));
        parameters.m_sortBy =
                new SortKey[] {new SortKey("C", SortOrder.ASCENDING), new SortKey("tau", SortOrder.DESCENDING)};
        assertEquals(List.of("c", "a", "d", "b"), keys(execute(parameters, courses.table(Layout.LIST), map)[0]));
        parameters.m_sortBy = new SortKey[] {new SortKey("maximum(V)", SortOrder.ASCENDING)};
        assertTrue(TestNode.refusal(
                        TestNode.with(new ResultsMapNodeFactory(), parameters),
                        courses.table(Layout.LIST).spec(),
                        map.spec())
                .startsWith("the results map has no column 'maximum(V)' to sort by"));
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void setsOfOneTableOnly(final Layout layout) throws Exception {
        final Rows map = set(set(map(), "absent", 9, 9), "b", 1, 1);
        final PortObject[] tables = execute(measuring("maximum"), twoSines().table(layout), map);
        assertEquals(List.of("absent ?", "b 0.5"), TestNode.column(tables[0], "maximum(V)"));
        assertEquals(SAMPLES, ((BufferedDataTable) tables[1]).size());
        assertEquals(
                List.of("the results do not have 1 of the 2 parameter sets of the map; their measures are missing"),
                last.warnings());
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void setsThatFailedAreMissingFromWhereTheyDid(final Layout layout) throws Exception {
        final Courses courses = new Courses(0.5, 4, "V").with("a", time -> time < 1 ? 3 : Double.NaN);
        final Rows map = set(map(), "a", 1, 1);
        final ResultsMapParameters parameters = measuring("mean");
        final PortObject[] tables = execute(parameters, courses.table(layout), map);
        assertEquals(List.of("a ?"), TestNode.column(tables[0], "mean(V)"));
        assertEquals(List.of("Row0 3.0", "Row1 3.0", "Row2 ?", "Row3 ?"), TestNode.column(tables[1], "V"));
        assertEquals(List.of(), last.warnings());
        parameters.m_to = Optional.of(0.5);
        assertEquals(3, number(execute(parameters, courses.table(layout), map)[0], "a", "mean(V)"));
    }

    @Test
    void aWindowWithoutEnoughSamplesIsAWarning() throws Exception {
        final ResultsMapParameters parameters = measuring("mean");
        parameters.m_from = Optional.of(11.0);
        final PortObject map = execute(parameters, twoSines().table(Layout.LIST), twoSets())[0];
        assertEquals(List.of("a ?", "b ?"), TestNode.column(map, "mean(V)"));
        assertTrue(
                last.warnings()
                        .get(0)
                        .startsWith("2 parameter sets could not be measured: no sample lies in the window"),
                last.warnings().get(0));
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void theWideTableHasTheOrderOfTheMapAndTheNamesOfItsValues(final Layout layout) throws Exception {
        final ResultsMapParameters parameters = measuring();
        parameters.m_layout = TidyLayout.WIDE;
        parameters.m_sortBy = new SortKey[] {new SortKey("C", SortOrder.ASCENDING)};
        final Courses courses = new Courses(0.5, 2, "V").with("a", time -> time).with("b", time -> 3 * time);
        final PortObject[] tables = execute(parameters, courses.table(layout), twoSets());
        assertEquals(List.of("time", "V|C=1, tau=1", "V|C=2, tau=1"), TestNode.columns(tables[1]));
        assertEquals(List.of("Row0 | 0.0 | 0.0 | 0.0", "Row1 | 0.5 | 1.5 | 0.5"), TestNode.rows(tables[1]));
        assertEquals(7, TestNode.columns(tables[0]).size());
    }

    @Test
    void tooManyWideColumnsAreRefused() throws Exception {
        Rows map = map();
        for (int i = 0; i < 1001; i++) {
            map = set(map, "s" + i, i, 1);
        }
        final ResultsMapParameters parameters = measuring("mean");
        parameters.m_layout = TidyLayout.WIDE;
        final String problem = TestNode.failure(
                TestNode.with(new ResultsMapNodeFactory(), parameters),
                table(new Courses(1, 2, "V").with("s0", time -> 1).table(Layout.LIST)),
                table(map));
        assertTrue(problem.startsWith("the wide layout would have 1001 columns (1001 parameter sets times 1 series)"));
    }

    private static ResultsMapParameters matrix() {
        final ResultsMapParameters parameters = measuring("maximum");
        parameters.m_layout = TidyLayout.MATRIX;
        parameters.m_matrixRows = "C";
        parameters.m_matrixColumns = "tau";
        parameters.m_matrixCells = "maximum(V)";
        return parameters;
    }

    private static Courses constants(final String... sets) {
        final Courses courses = new Courses(1, 2, "V");
        for (int i = 0; i < sets.length; i++) {
            final double value = i;
            courses.with(sets[i], time -> value);
        }
        return courses;
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void aMatrixHasARowForEachValueOfOneParameterAndAColumnForEachOfAnother(final Layout layout) throws Exception {
        final Rows map = set(set(set(set(map(), "a", 10, 0.2), "b", 9, 0.2), "c", 10, 0.1), "d", 9, 0.1);
        final Courses courses = constants("a", "b", "c", "d");
        final ResultsMapParameters parameters = matrix();
        final PortObject matrix = execute(parameters, courses.table(layout), map)[1];
        assertEquals(List.of("tau=0.1", "tau=0.2"), TestNode.columns(matrix));
        assertEquals(List.of("C=9 | 3.0 | 1.0", "C=10 | 2.0 | 0.0"), TestNode.rows(matrix));
        assertEquals(List.of(), last.warnings());
        parameters.m_sortBy = new SortKey[] {new SortKey("C", SortOrder.DESCENDING)};
        assertEquals(
                List.of("C=10 | 2.0 | 0.0", "C=9 | 3.0 | 1.0"),
                TestNode.rows(execute(parameters, courses.table(layout), map)[1]));
    }

    @Test
    void aMatrixOfAnIncompleteGridHasMissingCellsAndSaysSo() throws Exception {
        final Rows map = set(set(set(map(), "a", 1, 1), "b", 2, 2), "c", 3, Double.NaN);
        final Courses courses = constants("a", "b", "c");
        final PortObject matrix = execute(matrix(), courses.table(Layout.LIST), map)[1];
        assertEquals(List.of("C=1 | 0.0 | ?", "C=2 | ? | 1.0"), TestNode.rows(matrix));
        assertEquals(
                List.of("1 parameter set has no value of C or tau and so no place in the matrix"), last.warnings());
        execute(matrix(), courses.table(Layout.LIST), set(set(set(map(), "a", 1, 1), "b", 2, 2), "c", 1, 2));
        assertEquals(
                List.of("the map has 3 of the 4 combinations of C and tau; the other cells of the matrix are missing"),
                last.warnings());
    }

    @Test
    void aMatrixHasOneSetAtEachPlace() throws Exception {
        final String problem = TestNode.failure(
                TestNode.with(new ResultsMapNodeFactory(), matrix()),
                table(constants("a", "b").table(Layout.LIST)),
                table(set(set(map(), "a", 1, 1), "b", 1, 1)));
        assertTrue(problem.startsWith("the sets 'a' and 'b' both have C=1 and tau=1"), problem);
    }

    private static void refuses(final String reason, final Consumer<ResultsMapParameters> mistake) throws Exception {
        refuses(reason, mistake, twoSines().table(Layout.LIST).spec(), map().spec());
    }

    private static void refuses(
            final String reason,
            final Consumer<ResultsMapParameters> mistake,
            final DataTableSpec results,
            final DataTableSpec map)
            throws Exception {
        final ResultsMapParameters parameters = matrix();
        mistake.accept(parameters);
        final String problem = TestNode.refusal(TestNode.with(new ResultsMapNodeFactory(), parameters), results, map);
        assertTrue(problem.startsWith(reason), problem);
    }

    @Test
    void everyMistakeIsNamedBeforeItRuns() throws Exception {
        refuses(
                "the results map has no column 'CC' to sort by; did you mean 'C'",
                p -> p.m_sortBy = new SortKey[] {new SortKey("CC", SortOrder.ASCENDING)});
        refuses("there is no measure 'men'; did you mean 'mean'", p -> p.m_measures = new String[] {"men"});
        refuses("there is no series 'U' to measure", p -> p.m_series = "U");
        refuses("a derived series has no name", p -> p.m_derived = new Derived[] {new Derived(" ", "V")});
        refuses("there is more than one series 'V'", p -> p.m_derived = new Derived[] {new Derived("V", "W")});
        refuses("there is no output 'U'", p -> p.m_derived = new Derived[] {new Derived("D", "V - U")});
        refuses("cannot read the equation", p -> p.m_derived = new Derived[] {new Derived("D", "V -")});
        refuses("the prominence of peaks is 2.0", p -> p.m_peakProminence = 2);
        refuses("the level to cross is NaN", p -> p.m_crossingLevel = Double.NaN);
        refuses("nothing is chosen for the rows of the matrix; there are the columns C, tau", p -> p.m_matrixRows = "");
        refuses("nothing is chosen for the columns of the matrix", p -> p.m_matrixColumns = "");
        refuses("nothing is chosen for the cells of the matrix", p -> p.m_matrixCells = "");
        refuses(
                "the map with measures has no column of numbers 'maxmum(V)' for the cells of the matrix; did you mean"
                        + " 'maximum(V)'",
                p -> p.m_matrixCells = "maxmum(V)");
        refuses("the map with measures has no column of numbers 'status'", p -> p.m_matrixCells = "status");
        refuses("the rows and the columns of the matrix are both 'C'", p -> p.m_matrixColumns = "C");
        refuses("the first table does not hold results of Grid Search", p -> {}, Rows.numbers("x"), map().spec());
        refuses(
                "the column 'V' of the results is not called output|set",
                p -> {},
                Rows.numbers("time", "V"),
                map().spec());
        refuses(
                "the column 'V|a|b|c' of the results is not called output|set",
                p -> {},
                Rows.numbers("time", "V|a|b|c"),
                map().spec());
        refuses(
                "the map with measures would have the column 'maximum(V)' twice",
                p -> {},
                twoSines().table(Layout.LIST).spec(),
                Rows.numbers("C", "tau", "maximum(V)"));
        refuses(
                "the tidy table would have the column 'V' twice",
                p -> p.m_layout = TidyLayout.LONG,
                twoSines().table(Layout.LIST).spec(),
                Rows.numbers("C", "V"));
    }

    @Test
    void aWindowMustNotEndBeforeItStarts() {
        final ResultsMapParameters parameters = new ResultsMapParameters();
        parameters.m_from = Optional.of(2.0);
        parameters.m_to = Optional.of(1.0);
        assertEquals(
                "the window cannot go from 2.0 to 1.0; expected the earlier time first",
                assertThrows(
                                InvalidSettingsException.class,
                                () -> TestNode.with(new ResultsMapNodeFactory(), parameters))
                        .getMessage());
    }

    @Test
    void columnsAreKnownBeforeItRuns() throws Exception {
        final NodeInstance node = TestNode.with(new ResultsMapNodeFactory(), measuring("mean"));
        final PortObjectSpec[] specs =
                node.configure(twoSines().table(Layout.WIDE).spec(), map().spec());
        assertEquals(
                List.of("mean(V)", "mean(W)"),
                List.of(((DataTableSpec) specs[0]).getColumnNames()).subList(7, 9));
        assertEquals(
                List.of("parameter set", "C", "tau", "time", "V", "W"),
                List.of(((DataTableSpec) specs[1]).getColumnNames()));
        final ResultsMapParameters wide = measuring("mean");
        wide.m_layout = TidyLayout.WIDE;
        final PortObjectSpec[] less = TestNode.with(new ResultsMapNodeFactory(), wide)
                .configure(twoSines().table(Layout.WIDE).spec(), map().spec());
        assertNull(less[1], "the columns of the wide table are the rows of the map");
    }

    @ParameterizedTest
    @EnumSource(TidyLayout.class)
    void emptyTablesGiveEmptyTables(final TidyLayout layout) throws Exception {
        final ResultsMapParameters parameters = matrix();
        parameters.m_layout = layout;
        for (final Layout results : List.of(Layout.LIST, Layout.LONG)) {
            final PortObject[] tables = execute(parameters, new Courses(1, 0, "V").table(results), map());
            assertEquals(0, ((BufferedDataTable) tables[0]).size());
            assertEquals(0, ((BufferedDataTable) tables[1]).size());
            assertEquals(List.of(), last.warnings());
        }
    }

    @ParameterizedTest
    @EnumSource(TidyLayout.class)
    void aSingleSetIsEnough(final TidyLayout layout) throws Exception {
        final ResultsMapParameters parameters = matrix();
        parameters.m_layout = layout;
        final PortObject[] tables = execute(parameters, constants("a").table(Layout.LIST), set(map(), "a", 1, 1));
        assertEquals(1, ((BufferedDataTable) tables[0]).size());
        assertEquals(
                switch (layout) {
                    case LONG -> List.of("Row0 | a | 1.0 | 1.0 | 0.0 | 0.0", "Row1 | a | 1.0 | 1.0 | 1.0 | 0.0");
                    case WIDE -> List.of("Row0 | 0.0 | 0.0", "Row1 | 1.0 | 0.0");
                    case MATRIX -> List.of("C=1 | 0.0");
                },
                TestNode.rows(tables[1]));
    }

    @Test
    void listsOfUnequalLengthsAndSetsOfOtherTimesAreRefused() throws Exception {
        final Rows lists =
                new Courses(1, 2, "V", "W").with("a", time -> 1, time -> 2).table(Layout.LIST);
        final Rows shorter = new Courses(1, 1, "V").with("a", time -> 1).table(Layout.LIST);
        final DataRow row = lists.rows().get(0);
        final Rows unequal = Rows.of(lists.spec())
                .with(
                        "a",
                        row.getCell(0),
                        row.getCell(1),
                        row.getCell(2),
                        shorter.rows().get(0).getCell(2));
        assertTrue(TestNode.failure(
                        TestNode.with(new ResultsMapNodeFactory(), measuring("mean")),
                        table(unequal),
                        table(set(map(), "a", 1, 1)))
                .startsWith("the lists of the set 'a' have different lengths"));
        final ResultsMapParameters wide = measuring("mean");
        wide.m_layout = TidyLayout.WIDE;
        final Rows one = constants("a").table(Layout.LIST);
        final Rows twoSteps = one.with(
                "b", new DoubleCell(0), new DoubleCell(9), one.rows().get(0).getCell(2));
        assertTrue(TestNode.failure(TestNode.with(new ResultsMapNodeFactory(), wide), table(twoSteps), table(twoSets()))
                .startsWith("the times of the set 'b' differ from those of the others"));
    }

    @Test
    void stopsSoonAfterItIsCancelled() throws Exception {
        final Courses courses = new Courses(STEP, 1 << 14, "V");
        Rows map = map();
        for (int i = 0; i < 600; i++) {
            courses.with("s" + i, time -> time);
            map = set(map, "s" + i, i, 1);
        }
        final ResultsMapParameters parameters = measuring(ALL.toArray(String[]::new));
        parameters.m_layout = TidyLayout.MATRIX;
        parameters.m_matrixRows = "C";
        parameters.m_matrixColumns = "tau";
        parameters.m_matrixCells = "mean(V)";
        TestNode.assertStopsWhenCancelled(
                TestNode.with(new ResultsMapNodeFactory(), parameters), table(courses.table(Layout.LIST)), table(map));
    }

    private static NodeInstance node() {
        return NodeInstance.of(new ResultsMapNodeFactory());
    }

    @Test
    void settingsOfEarlierVersionsAreStillRead() throws Exception {
        TestNode.assertReadsSaved(new ResultsMapNodeFactory(), ResultsMapNodeTest.class);
        final NodeSettings bare = new NodeSettings("model");
        bare.addNodeSettings("derived").addNodeSettings("0").addString("name", "D");
        bare.addNodeSettings("sortBy").addNodeSettings("0").addString("column", "C");
        final NodeSettings completed = node().load(bare).settings();
        assertEquals(
                "", completed.getNodeSettings("derived").getNodeSettings("0").getString("expression"));
        assertEquals(
                "ASCENDING",
                completed.getNodeSettings("sortBy").getNodeSettings("0").getString("order"));
    }

    @Test
    void theDialogOpensWithNothingConnected() {
        final ResultsMapParameters parameters = new ResultsMapParameters();
        final SortKey key = new SortKey();
        parameters.m_sortBy = new SortKey[] {key};
        final Dialog dialog = Dialog.open(node(), parameters, null, null);
        assertEquals(List.of(), dialog.choices(key, "m_column"));
        assertEquals(ALL, dialog.choices(parameters, "m_measures"));
        assertEquals(List.of(), dialog.choices(parameters, "m_matrixRows"));
        assertEquals(List.of(), dialog.choices(parameters, "m_matrixCells"));
        assertEquals(
                new Message(
                        "Nothing to measure yet",
                        "Connect the results and the results map of Grid Search.",
                        MessageType.INFO),
                dialog.message(parameters, "m_outcome").orElseThrow());
    }

    @Test
    void theDialogOffersTheColumnsAndSaysWhatWillBeMeasured() {
        final ResultsMapParameters parameters = measuring("mean", "maximum");
        parameters.m_derived = new Derived[] {new Derived("D", "V - W")};
        parameters.m_series = "V, D";
        final SortKey key = new SortKey();
        parameters.m_sortBy = new SortKey[] {new SortKey("C", SortOrder.ASCENDING)};
        final Dialog dialog =
                Dialog.open(node(), parameters, twoSines().table(Layout.LONG).spec(), map().spec());
        assertEquals(
                List.of("C", "tau", "status", "message", "time reached", "seed", "seconds"),
                dialog.choices(key, "m_column"));
        assertEquals(List.of("C", "tau"), dialog.choices(parameters, "m_matrixRows"));
        assertEquals(List.of("C", "tau"), dialog.choices(parameters, "m_matrixColumns"));
        assertTrue(dialog.choices(parameters, "m_matrixCells").contains("maximum(D)"));
        assertEquals(
                new Message("4 measures", "mean(V), maximum(V), mean(D), maximum(D)", MessageType.INFO),
                dialog.message(parameters, "m_outcome").orElseThrow());
        assertFalse(dialog.isActive(parameters, "m_matrixRows"));
        parameters.m_layout = TidyLayout.MATRIX;
        assertTrue(dialog.isActive(parameters, "m_matrixRows"));
        parameters.m_derived[0].m_expression = "V - U";
        final Message problem = dialog.message(parameters, "m_outcome").orElseThrow();
        assertEquals(MessageType.ERROR, problem.type());
        assertTrue(problem.description().startsWith("there is no output 'U'"), problem.description());
        assertEquals(List.of(), dialog.choices(parameters, "m_matrixCells"));
    }
}
