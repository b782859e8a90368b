/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataType;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.knime.Rows;
import org.ratesweep.knime.TestNode;
import org.ratesweep.knime.gridsearch.GridSearchParameters.Output;
import org.ratesweep.knime.port.ModelPortObject;
import org.ratesweep.workflow.NodeInstance;

class GridSearchNodeTest {
    private static final String REFERENCE = "model_templates.neural_mass_models.jansenrit.JRC2";

    private final List<String> warnings = new ArrayList<>();

    private static GridSearchParameters parameters(final ResultsLayout layout) {
        final GridSearchParameters parameters = new GridSearchParameters();
        parameters.m_simulationTime = 0.1;
        parameters.m_stepSize = 1e-3;
        parameters.m_samplingStepSize = 1e-2;
        parameters.m_outputs = new Output[] {new Output("V", "jrc/jrc_op/V_e")};
        parameters.m_layout = layout;
        return parameters;
    }

    private PortObject[] execute(final GridSearchParameters parameters, final Rows grid) throws Exception {
        final NodeInstance node = TestNode.with(new GridSearchNodeFactory(), parameters);
        try {
            return node.execute(
                    ModelPortObject.load(TemplateLibrary.builtIn(), REFERENCE),
                    TestNode.table(new GridSearchNodeFactory(), grid));
        } finally {
            warnings.addAll(node.warnings());
        }
    }

    private static Rows threeSets() {
        return Rows.of(Rows.numbers("c"))
                .with("a", DataType.getMissingCell())
                .with("b", 68)
                .with("c", DataType.getMissingCell());
    }

    @Test
    void setsThatCannotBeRunKeepTheirPlaces() throws Exception {
        final PortObject[] results = execute(parameters(ResultsLayout.LIST), threeSets());
        assertEquals(List.of("a failed", "b ok", "c failed"), TestNode.column(results[1], "status"));
        final List<String> lists = TestNode.column(results[0], "V");
        assertEquals("a ?", lists.get(0));
        assertTrue(lists.get(1).startsWith("b [0.0, "), lists.get(1));
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).startsWith("2 of 3 parameter sets failed: a (failed: parameter c is missing)"));
    }

    @ParameterizedTest
    @EnumSource(ResultsLayout.class)
    void everyLayoutHasItsRows(final ResultsLayout layout) throws Exception {
        final BufferedDataTable results = (BufferedDataTable) execute(parameters(layout), threeSets())[0];
        assertEquals(
                switch (layout) {
                    case LIST -> 3;
                    case LONG -> 30;
                    case WIDE -> 10;
                },
                results.size());
    }

    @ParameterizedTest
    @EnumSource(ResultsLayout.class)
    void anEmptyGridGivesEmptyTables(final ResultsLayout layout) throws Exception {
        final PortObject[] results = execute(parameters(layout), Rows.of(Rows.numbers("c")));
        assertEquals(0, ((BufferedDataTable) results[1]).size());
        assertTrue(warnings.get(0).contains("the grid has no rows"));
    }

    @Test
    void theNodeFailsIfEverySetDoesOrOneIfAsked() {
        final Rows allMissing = Rows.of(Rows.numbers("c")).with("a", DataType.getMissingCell());
        assertThrows(KNIMEException.class, () -> execute(parameters(ResultsLayout.LIST), allMissing));
        final GridSearchParameters strict = parameters(ResultsLayout.LIST);
        strict.m_onFailure = GridSearchParameters.OnFailure.FAIL;
        assertThrows(KNIMEException.class, () -> execute(strict, threeSets()));
    }

    @Test
    void aCancelledNodeStops() throws Exception {
        final NodeInstance node = TestNode.with(new GridSearchNodeFactory(), parameters(ResultsLayout.LONG));
        node.monitor().setExecuteCanceled();
        final PortObject model = ModelPortObject.load(TemplateLibrary.builtIn(), REFERENCE);
        final PortObject grid = TestNode.table(
                new GridSearchNodeFactory(), Rows.of(Rows.numbers("c")).with("a", 68));
        assertThrows(CanceledExecutionException.class, () -> node.execute(model, grid));
    }
}
