/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.parametergrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.knime.TestNode;
import org.ratesweep.knime.port.ModelPortObject;
import org.ratesweep.workflow.Dialog;
import org.ratesweep.workflow.NodeInstance;

class ParameterGridNodeTest {
    private static NodeInstance node() {
        return NodeInstance.of(new ParameterGridNodeFactory());
    }

    private static ModelPortObject model() {
        return ModelPortObject.load(TemplateLibrary.builtIn(), "model_templates.neural_mass_models.jansenrit.JRC2");
    }

    /** Four values of C with three of H. */
    private static NodeSettingsRO twoParameters() throws Exception {
        return TestNode.saved(ParameterGridNodeTest.class, "settings-0.1.xml");
    }

    @Test
    void columnsAreKnownBeforeItRuns() throws Exception {
        final PortObjectSpec[] specs = node().load(twoParameters()).configure(model().getSpec());
        assertEquals(List.of("C", "H"), List.of(((DataTableSpec) specs[0]).getColumnNames()));
        assertEquals(List.of("key", "path"), List.of(((DataTableSpec) specs[1]).getColumnNames()));
    }

    @Test
    void givesTheGridAndTheMap() throws Exception {
        final NodeInstance node = node().load(twoParameters());
        final PortObject[] outputs = node.execute(model());
        final List<String> grid = TestNode.rows(outputs[0]);
        assertEquals(12, grid.size());
        assertEquals(List.of("JRC2_0 | 68.0 | 0.003", "JRC2_1 | 128.0 | 0.003"), grid.subList(0, 2));
        assertEquals("JRC2_11 | 270.0 | 0.004", grid.get(11));
        assertEquals(List.of("Row0 | C | jrc/jrc_op/c", "Row1 | H | jrc/jrc_op/h_e"), TestNode.rows(outputs[1]));
        assertEquals(List.of(), node.warnings());
    }

    @Test
    void withoutParametersThereIsOneSetWithoutColumns() throws Exception {
        final PortObject[] outputs = node().execute(model());
        assertEquals(List.of("JRC2_0"), TestNode.rows(outputs[0]));
        assertEquals(List.of(), TestNode.rows(outputs[1]));
    }

    @Test
    void unknownPathsAreRefusedWithNearOnes() throws Exception {
        final NodeSettings settings = node().load(twoParameters()).settings();
        settings.getNodeSettings("parameters").getNodeSettings("0").addStringArray("paths", "jrc/jrc_op/cc");
        final NodeInstance node = node().load(settings);
        final String message = assertThrows(InvalidSettingsException.class, () -> node.configure(model().getSpec()))
                .getMessage();
        assertTrue(
                message.startsWith("no variable of JRC2 matches 'jrc/jrc_op/cc'; did you mean 'jrc/jrc_op/c'"),
                message);
    }

    @Test
    void listsThatCannotBeReadAreNotAccepted() throws Exception {
        final NodeSettings settings = node().load(twoParameters()).settings();
        settings.getNodeSettings("parameters").getNodeSettings("0").addString("list", "1, 2, x");
        assertThrows(InvalidSettingsException.class, () -> node().load(settings));
        final NodeSettings none = node().settings();
        none.addInt("randomN", 0);
        assertThrows(InvalidSettingsException.class, () -> node().load(none));
    }

    private static void refuses(final String reason, final Consumer<ParameterGridParameters> mistake) throws Exception {
        final ParameterGridParameters parameters = new ParameterGridParameters();
        parameters.m_parameters = new ParameterGridParameters.Parameter[] {parameter("C", "c"), parameter("H", "h_e")};
        mistake.accept(parameters);
        final String problem =
                TestNode.refusal(TestNode.with(new ParameterGridNodeFactory(), parameters), model().getSpec());
        assertTrue(problem.startsWith(reason), problem);
    }

    private static ParameterGridParameters.Parameter parameter(final String key, final String variable) {
        final ParameterGridParameters.Parameter parameter = new ParameterGridParameters.Parameter();
        parameter.m_key = key;
        parameter.m_paths = new String[] {"jrc/jrc_op/" + variable};
        return parameter;
    }

    @Test
    void everyMistakeIsNamedBeforeItRuns() throws Exception {
        refuses("parameter 2 has no key; expected the name of its column", p -> p.m_parameters[1].m_key = " ");
        refuses("the key 'C' is there twice; expected all to differ", p -> p.m_parameters[1].m_key = "C");
        refuses(
                "the parameter 'H' sets nothing; choose at least one variable",
                p -> p.m_parameters[1].m_paths = new String[] {" "});
        refuses("both 'C' and 'H' set 'jrc/jrc_op/c'", p -> p.m_parameters[1].m_paths = p.m_parameters[0].m_paths);
        refuses("'jrc/jrc_op/m' cannot be swept", p -> p.m_parameters[1].m_paths = new String[] {"jrc/jrc_op/m"});
        refuses("the parameter key 'time' has the name of a column", p -> p.m_parameters[0].m_key = "time");
        refuses(
                "the values of 'C' and 'H' are unequally many (11 and 12), so they make no pairs; give equally many,"
                        + " or ask for all combinations",
                p -> p.m_parameters[1].m_n = 12);
        refuses(
                "a logarithmic range cannot go from 0.0 to 1.0; expected two finite num",
                p -> p.m_parameters[1].m_values = ParameterGridParameters.Values.LOGARITHMIC);
        refuses(
                "the list of values is empty; expected at least one number",
                p -> p.m_parameters[1].m_values = ParameterGridParameters.Values.LIST);
        refuses("the grid has more than 100000000 combinations", p -> {
            p.m_parameters[0].m_n = 100_000;
            p.m_parameters[1].m_n = 100_000;
            p.m_combination = ParameterGridParameters.Combination.ALL_COMBINATIONS;
        });
    }

    @Test
    void theTextOfUnequalListsIsNotThatOfSweepFiles() throws Exception {
        final ParameterGridParameters parameters = new ParameterGridParameters();
        parameters.m_parameters = new ParameterGridParameters.Parameter[] {parameter("C", "c"), parameter("H", "h_e")};
        parameters.m_parameters[1].m_n = 12;
        final String problem =
                TestNode.refusal(TestNode.with(new ParameterGridNodeFactory(), parameters), model().getSpec());
        assertFalse(problem.contains("permute_grid"), problem);
    }

    @Test
    void aSingleValueIsASingleSet() throws Exception {
        final ParameterGridParameters parameters = new ParameterGridParameters();
        parameters.m_parameters = new ParameterGridParameters.Parameter[] {parameter("C", "c")};
        parameters.m_parameters[0].m_values = ParameterGridParameters.Values.LIST;
        parameters.m_parameters[0].m_list = "135";
        assertEquals(
                List.of("JRC2_0 | 135.0"),
                TestNode.rows(TestNode.with(new ParameterGridNodeFactory(), parameters)
                        .execute(model())[0]));
    }

    @Test
    void randomValuesFollowFromTheSeed() throws Exception {
        final ParameterGridParameters parameters = new ParameterGridParameters();
        parameters.m_parameters = new ParameterGridParameters.Parameter[] {parameter("C", "c"), parameter("H", "h_e")};
        for (final ParameterGridParameters.Parameter parameter : parameters.m_parameters) {
            parameter.m_values = ParameterGridParameters.Values.LATIN_HYPERCUBE;
        }
        parameters.m_randomN = 8;
        final List<String> first = TestNode.rows(
                TestNode.with(new ParameterGridNodeFactory(), parameters).execute(model())[0]);
        assertEquals(
                first,
                TestNode.rows(TestNode.with(new ParameterGridNodeFactory(), parameters)
                        .execute(model())[0]));
        final boolean[] parts = new boolean[8];
        first.forEach(row -> parts[(int) (8 * Double.parseDouble(row.split(" \\| ")[1]))] = true);
        for (final boolean part : parts) {
            assertTrue(part, "each eighth of the range has one value");
        }
        parameters.m_seed = 2;
        assertNotEquals(
                first,
                TestNode.rows(TestNode.with(new ParameterGridNodeFactory(), parameters)
                        .execute(model())[0]));
    }

    @Test
    void stopsSoonAfterItIsCancelled() throws Exception {
        final ParameterGridParameters parameters = new ParameterGridParameters();
        parameters.m_parameters = new ParameterGridParameters.Parameter[] {parameter("C", "c"), parameter("H", "h_e")};
        parameters.m_parameters[0].m_n = 1500;
        parameters.m_parameters[1].m_n = 1500;
        parameters.m_combination = ParameterGridParameters.Combination.ALL_COMBINATIONS;
        TestNode.assertStopsWhenCancelled(TestNode.with(new ParameterGridNodeFactory(), parameters), model());
    }

    @Test
    void settingsOfEarlierVersionsAreStillRead() throws Exception {
        TestNode.assertReadsSaved(new ParameterGridNodeFactory(), ParameterGridNodeTest.class);
    }

    @Test
    void theDialogOpensWithNothingConnected() {
        final ParameterGridParameters parameters = new ParameterGridParameters();
        final ParameterGridParameters.Parameter parameter = new ParameterGridParameters.Parameter();
        parameters.m_parameters = new ParameterGridParameters.Parameter[] {parameter};
        final Dialog dialog = Dialog.open(node(), parameters, (PortObjectSpec) null);
        assertEquals(List.of(), dialog.choices(parameter, "m_paths"));
        assertEquals(
                new Message(
                        "There is no grid yet",
                        "parameter 1 has no key; expected the name of its column",
                        MessageType.ERROR),
                dialog.message(parameters, "m_gridSize").orElseThrow());
    }

    @Test
    void theDialogOffersWhatCanBeSweptAndCountsTheSets() {
        final ParameterGridParameters parameters = new ParameterGridParameters();
        final ParameterGridParameters.Parameter parameter = new ParameterGridParameters.Parameter();
        parameter.m_key = "C";
        parameter.m_paths = new String[] {"jrc/jrc_op/c"};
        parameter.m_n = 1500;
        parameters.m_parameters = new ParameterGridParameters.Parameter[] {parameter};
        final Dialog dialog = Dialog.open(node(), parameters, model().getSpec());
        assertTrue(dialog.choices(parameter, "m_paths").contains("jrc/jrc_op/c"));
        assertFalse(dialog.choices(parameter, "m_paths").contains("jrc/jrc_op/m"));
        assertEquals(
                new Message("1,500 parameter sets", "C: 1500", MessageType.INFO),
                dialog.message(parameters, "m_gridSize").orElseThrow());
        assertTrue(dialog.isActive(parameter, "m_n"));
        assertFalse(dialog.isActive(parameter, "m_list"));
        assertFalse(dialog.isActive(parameters, "m_seed"));
        parameter.m_values = ParameterGridParameters.Values.SOBOL;
        assertFalse(dialog.isActive(parameter, "m_n"));
        assertTrue(dialog.isActive(parameter, "m_from"));
        assertTrue(dialog.isActive(parameters, "m_seed"));
        parameter.m_paths = new String[] {"jrc/jrc_op/x"};
        assertEquals(
                MessageType.ERROR,
                dialog.message(parameters, "m_gridSize").orElseThrow().type());
    }
}
