/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.util.List;
import java.util.Map;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.sweep.InputSignal;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.ParameterTarget.Paths;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.core.template.CircuitTemplate;
import org.ratesweep.core.template.TemplateLibrary;

/** The sweep that most figures are about: the column of Jansen and Rit (1995) for different strengths of connectivity. */
final class JansenRit {
    /** Another number at each step, as in PyRates' tutorial. */
    static final InputSignal RANDOM = new InputSignal.Uniform(120, 320, 1);

    static final InputSignal CONSTANT = new InputSignal.Constant(220);

    static final String TEMPLATE = "model_templates.neural_mass_models.jansenrit.JRC2";

    private static final double STEP_SIZE = 1e-4;
    private static final int SAMPLING = 10;

    private final CircuitTemplate column = TemplateLibrary.builtIn().circuit(TEMPLATE);

    /**
     * Describes the sweep, driven at random.
     *
     * @param sets how many strengths
     * @param steps how many steps of 0.1 ms, of which every tenth is a sample
     * @param solver the scheme
     * @return the sweep
     */
    Sweep sweep(final int sets, final int steps, final Solver solver) {
        return sweep(sets, steps, solver, RANDOM);
    }

    /** Describes the sweep with any input. */
    Sweep sweep(final int sets, final int steps, final Solver solver, final InputSignal input) {
        final double[] strengths = new double[sets];
        for (int set = 0; set < sets; set++) {
            strengths[set] = 68 + (1350.0 - 68) * set / sets;
        }
        return Sweep.of(column)
                .grid(ParameterGrid.pairwise(Map.of("C", strengths)))
                .map("C", new Paths(List.of("jrc/jrc_op/c")))
                .simulationTime(steps * STEP_SIZE)
                .stepSize(STEP_SIZE)
                .samplingStepSize(SAMPLING * STEP_SIZE)
                .solver(solver)
                .input("jrc/jrc_op/u", input)
                .output("V_pce", "jrc/jrc_op/V_e")
                .output("V_pci", "jrc/jrc_op/V_i")
                .build();
    }
}
