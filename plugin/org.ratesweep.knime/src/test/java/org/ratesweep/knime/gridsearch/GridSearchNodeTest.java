/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.sweep.InputSignal;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.ParameterTarget;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.core.template.MemorySource;
import org.ratesweep.core.template.TemplateFile;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.knime.Rows;
import org.ratesweep.knime.TestModels;
import org.ratesweep.knime.TestNode;
import org.ratesweep.knime.gridsearch.GridSearchParameters.Input;
import org.ratesweep.knime.gridsearch.GridSearchParameters.OnFailure;
import org.ratesweep.knime.gridsearch.GridSearchParameters.Output;
import org.ratesweep.knime.gridsearch.GridSearchParameters.SignalSource;
import org.ratesweep.knime.port.ModelPortObject;
import org.ratesweep.workflow.Dialog;
import org.ratesweep.workflow.NodeInstance;

class GridSearchNodeTest {
    private static final String JRC2 = "model_templates.neural_mass_models.jansenrit.JRC2";

    private NodeInstance last = node();

    private static NodeInstance node(final String... ports) {
        return NodeInstance.withPorts(new GridSearchNodeFactory(), ports);
    }

    private static NodeInstance node(final GridSearchParameters parameters, final String... ports) throws Exception {
        return TestNode.with(new GridSearchNodeFactory(), parameters, ports);
    }

    /** Four samples at 0, 0.5, 1 and 1.5, two steps apart. */
    private static GridSearchParameters growing(final ResultsLayout layout) {
        final GridSearchParameters parameters = new GridSearchParameters();
        parameters.m_simulationTime = 2;
        parameters.m_stepSize = 0.25;
        parameters.m_samplingStepSize = 0.5;
        parameters.m_outputs = new Output[] {new Output("x", "a/op/x")};
        parameters.m_layout = layout;
        return parameters;
    }

    private static Input input(final String path, final SignalSource source) {
        final Input input = new Input();
        input.m_path = path;
        input.m_source = source;
        return input;
    }

    private PortObject[] execute(final GridSearchParameters parameters, final Rows grid) throws Exception {
        last = node(parameters);
        return last.execute(TestModels.growth(), table(grid));
    }

    static BufferedDataTable table(final Rows rows) {
        return TestNode.table(new GridSearchNodeFactory(), rows);
    }

    private static Rows rates(final double... rates) {
        Rows grid = Rows.of(Rows.numbers("a/op/k"));
        for (final double rate : rates) {
            grid = grid.with("s" + grid.rows().size(), rate);
        }
        return grid;
    }

    /** Returns the courses of each set and output in the order of the sets; NaN where a sample is missing. */
    static List<double[]> courses(final PortObject results, final ResultsLayout layout) {
        final List<double[]> courses = new ArrayList<>();
        final List<DataRow> rows = new ArrayList<>();
        ((BufferedDataTable) results).forEach(rows::add);
        final int columns = ((BufferedDataTable) results).getDataTableSpec().getNumColumns();
        switch (layout) {
            case LIST ->
                rows.forEach(row -> {
                    for (int column = 2; column < columns; column++) {
                        final ListDataValue list = (ListDataValue) row.getCell(column);
                        courses.add(IntStream.range(0, list.size())
                                .mapToDouble(i -> number(list.get(i)))
                                .toArray());
                    }
                });
            case LONG -> {
                final List<String> sets = rows.stream()
                        .map(row -> row.getCell(0).toString())
                        .distinct()
                        .toList();
                for (final String set : sets) {
                    for (int column = 2; column < columns; column++) {
                        final int index = column;
                        courses.add(rows.stream()
                                .filter(row -> row.getCell(0).toString().equals(set))
                                .mapToDouble(row -> number(row.getCell(index)))
                                .toArray());
                    }
                }
            }
            case WIDE -> {
                for (int column = 1; column < columns; column++) {
                    final int index = column;
                    courses.add(rows.stream()
                            .mapToDouble(row -> number(row.getCell(index)))
                            .toArray());
                }
            }
        }
        return courses;
    }

    private static double number(final DataCell cell) {
        return cell instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }

    @ParameterizedTest
    @EnumSource(ResultsLayout.class)
    void growthIsThatOfTheFormula(final ResultsLayout layout) throws Exception {
        final PortObject[] tables = execute(growing(layout), rates(0, 1, -2));
        final List<double[]> courses = courses(tables[0], layout);
        assertEquals(3, courses.size());
        assertArrayEquals(new double[] {1, 1, 1, 1}, courses.get(0), 1e-15);
        assertArrayEquals(
                new double[] {1, Math.pow(1.25, 2), Math.pow(1.25, 4), Math.pow(1.25, 6)}, courses.get(1), 1e-14);
        assertArrayEquals(
                new double[] {1, Math.pow(0.5, 2), Math.pow(0.5, 4), Math.pow(0.5, 6)}, courses.get(2), 1e-15);
        assertEquals(
                List.of("a/op/k", "status", "message", "time reached", "seed", "seconds"), TestNode.columns(tables[1]));
        assertEquals(List.of("s0 0.0", "s1 1.0", "s2 -2.0"), TestNode.column(tables[1], "a/op/k"));
        assertEquals(List.of("s0 ok", "s1 ok", "s2 ok"), TestNode.column(tables[1], "status"));
        assertEquals(List.of("s0 ?", "s1 ?", "s2 ?"), TestNode.column(tables[1], "message"));
        assertEquals(List.of("s0 2.0", "s1 2.0", "s2 2.0"), TestNode.column(tables[1], "time reached"));
        assertEquals(List.of("s0 ?", "s1 ?", "s2 ?"), TestNode.column(tables[1], "seed"));
        assertEquals(List.of(), last.warnings());
    }

    @ParameterizedTest
    @EnumSource(ResultsLayout.class)
    void unitsOfPopulationsAreSweptAndRecordedOneByOne(final ResultsLayout layout) throws Exception {
        final GridSearchParameters parameters = growing(layout);
        parameters.m_outputs = new Output[] {new Output("x", "p/op/x"), new Output("second", "p/op/x[1]")};
        last = node(parameters);
        final Rows grid = Rows.of(Rows.numbers("p/op/k[1]")).with("s0", 2);
        final PortObject[] results = last.execute(TestModels.population(), table(grid));
        final List<double[]> courses = courses(results[0], layout);
        assertEquals(4, courses.size());
        assertArrayEquals(new double[] {0, 0.5, 1, 1.5}, courses.get(0));
        assertArrayEquals(new double[] {10, 11, 12, 13}, courses.get(1));
        assertArrayEquals(new double[] {20, 20.5, 21, 21.5}, courses.get(2));
        assertArrayEquals(courses.get(1), courses.get(3));
        parameters.m_outputs = new Output[] {new Output("x", "p/op/x[3]")};
        final String refusal = TestNode.refusal(
                node(parameters), TestModels.population().getSpec(), table(grid).getDataTableSpec());
        assertTrue(refusal.contains("3 units"), refusal);
    }

    @Test
    void theLayoutsHaveTheirColumnsAndTimes() throws Exception {
        final PortObject lists = execute(growing(ResultsLayout.LIST), rates(1, 2))[0];
        assertEquals(List.of("time start", "time step", "x"), TestNode.columns(lists));
        assertEquals(List.of("s0 0.0", "s1 0.0"), TestNode.column(lists, "time start"));
        assertEquals(List.of("s0 0.5", "s1 0.5"), TestNode.column(lists, "time step"));
        final PortObject samples = execute(growing(ResultsLayout.LONG), rates(1, 2))[0];
        assertEquals(List.of("parameter set", "time", "x"), TestNode.columns(samples));
        assertEquals("Row5 | s1 | 0.5 | 2.25", TestNode.rows(samples).get(5));
        final PortObject columns = execute(growing(ResultsLayout.WIDE), rates(1, 2))[0];
        assertEquals(List.of("time", "x|s0", "x|s1"), TestNode.columns(columns));
        assertEquals("Row1 | 0.5 | 1.5625 | 2.25", TestNode.rows(columns).get(1));
    }

    @ParameterizedTest
    @EnumSource(ResultsLayout.class)
    void anOutputOfSeveralVariablesHasAColumnForEach(final ResultsLayout layout) throws Exception {
        final GridSearchParameters parameters = growing(layout);
        parameters.m_outputs = new Output[] {new Output("", "all/op/x")};
        final List<double[]> courses = courses(execute(parameters, rates(1))[0], layout);
        assertEquals(Math.pow(1.25, 6), courses.get(0)[3], 1e-14);
        assertEquals(1, courses.get(1)[3]);
    }

    @ParameterizedTest
    @EnumSource(ResultsLayout.class)
    void resultsAreThoseOfTheCore(final ResultsLayout layout) throws Exception {
        final GridSearchParameters parameters = new GridSearchParameters();
        parameters.m_simulationTime = 0.2;
        parameters.m_stepSize = 1e-4;
        parameters.m_samplingStepSize = 1e-3;
        parameters.m_cutoff = 0.05;
        parameters.m_solver = "heun";
        parameters.m_outputs = new Output[] {new Output("V_pce", "jrc/jrc_op/V_e")};
        parameters.m_inputs = new Input[] {input("jrc/jrc_op/u", SignalSource.NOISE)};
        parameters.m_inputs[0].m_low = 120;
        parameters.m_inputs[0].m_high = 320;
        parameters.m_inputs[0].m_seed = 42;
        parameters.m_layout = layout;
        parameters.m_threads = 3;
        final Rows map = Rows.of(Rows.spec(StringCell.TYPE, "key", "path"))
                .with("0", new StringCell("C"), new StringCell("jrc/jrc_op/c"));
        final NodeInstance node = node(parameters, "Map");
        final PortObject[] tables = node.execute(
                ModelPortObject.load(TemplateLibrary.builtIn(), JRC2),
                table(Rows.of(Rows.numbers("C")).with("low", 68).with("high", 135)),
                table(map));
        final Results expected = Results.collect(
                Sweep.of(TemplateLibrary.builtIn().circuit(JRC2))
                        .grid(ParameterGrid.of(List.of("C"), new double[][] {{68, 135}}))
                        .map("C", new ParameterTarget.Paths(List.of("jrc/jrc_op/c")))
                        .simulationTime(0.2)
                        .stepSize(1e-4)
                        .samplingStepSize(1e-3)
                        .cutoff(0.05)
                        .solver(org.ratesweep.core.solve.Solver.named("heun"))
                        .input("jrc/jrc_op/u", new InputSignal.Uniform(120, 320, 42))
                        .output("V_pce", "jrc/jrc_op/V_e")
                        .build(),
                RunOptions.defaults());
        final List<double[]> courses = courses(tables[0], layout);
        assertArrayEquals(expected.series("V_pce", "JRC2_0"), courses.get(0), 0);
        assertArrayEquals(expected.series("V_pce", "JRC2_1"), courses.get(1), 0);
        assertEquals(List.of("low 42", "high 42"), TestNode.column(tables[1], "seed"));
        assertEquals(List.of("low 68.0", "high 135.0"), TestNode.column(tables[1], "C"));
    }

    @Test
    void adaptiveSolversMeetTheirTolerances() throws Exception {
        final GridSearchParameters parameters = growing(ResultsLayout.LIST);
        parameters.m_solver = "dopri5";
        parameters.m_rtol = 1e-10;
        final double[] exact = {1, Math.exp(0.5), Math.exp(1), Math.exp(1.5)};
        assertArrayEquals(
                exact,
                courses(execute(parameters, rates(1))[0], ResultsLayout.LIST).get(0),
                1e-8);
        parameters.m_rtol = 0.1;
        parameters.m_atol = 0.1;
        parameters.m_firstStep = 2;
        final double[] rough =
                courses(execute(parameters, rates(1))[0], ResultsLayout.LIST).get(0);
        assertTrue(Math.abs(rough[3] - exact[3]) > 1e-4, "a tolerance that is wide is used");
        parameters.m_maxStep = 0.05;
        assertArrayEquals(
                exact,
                courses(execute(parameters, rates(1))[0], ResultsLayout.LIST).get(0),
                1e-7);
        refuses("rtol is 0.0; expected a number from 1.0E-13", p -> {
            p.m_solver = "rodas4";
            p.m_rtol = 0;
        });
    }

    @Test
    void theSeedOfNoiseIsASetting() throws Exception {
        final String text = """
                op: {base: OperatorTemplate, equations: "x' = noise(k)", variables: {x: output(0.0), k: 1.0}}
                """;
        final PortObject noisy = ModelPortObject.load(
                TemplateLibrary.builtIn().with(new MemorySource(List.of(new TemplateFile("noisy.yaml", text)))),
                "noisy.yaml/op");
        final GridSearchParameters parameters = growing(ResultsLayout.LIST);
        parameters.m_outputs = new Output[] {new Output("x", "p/op/x")};
        final List<double[]> ends = new ArrayList<>();
        for (final long seed : new long[] {1, 1, 2}) {
            parameters.m_noiseSeed = seed;
            last = node(parameters);
            final PortObject[] tables =
                    last.execute(noisy, table(Rows.of(Rows.numbers("p/op/k")).with("s0", 1)));
            ends.add(courses(tables[0], ResultsLayout.LIST).get(0));
            assertEquals(
                    List.of("p/op/k", "status", "message", "time reached", "seed", "noise_seed", "seconds"),
                    TestNode.columns(tables[1]));
            assertEquals(List.of("s0 " + seed), TestNode.column(tables[1], "noise_seed"));
            assertEquals(List.of(), last.warnings(), "the columns are those that configure announced");
        }
        assertArrayEquals(ends.get(0), ends.get(1));
        assertTrue(ends.get(0)[3] != ends.get(2)[3], "another seed, other noise");
    }

    @Test
    void inputsAreDrivenByColumnsAndConstants() throws Exception {
        final GridSearchParameters parameters = growing(ResultsLayout.LONG);
        parameters.m_outputs =
                new Output[] {new Output("x", "a/op/x"), new Output("y", "b/op/x"), new Output("", "a/op/u")};
        parameters.m_inputs =
                new Input[] {input("a/op/u", SignalSource.COLUMN), input("b/op/u", SignalSource.CONSTANT)};
        parameters.m_inputs[0].m_column = "ramp";
        parameters.m_inputs[1].m_constant = 4;
        Rows signals = Rows.of(Rows.numbers("other", "ramp"));
        for (int step = 0; step < 8; step++) {
            signals = signals.with("Row" + step, -1, step);
        }
        last = node(parameters, "Signals");
        final PortObject[] tables = last.execute(TestModels.growth(), table(rates(0)), table(signals));
        // x after n steps: 1 + h (0 + 1 + … + n - 1); y: 1 + 4 t
        assertEquals(
                List.of(
                        "Row0 | s0 | 0.0 | 1.0 | 1.0 | 0.0",
                        "Row1 | s0 | 0.5 | 1.25 | 3.0 | 2.0",
                        "Row2 | s0 | 1.0 | 2.5 | 5.0 | 4.0",
                        "Row3 | s0 | 1.5 | 4.75 | 7.0 | 6.0"),
                TestNode.rows(tables[0]));
        final Rows tooShort = Rows.of(Rows.numbers("ramp")).with("Row0", 1);
        assertTrue(TestNode.failure(node(parameters, "Signals"), TestModels.growth(), table(rates(0)), table(tooShort))
                .startsWith("the signal is too short: 1 samples for 8 steps"));
        final Rows gap = Rows.of(Rows.numbers("ramp")).with("Row0", DataType.getMissingCell());
        assertEquals(
                "the row 'Row0' of the signal 'ramp' has a missing value; expected a number for every step",
                TestNode.failure(node(parameters, "Signals"), TestModels.growth(), table(rates(0)), table(gap)));
    }

    @Test
    void theSeedOfEveryRandomInputIsRecorded() throws Exception {
        final GridSearchParameters parameters = growing(ResultsLayout.LIST);
        parameters.m_inputs = new Input[] {input("a/op/u", SignalSource.NOISE), input("b/op/u", SignalSource.NOISE)};
        parameters.m_inputs[0].m_seed = 5;
        parameters.m_inputs[1].m_seed = 6;
        final PortObject map = execute(parameters, rates(1))[1];
        assertEquals(
                List.of("a/op/k", "status", "message", "time reached", "seed", "seed|b/op/u", "seconds"),
                TestNode.columns(map));
        assertEquals(List.of("s0 5"), TestNode.column(map, "seed"));
        assertEquals(List.of("s0 6"), TestNode.column(map, "seed|b/op/u"));
        assertEquals(List.of(), last.warnings(), "the columns are those that configure announced");
    }

    @ParameterizedTest
    @EnumSource(ResultsLayout.class)
    void aSetThatDivergesKeepsWhatItHasAndSpoilsNoOther(final ResultsLayout layout) throws Exception {
        final PortObject[] tables = execute(growing(layout), rates(1, 1e100, 2));
        assertEquals(List.of("s0 ok", "s1 diverged", "s2 ok"), TestNode.column(tables[1], "status"));
        final List<double[]> courses = courses(tables[0], layout);
        assertEquals(Math.pow(1.25, 6), courses.get(0)[3], 1e-14);
        assertEquals(Math.pow(1.5, 6), courses.get(2)[3], 1e-14);
        assertEquals(1, courses.get(1)[0]);
        assertEquals(Math.pow(0.25e100, 2), courses.get(1)[1], 1e188);
        assertTrue(Double.isNaN(courses.get(1)[2]) && Double.isNaN(courses.get(1)[3]), "missing after it diverged");
        assertEquals(List.of("s0 2.0", "s1 1.0", "s2 2.0"), TestNode.column(tables[1], "time reached"));
        assertTrue(TestNode.column(tables[1], "message").get(1).startsWith("s1 a/op/x became "));
        assertEquals(1, last.warnings().size());
        assertTrue(
                last.warnings().get(0).startsWith("1 of 3 parameter sets failed: s1 (diverged: a/op/x became "),
                last.warnings().get(0));
    }

    private static Rows threeSets() {
        return Rows.of(Rows.numbers("a/op/k"))
                .with("a", DataType.getMissingCell())
                .with("b", 1)
                .with("c", DataType.getMissingCell());
    }

    @ParameterizedTest
    @EnumSource(ResultsLayout.class)
    void setsWithoutAValueKeepTheirPlaces(final ResultsLayout layout) throws Exception {
        final PortObject[] results = execute(growing(layout), threeSets());
        assertEquals(List.of("a failed", "b ok", "c failed"), TestNode.column(results[1], "status"));
        assertEquals(List.of("a ?", "b 1.0", "c ?"), TestNode.column(results[1], "a/op/k"));
        assertEquals(
                List.of("a parameter a/op/k is missing", "b ?", "c parameter a/op/k is missing"),
                TestNode.column(results[1], "message"));
        assertEquals(List.of("a ?", "b 2.0", "c ?"), TestNode.column(results[1], "time reached"));
        if (layout == ResultsLayout.LIST) {
            assertEquals("a ?", TestNode.column(results[0], "x").get(0));
        } else {
            final List<double[]> courses = courses(results[0], layout);
            assertTrue(Double.isNaN(courses.get(0)[0]));
            assertEquals(1, courses.get(1)[0]);
        }
        assertEquals(
                List.of("2 of 3 parameter sets failed: a (failed: parameter a/op/k is missing), c (failed: parameter "
                        + "a/op/k is missing); see the columns status and message of the results map"),
                last.warnings());
    }

    @ParameterizedTest
    @EnumSource(ResultsLayout.class)
    void anEmptyGridGivesEmptyTables(final ResultsLayout layout) throws Exception {
        final PortObject[] results = execute(growing(layout), Rows.of(Rows.numbers("a/op/k")));
        assertEquals(0, ((BufferedDataTable) results[1]).size());
        assertEquals(layout == ResultsLayout.WIDE ? 4 : 0, ((BufferedDataTable) results[0]).size());
        assertEquals(List.of("the grid has no rows, so there was nothing to run"), last.warnings());
    }

    @Test
    void aGridWithoutColumnsIsASingleSimulation() throws Exception {
        final PortObject[] results =
                execute(growing(ResultsLayout.LIST), Rows.of(Rows.numbers()).with("only", new double[0]));
        assertEquals(List.of("only [1.0, 1.0, 1.0, 1.0]"), TestNode.column(results[0], "x"));
    }

    @Test
    void theNodeFailsIfEverySetDoesOrOneIfAsked() throws Exception {
        assertTrue(TestNode.failure(
                        node(growing(ResultsLayout.LIST)), TestModels.growth(), table(rates(1e200, Double.NaN)))
                .startsWith("2 of 2 parameter sets failed: s0 (diverged: "));
        final GridSearchParameters strict = growing(ResultsLayout.LIST);
        strict.m_onFailure = OnFailure.FAIL;
        assertEquals(
                "the parameter set a (failed: parameter a/op/k is missing) failed; to go on without such sets choose "
                        + "'Continue' if a parameter set fails",
                TestNode.failure(node(strict), TestModels.growth(), table(threeSets())));
    }

    private static void refuses(final String reason, final Consumer<GridSearchParameters> mistake) throws Exception {
        final GridSearchParameters parameters = growing(ResultsLayout.LIST);
        mistake.accept(parameters);
        refuses(reason, node(parameters), Rows.numbers("a/op/k"));
    }

    private static void refuses(final String reason, final NodeInstance node, final DataTableSpec... tables) {
        final List<PortObjectSpec> specs =
                new ArrayList<>(List.of(TestModels.growth().getSpec()));
        specs.addAll(List.of(tables));
        final String problem = TestNode.refusal(node, specs.toArray(PortObjectSpec[]::new));
        assertTrue(problem.startsWith(reason), problem);
    }

    @Test
    void everyMistakeIsNamedBeforeItRuns() throws Exception {
        refuses("simulation_time is -1.0", p -> p.m_simulationTime = -1);
        refuses("no solver is called 'rk5'; did you mean 'rk4'", p -> p.m_solver = "rk5");
        refuses("nothing is to be recorded", p -> p.m_outputs = new Output[0]);
        refuses("no variable of two matches 'a/op/y'", p -> p.m_outputs[0].m_path = "a/op/y");
        refuses("'a/op/k' cannot be recorded: it is a constant", p -> p.m_outputs[0].m_path = "a/op/k");
        refuses("'a/op/u' cannot be recorded: it is an input", p -> p.m_outputs[0].m_path = "a/op/u");
        refuses(
                "'a/op/x' is no input but a state variable; signals can drive: a/op/u, b/op/u",
                p -> p.m_inputs = new Input[] {input("a/op/x", SignalSource.NOISE)});
        refuses(
                "the input 'a/op/u' is driven by more than one signal",
                p -> p.m_inputs =
                        new Input[] {input("a/op/u", SignalSource.NOISE), input("all/op/u", SignalSource.CONSTANT)});
        refuses(
                "the signal is to come from column ''",
                p -> p.m_inputs = new Input[] {input("a/op/u", SignalSource.COLUMN)});
        final GridSearchParameters good = growing(ResultsLayout.LIST);
        refuses("the grid column 'label' holds", node(good), Rows.spec(StringCell.TYPE, "label"));
        refuses("the grid column 'kk' is no variable of two that can be swept", node(good), Rows.numbers("kk"));
        refuses("the grid column 'k' can mean a/op/k, b/op/k", node(good), Rows.numbers("k"));
        refuses("both 'all/op/k' and 'b/op/k' set 'b/op/k'", node(good), Rows.numbers("all/op/k", "b/op/k"));
        refuses(
                "the parameter map has no text column 'path'",
                node(good, "Map", "Signals"),
                Rows.numbers("a/op/k"),
                Rows.spec(StringCell.TYPE, "key", "paths"),
                Rows.numbers("ramp"));
        final GridSearchParameters driven = growing(ResultsLayout.LIST);
        driven.m_inputs = new Input[] {input("a/op/u", SignalSource.COLUMN)};
        driven.m_inputs[0].m_column = "rampe";
        refuses(
                "the signals table has no column 'rampe'; did you mean 'ramp'",
                node(driven, "Signals"),
                Rows.numbers("a/op/k"),
                Rows.numbers("ramp"));
        driven.m_inputs[0].m_column = "name";
        refuses(
                "the column 'name' of the signals table holds",
                node(driven, "Signals"),
                Rows.numbers("a/op/k"),
                Rows.spec(StringCell.TYPE, "name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "message",
                "time reached",
                "seed",
                "seconds",
                "noise_seed",
                "seed|a/op/u",
                "parameter set",
                "time",
                "time start",
                "time step"
            })
    void namesOfColumnsThatTablesOfResultsHaveAreRefused(final String name) throws Exception {
        final Rows map = Rows.of(Rows.spec(StringCell.TYPE, "key", "path"))
                .with("0", new StringCell(name), new StringCell("a/op/k"));
        refuses(
                "the grid column '" + name + "' has the name of a column that tables of results have",
                node(growing(ResultsLayout.LIST), "Map"),
                Rows.numbers(name),
                map.spec());
        refuses("the output key '" + name + "' has the name of a column", p -> p.m_outputs[0].m_key = name);
    }

    @Test
    void theWideLayoutRefusesWhatItCannotHold() throws Exception {
        final Rows separator = Rows.of(Rows.numbers("a/op/k")).with("a|b", 1);
        assertTrue(TestNode.failure(node(growing(ResultsLayout.WIDE)), TestModels.growth(), table(separator))
                .startsWith("the wide layout cannot have the parameter set 'a|b': its name contains '|'"));
        assertEquals(
                List.of("a|b [1.0, 1.5625, 2.44140625, 3.814697265625]"),
                TestNode.column(execute(growing(ResultsLayout.LIST), separator)[0], "x"));
        assertTrue(
                TestNode.failure(node(growing(ResultsLayout.WIDE)), TestModels.growth(), table(rates(new double[1001])))
                        .startsWith("the wide layout would have 1001 columns (1001 parameter sets times 1 series)"));
    }

    @Test
    void columnsAreKnownBeforeItRuns() throws Exception {
        final PortObjectSpec model = TestModels.growth().getSpec();
        final PortObjectSpec[] lists = node(growing(ResultsLayout.LIST)).configure(model, Rows.numbers("a/op/k"));
        assertEquals(List.of("time start", "time step", "x"), List.of(((DataTableSpec) lists[0]).getColumnNames()));
        final PortObjectSpec[] wide = node(growing(ResultsLayout.WIDE)).configure(model, Rows.numbers("a/op/k"));
        assertNull(wide[0], "the columns are the rows of the grid");
        assertEquals(6, ((DataTableSpec) wide[1]).getNumColumns());
    }

    @ParameterizedTest
    @EnumSource(ResultsLayout.class)
    void stopsSoonAfterItIsCancelled(final ResultsLayout layout) throws Exception {
        final GridSearchParameters parameters = growing(layout);
        parameters.m_simulationTime = 2.5e8;
        parameters.m_samplingStepSize = 1e6;
        TestNode.assertStopsWhenCancelled(node(parameters), TestModels.growth(), table(rates(new double[100])));
    }

    @Test
    void saysHowFarItIs() throws Exception {
        execute(growing(ResultsLayout.LIST), rates(1, 2, 3));
        assertEquals(1.0, last.monitor().getProgress());
        assertTrue(
                last.monitor().getMessage().startsWith("set 3 of 3"),
                last.monitor().getMessage());
    }

    @Test
    void settingsOfEarlierVersionsAreStillRead() throws Exception {
        TestNode.assertReadsSaved(new GridSearchNodeFactory(), GridSearchNodeTest.class);
        final NodeSettings bare = new NodeSettings("model");
        bare.addNodeSettings("outputs").addNodeSettings("0").addString("path", "a/op/x");
        final NodeSettingsWO bareInputs = bare.addNodeSettings("inputs");
        bareInputs.addNodeSettings("0").addString("path", "a/op/u");
        bareInputs.addNodeSettings("1").addString("source", "COLUMN");
        final NodeSettings completed = node().load(bare).settings();
        assertEquals(
                "", completed.getNodeSettings("outputs").getNodeSettings("0").getString("key"));
        assertEquals(
                "NOISE",
                completed.getNodeSettings("inputs").getNodeSettings("0").getString("source"));
        final NodeSettingsRO ofAColumn = completed.getNodeSettings("inputs").getNodeSettings("1");
        assertEquals("COLUMN", ofAColumn.getString("source"));
        assertEquals("SETS", ofAColumn.getString("columns"));
        assertTrue(ofAColumn
                .getNodeSettings("columnFilter")
                .getNodeSettings("manualFilter")
                .getBoolean("includeUnknownColumns"));
    }

    @Test
    void theDialogOpensWithNothingConnected() {
        final GridSearchParameters parameters = new GridSearchParameters();
        final Output output = new Output();
        final Input input = new Input();
        parameters.m_outputs = new Output[] {output};
        parameters.m_inputs = new Input[] {input};
        final Dialog dialog = Dialog.open(node(), parameters, null, null);
        assertEquals(List.of(), dialog.choices(output, "m_path"));
        assertEquals(List.of(), dialog.choices(input, "m_path"));
        assertEquals(List.of(), dialog.choices(input, "m_column"));
        assertTrue(dialog.choices(parameters, "m_solver").contains("euler"));
        assertEquals(
                new Message(
                        "Results to expect",
                        "1 rows x 3 columns, about 80 kB for each parameter set (execute the grid to see the number "
                                + "of sets)",
                        MessageType.INFO),
                dialog.message(parameters, "m_expectedResults").orElseThrow());
    }

    @Test
    void theDialogOffersTheModelsVariablesAndTheSignals() {
        final GridSearchParameters parameters = growing(ResultsLayout.LONG);
        final Input input = input("a/op/u", SignalSource.COLUMN);
        input.m_column = "ramp";
        parameters.m_inputs = new Input[] {input};
        final Dialog dialog = Dialog.open(
                node("Signals"),
                parameters,
                TestModels.growth().getSpec(),
                Rows.numbers("a/op/k"),
                new DataTableSpec(
                        Rows.numbers("ramp").getColumnSpec(0),
                        Rows.spec(StringCell.TYPE, "name").getColumnSpec(0)));
        assertEquals(List.of("all/op/x", "a/op/x", "b/op/x"), dialog.choices(parameters.m_outputs[0], "m_path"));
        assertEquals(List.of("all/op/u", "a/op/u", "b/op/u"), dialog.choices(input, "m_path"));
        assertEquals(List.of("ramp"), dialog.choices(input, "m_column"));
        assertTrue(dialog.isActive(input, "m_column"));
        assertFalse(dialog.isActive(input, "m_constant"));
        assertFalse(dialog.isActive(input, "m_seed"));
        input.m_source = SignalSource.NOISE;
        assertTrue(dialog.isActive(input, "m_seed"));
        assertFalse(dialog.isActive(input, "m_column"));
        assertEquals(
                new Message(
                        "Results to expect",
                        "4 rows x 3 columns, about 160 bytes for each parameter set (execute the grid to see the "
                                + "number of sets)",
                        MessageType.INFO),
                dialog.message(parameters, "m_expectedResults").orElseThrow());
        parameters.m_outputs[0].m_path = "a/op/y";
        final Message problem = dialog.message(parameters, "m_expectedResults").orElseThrow();
        assertEquals(MessageType.ERROR, problem.type());
        assertTrue(problem.description().startsWith("no variable of two matches 'a/op/y'"));
    }

    @Test
    void theDialogWarnsOfTooManyWideColumns() {
        assertEquals(
                new Message(
                        "Results to expect",
                        "10 rows x 1,003 columns, about 80 kB; the wide layout is for up to 1000 series",
                        MessageType.ERROR),
                ExpectedResults.message(ResultsLayout.WIDE, java.util.Optional.of(501L), 10, 2));
    }
}
