/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.knime.CsvTable;
import org.ratesweep.knime.Rows;
import org.ratesweep.knime.TestNode;
import org.ratesweep.knime.gridsearch.GridSearchParameters.Input;
import org.ratesweep.knime.gridsearch.GridSearchParameters.Output;
import org.ratesweep.knime.port.ModelPortObject;

/** The tutorial's sweep with its signal from a table, against the numbers of the reference. */
class GoldenSignalsTest {
    private static final double[] STRENGTHS = {68, 128, 135, 270, 675, 1350};

    private static GridSearchParameters parameters() {
        final GridSearchParameters parameters = new GridSearchParameters();
        parameters.m_cutoff = 1;
        parameters.m_outputs =
                new Output[] {new Output("V_pce", "jrc/jrc_op/V_e"), new Output("V_pci", "jrc/jrc_op/V_i")};
        final Input signal = new Input();
        signal.m_path = "jrc/jrc_op/u";
        signal.m_source = GridSearchParameters.SignalSource.COLUMN;
        signal.m_column = "u";
        parameters.m_inputs = new Input[] {signal};
        return parameters;
    }

    private static Rows signals() throws Exception {
        final double[] samples = CsvTable.golden("seed_noise_input.csv.gz").numbers("u");
        final List<DataRow> rows = new ArrayList<>();
        for (int i = 0; i < samples.length; i++) {
            rows.add(new DefaultRow("Row" + i, new DoubleCell(samples[i])));
        }
        return new Rows(Rows.numbers("u"), rows);
    }

    private static Rows grid() {
        Rows grid = Rows.of(Rows.numbers("c"));
        for (int set = 0; set < STRENGTHS.length; set++) {
            grid = grid.with("JRC2_" + set, STRENGTHS[set]);
        }
        return grid;
    }

    @Test
    void aSignalsTableDrivesTheTutorialsColumns() throws Exception {
        final GridSearchNodeFactory factory = new GridSearchNodeFactory();
        final PortObject[] tables = TestNode.with(factory, parameters(), "Signals")
                .execute(
                        ModelPortObject.load(
                                TemplateLibrary.builtIn(), "model_templates.neural_mass_models.jansenrit.JRC2"),
                        TestNode.table(factory, grid()),
                        TestNode.table(factory, signals()));
        final CsvTable golden = CsvTable.golden("seed_noise_euler.csv.gz");
        final BufferedDataTable results = (BufferedDataTable) tables[0];
        assertEquals(STRENGTHS.length, results.size());
        for (final DataRow row : (org.knime.core.data.DataTable) results) {
            assertSame(golden, row, results.getDataTableSpec().findColumnIndex("V_pce"), "V_pce", "V_e");
            assertSame(golden, row, results.getDataTableSpec().findColumnIndex("V_pci"), "V_pci", "V_i");
        }
    }

    private static void assertSame(
            final CsvTable golden, final DataRow row, final int column, final String key, final String variable) {
        final ListCell series = (ListCell) row.getCell(column);
        final double[] expected = golden.numbers(key + "|" + row.getKey().getString() + "|jrc|jrc_op/" + variable);
        assertEquals(9000, series.size());
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], ((DoubleValue) series.get(i)).getDoubleValue(), 1e-10, key + ", row " + i);
        }
    }
}
