/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.ratesweep.core.error.InputException;
import org.ratesweep.knime.Rows;
import org.ratesweep.knime.TestModels;
import org.ratesweep.knime.gridsearch.GridSearchParameters.Input;
import org.ratesweep.knime.gridsearch.GridSearchParameters.Output;

class SearchPlanTest {
    private static GridSearchParameters parameters() {
        final GridSearchParameters parameters = new GridSearchParameters();
        final Input noise = new Input();
        noise.m_path = "jrc/jrc_op/u";
        parameters.m_inputs = new Input[] {noise};
        parameters.m_outputs = new Output[] {new Output("V_pce", "jrc/jrc_op/V_e")};
        return parameters;
    }

    private static void refuses(final String reason, final Consumer<GridSearchParameters> mistake) {
        final GridSearchParameters parameters = parameters();
        mistake.accept(parameters);
        final String problem = assertThrows(
                        InputException.class,
                        () -> SearchPlan.of(parameters, TestModels.column(), Optional.empty(), Optional.empty()))
                .getMessage();
        assertTrue(problem.contains(reason), problem);
    }

    @Test
    void goodSettingsMakeAPlan() {
        final SearchPlan plan = SearchPlan.of(parameters(), TestModels.column(), Optional.empty(), Optional.empty());
        assertEquals(10_000, plan.times().keptRows());
        assertEquals("euler", plan.solver().name());
        assertEquals("jrc/jrc_op/V_e", plan.variables().get(0).path());
    }

    @Test
    void everyMistakeIsNamed() {
        refuses("simulation_time is 0.0", p -> p.m_simulationTime = 0);
        refuses("no multiple of step_size", p -> p.m_samplingStepSize = 1.5e-4);
        refuses("cutoff (11.0) is beyond", p -> p.m_cutoff = 11);
        refuses("no solver is called 'eulr'; did you mean 'euler'", p -> p.m_solver = "eulr");
        refuses("nothing is to be recorded", p -> p.m_outputs = new Output[0]);
        refuses("no variable is chosen", p -> p.m_outputs = new Output[] {new Output("V", "")});
        refuses("did you mean 'jrc/jrc_op/V_e'", p -> p.m_outputs[0].m_path = "jrc/jrc_op/V_ee");
        refuses("cannot be recorded: it is a constant", p -> p.m_outputs[0].m_path = "jrc/jrc_op/c");
        refuses("twice", p -> p.m_outputs = new Output[] {p.m_outputs[0], p.m_outputs[0]});
        refuses("contains '|'", p -> p.m_outputs[0].m_key = "a|b");
        refuses("is no input but a constant", p -> p.m_inputs[0].m_path = "jrc/jrc_op/c");
        refuses(
                "no signals table is connected",
                p -> p.m_inputs[0].m_source = GridSearchParameters.SignalSource.COLUMN);
        refuses("above the upper bound", p -> p.m_inputs[0].m_low = 2);
    }

    @Test
    void signalsMustBeNumbersOfTheTable() {
        final GridSearchParameters parameters = parameters();
        parameters.m_inputs[0].m_source = GridSearchParameters.SignalSource.COLUMN;
        parameters.m_inputs[0].m_column = "u";
        assertEquals(
                1,
                SearchPlan.of(parameters, TestModels.column(), Optional.of(Rows.numbers("u")), Optional.empty())
                        .variables()
                        .size());
        assertThrows(
                InputException.class,
                () -> SearchPlan.of(parameters, TestModels.column(), Optional.of(Rows.numbers("v")), Optional.empty()));
        assertThrows(
                InputException.class,
                () -> SearchPlan.of(
                        parameters,
                        TestModels.column(),
                        Optional.of(Rows.spec(StringCell.TYPE, "u")),
                        Optional.empty()));
    }

    @Test
    void aNegativeNumberOfThreadsIsRefused() {
        final GridSearchParameters parameters = parameters();
        parameters.m_threads = -1;
        assertThrows(InvalidSettingsException.class, parameters::validate);
    }

    @Test
    void anOutputWithoutAKeyIsCalledAfterItsVariable() {
        assertEquals("V_e", new Output("", "jrc/jrc_op/V_e").key());
    }
}
