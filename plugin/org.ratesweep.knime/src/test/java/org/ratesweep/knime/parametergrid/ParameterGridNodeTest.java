/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.parametergrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.ratesweep.core.template.TemplateLibrary;
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
        try (InputStream file = ParameterGridNodeTest.class.getResourceAsStream("settings-0.1.xml")) {
            return NodeSettings.loadFromXML(file);
        }
    }

    private static List<String> rows(final PortObject table) {
        final List<String> rows = new ArrayList<>();
        for (final DataRow row : (BufferedDataTable) table) {
            final List<String> cells = new ArrayList<>(List.of(row.getKey().getString()));
            row.forEach(cell -> cells.add(cell.toString()));
            rows.add(String.join(" | ", cells));
        }
        return rows;
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
        final List<String> grid = rows(outputs[0]);
        assertEquals(12, grid.size());
        assertEquals(List.of("JRC2_0 | 68.0 | 0.003", "JRC2_1 | 128.0 | 0.003"), grid.subList(0, 2));
        assertEquals("JRC2_11 | 270.0 | 0.004", grid.get(11));
        assertEquals(List.of("Row0 | C | jrc/jrc_op/c", "Row1 | H | jrc/jrc_op/h_e"), rows(outputs[1]));
        assertEquals(List.of(), node.warnings());
    }

    @Test
    void withoutParametersThereIsOneSetWithoutColumns() throws Exception {
        final PortObject[] outputs = node().execute(model());
        assertEquals(List.of("JRC2_0"), rows(outputs[0]));
        assertEquals(List.of(), rows(outputs[1]));
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

    @Test
    void stopsWhenCancelled() throws Exception {
        final NodeInstance node = node().load(twoParameters());
        node.monitor().setExecuteCanceled();
        assertThrows(CanceledExecutionException.class, () -> node.execute(model()));
    }

    @Test
    void settingsOfEarlierVersionsAreStillRead() throws Exception {
        assertEquals(twoParameters(), node().load(twoParameters()).settings());
        assertEquals(
                node().settings(),
                node().load(new NodeSettings("model")).settings(),
                "settings that are not there have their defaults");
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
