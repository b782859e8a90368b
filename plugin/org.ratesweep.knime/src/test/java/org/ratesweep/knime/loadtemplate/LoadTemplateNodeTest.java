/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.loadtemplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.ratesweep.knime.TestNode;
import org.ratesweep.knime.port.ModelPortObject;
import org.ratesweep.knime.port.ModelPortObjectSpec;
import org.ratesweep.workflow.Dialog;
import org.ratesweep.workflow.NodeInstance;

class LoadTemplateNodeTest {
    private static NodeInstance node() {
        return NodeInstance.of(new LoadTemplateNodeFactory());
    }

    @Test
    void everythingIsKnownBeforeItRuns() throws Exception {
        final PortObjectSpec[] specs = node().configure();
        assertEquals("JRC2", ((ModelPortObjectSpec) specs[0]).modelName());
        assertEquals(21, ((ModelPortObjectSpec) specs[0]).variables().size());
        assertEquals(
                List.of(
                        "node",
                        "operator",
                        "variable",
                        "kind",
                        "units",
                        "default",
                        "defaults of units",
                        "equation",
                        "sweepable",
                        "recordable"),
                List.of(((DataTableSpec) specs[1]).getColumnNames()));
    }

    @Test
    void givesTheModelAndTheTableOfItsVariables() throws Exception {
        final NodeSettings settings = node().settings();
        settings.addString("template", "model_templates.neural_mass_models.jansenrit.JRC");
        final PortObject[] outputs = node().load(settings).execute();
        assertEquals("JRC", ((ModelPortObject) outputs[0]).circuit().name());
        final List<String> rows = new ArrayList<>();
        for (final DataRow row : (BufferedDataTable) outputs[1]) {
            final List<String> cells = new ArrayList<>(List.of(row.getKey().getString()));
            row.forEach(cell -> cells.add(cell.isMissing() ? "?" : cell.toString()));
            rows.add(String.join(" | ", cells));
        }
        assertEquals(48, rows.size());
        assertEquals(
                "pc/rpo_e_in/v | pc | rpo_e_in | v | state variable | 1 | 0.0 | ? | v' = x | true | true", rows.get(0));
        assertEquals("pc/rpo_e_in/tau | pc | rpo_e_in | tau | constant | 1 | 0.01 | ? | ? | true | false", rows.get(2));
        assertEquals(
                "pc/pro/m->ein/rpo_e/m_in/weight | ? | ? | weight | edge weight | 1 | 135.0 | ? | ? | true | false",
                rows.get(36));
        assertEquals(
                "pc/pro/m->ein/rpo_e/m_in/spread | ? | ? | spread | edge spread | 1 | 0.0 | ? | ? | true | false",
                rows.get(38));
    }

    @Test
    void unknownTemplatesAreRefusedWithNearOnes() throws Exception {
        final NodeSettings settings = node().settings();
        settings.addString("template", "model_templates.neural_mass_models.jansenrit.JRC3");
        final NodeInstance node = node().load(settings);
        final String message =
                assertThrows(InvalidSettingsException.class, node::configure).getMessage();
        assertTrue(message.contains("did you mean 'JRC' or 'JRC2'?"), message);
    }

    @Test
    void aFileThatAFlowVariableWillNameIsNoReasonToRefuseTheSettings() throws Exception {
        final NodeSettings settings = node().settings();
        settings.addString("source", "FILE");
        final NodeInstance node = node().load(settings);
        final String message =
                assertThrows(InvalidSettingsException.class, node::configure).getMessage();
        assertTrue(message.startsWith("no template file is given"), message);
    }

    @Test
    void settingsOfEarlierVersionsAreStillRead() throws Exception {
        TestNode.assertReadsSaved(new LoadTemplateNodeFactory(), LoadTemplateNodeTest.class);
    }

    @Test
    void theDialogOffersTheLibraryAndSaysWhatThereIs() {
        final LoadTemplateParameters parameters = new LoadTemplateParameters();
        final Dialog dialog = Dialog.open(node(), parameters);
        assertTrue(dialog.choices(parameters, "m_template").contains(parameters.m_template));
        assertEquals(List.of(), dialog.choices(parameters, "m_templateInFile"));
        assertTrue(dialog.isActive(parameters, "m_template"));
        assertFalse(dialog.isActive(parameters, "m_file"));
        assertEquals(
                new Message("JRC2", "21 variables, of which 20 can be swept and 9 recorded", MessageType.INFO),
                dialog.message(parameters, "m_outcome").orElseThrow());
        parameters.m_source = LoadTemplateParameters.Source.FILE;
        assertTrue(dialog.isActive(parameters, "m_file"));
        assertEquals(
                MessageType.ERROR,
                dialog.message(parameters, "m_outcome").orElseThrow().type());
    }

    private static final String TEMPLATES = """
            op:
              base: OperatorTemplate
              equations: "x' = k*x"
              variables: {x: output(1.0), k: 0.5}
            node: {base: NodeTemplate, operators: [op]}
            net: {base: CircuitTemplate, description: A net of mine., nodes: {a: node}}
            """;

    private static NodeInstance file(final String location, final String template) throws Exception {
        final NodeSettings settings = node().settings();
        settings.addString("source", "FILE");
        settings.addString("file", location);
        settings.addString("templateInFile", template);
        return node().load(settings);
    }

    @Test
    void readsATemplateOfAFile(@TempDir final Path folder) throws Exception {
        final Path file = Files.writeString(folder.resolve("mine.yaml"), TEMPLATES);
        final PortObject[] outputs = file(file.toString(), "net").execute();
        assertEquals(List.of("a/op/x 1.0", "a/op/k 0.5"), TestNode.column(outputs[1], "default"));
        assertEquals("net", ((ModelPortObjectSpec) outputs[0].getSpec()).modelName());
        assertEquals(
                "p/op/x 1.0",
                TestNode.column(file(file.toString(), "op").execute()[1], "default")
                        .get(0));
    }

    @Test
    void unitsOfPopulationsAndVectorsHaveTheirValues(@TempDir final Path folder) throws Exception {
        final Path file = Files.writeString(folder.resolve("mine.yaml"), """
                op: {base: OperatorTemplate, equations: "x' = k*x", variables: {x: output(1.0), k: 0.5}}
                vectors:
                  base: OperatorTemplate
                  equations: "v' = -v*vsum(c)"
                  variables: {v: "output(7.0,2)", c: {vtype: constant, value: [1, 2, 4]}}
                unit: {base: NodeTemplate, operators: [op]}
                node: {base: NodeTemplate, operators: [vectors]}
                net:
                  base: CircuitTemplate
                  nodes: {a: node}
                  populations: {p: {node: unit, n: 2, params: {op/x: [10, 20], op/k: [3, 3]}}}
                """);
        final PortObject[] outputs = file(file.toString(), "net").execute();
        final PortObject variables = outputs[1];
        assertEquals(
                List.of("a/vectors/v 2", "a/vectors/c 3", "p/op/x 2", "p/op/k 2"), TestNode.column(variables, "units"));
        assertEquals(
                List.of("a/vectors/v 7.0", "a/vectors/c ?", "p/op/x ?", "p/op/k 3.0"),
                TestNode.column(variables, "default"));
        assertEquals(
                List.of("a/vectors/v ?", "a/vectors/c [1.0, 2.0, 4.0]", "p/op/x [10.0, 20.0]", "p/op/k ?"),
                TestNode.column(variables, "defaults of units"));
        assertEquals(
                List.of(7.0, Double.NaN, Double.NaN, 3.0),
                ((ModelPortObjectSpec) outputs[0].getSpec())
                        .variables().stream()
                                .map(ModelPortObjectSpec.Variable::value)
                                .toList());
    }

    @Test
    void everyMistakeAboutAFileIsNamed(@TempDir final Path folder) throws Exception {
        final Path file = Files.writeString(folder.resolve("mine.yaml"), TEMPLATES);
        final Path broken = Files.writeString(folder.resolve("broken.yaml"), "net: {base: CircuitTemplate, nodes: [");
        final Path text = Files.writeString(folder.resolve("notes.txt"), TEMPLATES);
        assertEquals(
                "no template of 'mine.yaml' is chosen; it has net, op, node",
                TestNode.refusal(file(file.toString(), " ")));
        refuses("did you mean 'net'", file(file.toString(), "nett"));
        refuses("broken.yaml:1:", file(broken.toString(), "net"));
        refuses("expected a name that ends in .yaml or .yml", file(text.toString(), "net"));
        refuses("that is a folder; expected a file", file(folder.toString(), "net"));
        refuses("there is no template file '", file(folder.resolve("none.yaml").toString(), "net"));
        refuses("is named relative to no folder", file("mine.yaml", "net"));
        final NodeSettings blank = node().settings();
        blank.addString("template", " ");
        assertEquals("no template of the library is chosen", TestNode.refusal(node().load(blank)));
    }

    private static void refuses(final String reason, final NodeInstance node) {
        final String problem = TestNode.refusal(node);
        assertTrue(problem.contains(reason), problem);
    }

    @Test
    void theDialogOffersTheTemplatesOfTheFile(@TempDir final Path folder) throws Exception {
        final LoadTemplateParameters parameters = new LoadTemplateParameters();
        parameters.m_source = LoadTemplateParameters.Source.FILE;
        parameters.m_file =
                Files.writeString(folder.resolve("mine.yaml"), TEMPLATES).toString();
        parameters.m_templateInFile = "net";
        final Dialog dialog = Dialog.open(node(), parameters);
        assertEquals(List.of("net", "op", "node"), dialog.choices(parameters, "m_templateInFile"));
        assertEquals(
                new Message("net", "2 variables, of which 2 can be swept and 1 recorded", MessageType.INFO),
                dialog.message(parameters, "m_outcome").orElseThrow());
    }
}
