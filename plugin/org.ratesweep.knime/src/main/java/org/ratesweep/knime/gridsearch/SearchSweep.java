/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.Map;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.solve.AdaptiveSolver;
import org.ratesweep.core.solve.StepControl;
import org.ratesweep.core.sweep.InputSignal;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.core.template.CircuitTemplate;

/** Makes the sweep that the settings and tables describe. */
final class SearchSweep {
    private SearchSweep() {}

    /**
     * Makes a sweep of the sets that can be run.
     *
     * @param circuit the model's template
     * @param parameters what the user chose
     * @param plan what that came to
     * @param targets what each column of the grid sets
     * @param grid the parameter sets, at least one of which can be run
     * @param signals the columns of the signals table that are used, by their names
     * @return the sweep, checked
     * @throws InputException if anything cannot be used
     */
    static Sweep of(
            final CircuitTemplate circuit,
            final GridSearchParameters parameters,
            final SearchPlan plan,
            final ParameterTargets targets,
            final GridTable grid,
            final Map<String, double[]> signals) {
        final Sweep.Builder sweep = Sweep.of(circuit)
                .grid(grid.grid())
                .simulationTime(parameters.m_simulationTime)
                .stepSize(parameters.m_stepSize)
                .samplingStepSize(parameters.m_samplingStepSize)
                .cutoff(parameters.m_cutoff)
                .solver(plan.solver());
        if (plan.solver() instanceof AdaptiveSolver) {
            final StepControl control = parameters.stepControl(plan.times());
            sweep.rtol(control.rtol())
                    .atol(control.atol())
                    .maxStep(control.maxStep())
                    .firstStep(control.firstStep());
        }
        if (Model.of(circuit).hasNoise()) {
            sweep.noiseSeed(parameters.m_noiseSeed);
        }
        targets.keys().forEach(key -> sweep.map(key, targets.target(key)));
        for (int i = 0; i < parameters.inputs().size(); i++) {
            final GridSearchParameters.Input input = parameters.inputs().get(i);
            final ChosenColumns columns = plan.columns().get(i);
            sweep.input(
                    input.m_path,
                    switch (input.m_source) {
                        case COLUMN, COLUMNS -> columns.samples(signals, grid);
                        case CONSTANT -> new InputSignal.Constant(input.m_constant);
                        case NOISE -> new InputSignal.Uniform(input.m_low, input.m_high, input.m_seed);
                    });
        }
        parameters.outputs().forEach(output -> sweep.output(output.key(), output.m_path));
        return sweep.build();
    }
}
