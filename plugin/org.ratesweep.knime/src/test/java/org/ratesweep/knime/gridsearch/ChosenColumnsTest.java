/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.results.SeriesName;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweepfile.SweepFile;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.knime.Rows;
import org.ratesweep.knime.TestModels;
import org.ratesweep.knime.TestNode;
import org.ratesweep.knime.gridsearch.GridSearchParameters.ColumnOwners;
import org.ratesweep.knime.gridsearch.GridSearchParameters.Input;
import org.ratesweep.knime.gridsearch.GridSearchParameters.Output;
import org.ratesweep.knime.gridsearch.GridSearchParameters.SignalSource;
import org.ratesweep.knime.port.ModelPortObject;
import org.ratesweep.standin.parameters.PersistedParameters;
import org.ratesweep.workflow.Dialog;
import org.ratesweep.workflow.NodeInstance;

/** Signals with a column for each input, for each parameter set, or both. */
class ChosenColumnsTest {
    private static final int STEPS = 40;
    private static final String PLACE = System.lineSeparator() + "  in the inputs, 'all/op/u'";
    private static final double[] DAMPINGS = {0.5, 1, 2};

    /** Two inputs with a unit each, and two inputs with four units together. */
    private static final String TEMPLATES = """
            op:
              base: OperatorTemplate
              equations: "x' = tanh(x) - k*x + u"
              variables: {x: output(0.3), k: 1.0, u: input(0.0)}
            node: {base: NodeTemplate, operators: [op]}
            two: {base: CircuitTemplate, nodes: {a: node, b: node}}
            four: {base: CircuitTemplate, nodes: {a: node}, populations: {p: {node: node, n: 3}}}
            """;

    private static GridSearchParameters parameters(final ColumnOwners owners) {
        final GridSearchParameters parameters = new GridSearchParameters();
        parameters.m_simulationTime = 2;
        parameters.m_stepSize = 0.05;
        parameters.m_samplingStepSize = 0.1;
        parameters.m_outputs = new Output[] {new Output("x", "all/op/x")};
        final Input input = new Input();
        input.m_path = "all/op/u";
        input.m_source = SignalSource.COLUMNS;
        input.m_columns = owners;
        parameters.m_inputs = new Input[] {input};
        return parameters;
    }

    private static NodeInstance node(final GridSearchParameters parameters) throws Exception {
        return TestNode.with(new GridSearchNodeFactory(), parameters, "Signals");
    }

    private static double[][] samples(final int columns) {
        final Random random = new Random(columns);
        return IntStream.range(0, STEPS)
                .mapToObj(step -> random.doubles(columns, -1, 1).toArray())
                .toArray(double[][]::new);
    }

    private static Rows rows(final DataTableSpec spec, final double[]... samples) {
        Rows rows = Rows.of(spec);
        for (final double[] row : samples) {
            rows = rows.with("Row" + rows.rows().size(), row);
        }
        return rows;
    }

    private static DataTableSpec numbered(final int columns) {
        return Rows.numbers(
                IntStream.range(0, columns).mapToObj(column -> "u" + column).toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "two, TARGETS, 2, euler",
        "two, SETS, 3, heun",
        "two, TARGETS_AND_SETS, 6, rk4",
        "two, TARGETS_AND_SETS, 6, dopri5",
        "four, TARGETS, 2, euler",
        "four, TARGETS, 4, heun",
        "four, SETS, 3, euler",
        "four, TARGETS_AND_SETS, 6, heun",
        "four, TARGETS_AND_SETS, 12, euler"
    })
    void resultsAreThoseOfTheSweepFileToTheLastBit(
            final String template,
            final ColumnOwners owners,
            final int columns,
            final String solver,
            @TempDir final Path folder)
            throws Exception {
        Files.writeString(folder.resolve("models.yaml"), TEMPLATES);
        final double[][] samples = samples(columns);
        Files.writeString(
                folder.resolve("drive.csv"),
                Arrays.stream(samples)
                        .map(row ->
                                Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n")));
        final Path sweepFile = Files.writeString(folder.resolve("sweep.yaml"), """
                circuit_template: models.yaml/%s
                param_grid: {k: %s}
                param_map: {k: {vars: op/k, nodes: all}}
                simulation_time: 2.0
                step_size: 0.05
                sampling_step_size: 0.1
                solver: %s
                inputs: {all/op/u: {csv: drive.csv, columns: %s}}
                outputs: {x: all/op/x}
                """.formatted(
                template, Arrays.toString(DAMPINGS), solver, owners.owners().word()));
        final GridSearchParameters parameters = parameters(owners);
        parameters.m_solver = solver;
        Rows grid = Rows.of(Rows.numbers("all/op/k"));
        for (final double damping : DAMPINGS) {
            grid = grid.with(template + "_" + grid.rows().size(), damping);
        }
        final PortObject[] tables = node(parameters)
                .execute(
                        ModelPortObject.load(TemplateLibrary.builtIn().relativeTo(folder), "models.yaml/" + template),
                        GridSearchNodeTest.table(grid),
                        GridSearchNodeTest.table(rows(numbered(columns), samples)));
        try (Results expected = Results.collect(
                SweepFile.read(sweepFile, TemplateLibrary.builtIn()).sweep(), RunOptions.defaults())) {
            final List<double[]> courses = GridSearchNodeTest.courses(tables[0], ResultsLayout.LIST);
            assertEquals(expected.columns().size(), courses.size());
            for (int i = 0; i < courses.size(); i++) {
                final SeriesName name = expected.columns().get(i);
                final double[] series = expected.series(name.output(), name.set(), name.path());
                assertEquals(20, series.length);
                assertArrayEquals(series, courses.get(i), 0, name.toString());
            }
        }
    }

    /** Column c is c at every step: a variable that does not grow by itself is 1 + 1.5 c after a time of 1.5. */
    private static BufferedDataTable constants(final DataTableSpec spec) {
        final double[][] samples = new double[8][];
        Arrays.fill(
                samples,
                IntStream.range(0, spec.getNumColumns()).asDoubleStream().toArray());
        return GridSearchNodeTest.table(rows(spec, samples));
    }

    /** Returns which column drove each input of each set that was run, in the order of the sets. */
    private static double[] drivers(final GridSearchParameters parameters, final Rows grid, final DataTableSpec spec)
            throws Exception {
        parameters.m_stepSize = 0.25;
        parameters.m_samplingStepSize = 0.5;
        final PortObject[] tables =
                node(parameters).execute(TestModels.growth(), GridSearchNodeTest.table(grid), constants(spec));
        return GridSearchNodeTest.courses(complete(tables[0]), ResultsLayout.LIST).stream()
                .mapToDouble(course -> (course[3] - 1) / 1.5)
                .toArray();
    }

    /** Returns the rows of sets that were run. */
    private static BufferedDataTable complete(final PortObject results) {
        final List<DataRow> rows = new ArrayList<>();
        for (final DataRow row : (BufferedDataTable) results) {
            if (!row.getCell(2).isMissing()) {
                rows.add(row);
            }
        }
        return GridSearchNodeTest.table(new Rows(((BufferedDataTable) results).getDataTableSpec(), rows));
    }

    private static Rows sets(final int number) {
        Rows grid = Rows.of(Rows.numbers("all/op/k"));
        for (int set = 0; set < number; set++) {
            grid = grid.with("s" + set, 0);
        }
        return grid;
    }

    @Test
    void aSetThatCannotRunLeavesItsColumnUnused() throws Exception {
        final Rows grid =
                sets(1).with("gap", DataType.getMissingCell()).with("third", 0).with("fourth", 0);
        assertArrayEquals(new double[] {0, 0, 2, 2, 3, 3}, drivers(parameters(ColumnOwners.SETS), grid, numbered(4)));
        assertArrayEquals(
                new double[] {0, 4, 2, 6, 3, 7}, drivers(parameters(ColumnOwners.TARGETS_AND_SETS), grid, numbered(8)));
        assertArrayEquals(
                new double[] {0, 1, 0, 1, 0, 1}, drivers(parameters(ColumnOwners.TARGETS), grid, numbered(2)));
    }

    @Test
    void columnsAreThoseOfTheFilterInTheOrderOfTheTable() throws Exception {
        final GridSearchParameters parameters = parameters(ColumnOwners.TARGETS);
        parameters.m_inputs[0].m_columnFilter = new ColumnFilter(new String[] {"u3", "u1"});
        assertArrayEquals(new double[] {1, 3}, drivers(parameters, sets(1), numbered(5)));
        parameters.m_inputs[0].m_columnFilter = wildcard("DRIVE_?");
        assertArrayEquals(
                new double[] {1, 2},
                drivers(parameters, sets(1), Rows.numbers("u0", "drive_b", "drive_a", "drive_10")));
    }

    @Test
    void inputsTakeTheirOwnColumnsOfOneTable() throws Exception {
        final GridSearchParameters parameters = parameters(ColumnOwners.SETS);
        final Input second = new Input();
        second.m_path = "b/op/u";
        second.m_source = SignalSource.COLUMN;
        second.m_column = "shared";
        parameters.m_inputs[0].m_path = "a/op/u";
        parameters.m_inputs[0].m_columnFilter = wildcard("set*");
        parameters.m_inputs = new Input[] {parameters.m_inputs[0], second};
        assertArrayEquals(
                new double[] {0, 1, 2, 1}, drivers(parameters, sets(2), Rows.numbers("set1", "shared", "set2")));
    }

    /** The filter as its settings are saved. */
    private static ColumnFilter wildcard(final String pattern) throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("columnFilter");
        PersistedParameters.save(new ColumnFilter(), settings);
        settings.addString("mode", "WILDCARD");
        final NodeSettingsWO patternFilter = settings.addNodeSettings("patternFilter");
        patternFilter.addString("pattern", pattern);
        patternFilter.addBoolean("isCaseSensitive", false);
        patternFilter.addBoolean("isInverted", false);
        return PersistedParameters.load(ColumnFilter.class, settings);
    }

    private static String refusal(
            final GridSearchParameters parameters, final ModelPortObject model, final DataTableSpec signals)
            throws Exception {
        return TestNode.refusal(node(parameters), model.getSpec(), Rows.numbers("all/op/k"), signals);
    }

    @Test
    void numbersOfColumnsThatCannotFitAreRefusedBeforeItRuns() throws Exception {
        final String start =
                "the column filter takes 3 of the 3 columns of numbers of the signals " + "table; expected ";
        assertEquals(
                start + "2, one for each matched input" + PLACE,
                refusal(parameters(ColumnOwners.TARGETS), TestModels.growth(), numbered(3)));
        assertEquals(
                start + "a multiple of 2, one for each parameter set of each matched input (2)" + PLACE,
                refusal(parameters(ColumnOwners.TARGETS_AND_SETS), TestModels.growth(), numbered(3)));
        assertEquals(
                "the column filter takes 2 of the 2 columns of numbers of the signals table; "
                        + "expected 1, one for each matched input, or 3, one for each unit of these inputs" + PLACE,
                refusal(parameters(ColumnOwners.TARGETS), TestModels.population(), numbered(2)));
        final GridSearchParameters none = parameters(ColumnOwners.TARGETS);
        none.m_inputs[0].m_columnFilter = new ColumnFilter();
        assertTrue(refusal(none, TestModels.growth(), numbered(3)).contains("takes 0 of the 3 columns of numbers"));
        none.m_inputs[0].m_columns = ColumnOwners.TARGETS_AND_SETS;
        assertTrue(refusal(none, TestModels.growth(), numbered(3)).contains("expected a multiple of 2"));
    }

    @ParameterizedTest
    @EnumSource(ColumnOwners.class)
    void columnsThatAreNotThereOrHoldNoNumbersAreNamed(final ColumnOwners owners) throws Exception {
        final GridSearchParameters parameters = parameters(owners);
        parameters.m_inputs[0].m_columnFilter = new ColumnFilter(new String[] {"u0", "u11"});
        assertEquals(
                "the signals table has no column 'u11'; did you mean 'u1'?" + PLACE,
                refusal(parameters, TestModels.growth(), numbered(2)));
        parameters.m_inputs[0].m_columnFilter = new ColumnFilter(new String[] {"name"});
        assertTrue(refusal(parameters, TestModels.growth(), Rows.spec(StringCell.TYPE, "name"))
                .startsWith("the column 'name' of the signals table holds "));
        final String alone = TestNode.refusal(
                TestNode.with(new GridSearchNodeFactory(), parameters),
                TestModels.growth().getSpec(),
                Rows.numbers("all/op/k"));
        assertEquals(
                "the signal is to come from columns, but no signals table is connected; add the "
                        + "port 'Signals' to the node" + PLACE,
                alone);
    }

    private static String failure(final ColumnOwners owners, final ModelPortObject model, final int columns)
            throws Exception {
        return TestNode.failure(
                node(parameters(owners)),
                model,
                GridSearchNodeTest.table(sets(3).with("gap", DataType.getMissingCell())),
                constants(numbered(columns)));
    }

    @Test
    void numbersOfColumnsThatDoNotFitTheSetsAreRefusedWhenTheSetsAreKnown() throws Exception {
        assertEquals(
                "the column filter takes 3 of the 3 columns of numbers of the signals table; "
                        + "expected 4, one for each parameter set" + PLACE,
                failure(ColumnOwners.SETS, TestModels.growth(), 3));
        assertEquals(
                "the column filter takes 6 of the 6 columns of numbers of the signals table; "
                        + "expected 8, one for each parameter set (4) of each matched input (2)" + PLACE,
                failure(ColumnOwners.TARGETS_AND_SETS, TestModels.growth(), 6));
        assertEquals(
                "the column filter takes 6 of the 6 columns of numbers of the signals table; "
                        + "expected 4, one for each parameter set (4) of each matched input (1), or 12, one for each "
                        + "parameter set (4) of each unit of these inputs (3)" + PLACE,
                failure(ColumnOwners.TARGETS_AND_SETS, TestModels.population(), 6));
    }

    @Test
    void anEmptyGridNeedsNoColumns() throws Exception {
        assertArrayEquals(new double[0], drivers(parameters(ColumnOwners.SETS), sets(0), numbered(3)));
    }

    @Test
    void samplesThatAreUsedAreFinite() throws Exception {
        final Rows samples = rows(numbered(2), samples(2)).with("Row40", 0, Double.NaN);
        final BufferedDataTable grid = GridSearchNodeTest.table(sets(2));
        final PortObject[] tables = node(parameters(ColumnOwners.SETS))
                .execute(TestModels.growth(), grid, GridSearchNodeTest.table(samples));
        assertEquals(List.of("s0 ok", "s1 ok"), TestNode.column(tables[1], "status"), "40 steps need 40 rows");
        final GridSearchParameters longer = parameters(ColumnOwners.SETS);
        longer.m_simulationTime = 2.05;
        longer.m_samplingStepSize = 0.05;
        assertEquals(
                "the row 'Row40' of the signal 'u1' is NaN; expected a finite number for every step",
                TestNode.failure(node(longer), TestModels.growth(), grid, GridSearchNodeTest.table(samples)));
    }

    @Test
    void theDialogOffersColumnsOfNumbers() {
        final GridSearchParameters parameters = parameters(ColumnOwners.TARGETS);
        final Input input = parameters.m_inputs[0];
        final Dialog dialog = Dialog.open(
                NodeInstance.withPorts(new GridSearchNodeFactory(), "Signals"),
                parameters,
                TestModels.growth().getSpec(),
                Rows.numbers("all/op/k"),
                new DataTableSpec(
                        Rows.numbers("u").getColumnSpec(0),
                        Rows.spec(StringCell.TYPE, "name").getColumnSpec(0),
                        Rows.numbers("v").getColumnSpec(0)));
        assertEquals(List.of("u", "v"), dialog.choices(input, "m_columnFilter"));
        assertTrue(dialog.isActive(input, "m_columnFilter") && dialog.isActive(input, "m_columns"));
        assertFalse(dialog.isActive(input, "m_column"));
        assertEquals(
                MessageType.INFO,
                dialog.message(parameters, "m_expectedResults").orElseThrow().type());
        input.m_columnFilter = new ColumnFilter(new String[] {"u"});
        assertTrue(dialog.message(parameters, "m_expectedResults")
                .orElseThrow()
                .description()
                .contains("takes 1 of the 2 columns of numbers of the signals table; expected 2"));
        input.m_source = SignalSource.COLUMN;
        assertFalse(dialog.isActive(input, "m_columnFilter") || dialog.isActive(input, "m_columns"));
    }
}
