/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.solve.RungeKutta4;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.ParameterTarget.Paths;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.core.template.TemplateLibrary;

/** Models of the library against closed solutions, and against one another where they are the same in other coordinates. */
class LibraryModelsTest {
    private static final String MASS = "model_templates.neural_mass_models.";
    private static final String KURAMOTO = "model_templates.oscillators.kuramoto.";

    /** Runs one set with other values of some paths, recording other paths under their own names. */
    private static Results run(
            final String template, final double time, final Map<String, Double> values, final String... outputs) {
        final Map<String, double[]> grid = new LinkedHashMap<>();
        values.forEach((path, value) -> grid.put(path, new double[] {value}));
        final Sweep.Builder sweep = Sweep.of(TemplateLibrary.builtIn().circuit(template))
                .simulationTime(time)
                .stepSize(1e-3)
                .samplingStepSize(0.1)
                .solver(new RungeKutta4());
        if (!grid.isEmpty()) {
            sweep.grid(ParameterGrid.pairwise(grid));
        }
        values.keySet().forEach(path -> sweep.map(path, new Paths(List.of(path))));
        for (final String output : outputs) {
            sweep.output(output, output);
        }
        return Results.collect(sweep.build(), RunOptions.defaults());
    }

    private static double[] series(final Results results, final String output) {
        return results.series(output, results.map().rows().get(0).set());
    }

    private static void assertFollows(
            final Results results, final String output, final DoubleUnaryOperator exact, final double tolerance) {
        final double[] times = results.times();
        final double[] series = series(results, output);
        for (int row = 0; row < times.length; row++) {
            assertEquals(exact.applyAsDouble(times[row]), series[row], tolerance, output + " at " + times[row]);
        }
    }

    private static void assertSame(
            final Results first,
            final String output,
            final Results second,
            final String other,
            final double tolerance) {
        final double[] expected = series(first, output);
        assertFollows(second, other, time -> expected[(int) Math.round(time / 0.1)], tolerance);
    }

    @Test
    void aPopulationOfPhaseOscillatorsFollowsOttAndAntonsen() {
        final double coupling = 4;
        final double growth = coupling - 2;
        final double start = 0.26;
        final DoubleUnaryOperator size = time -> Math.sqrt(
                growth * start * Math.exp(growth * time) / (growth + coupling * start * (Math.exp(growth * time) - 1)));
        final DoubleUnaryOperator angle = time -> 10 * time + Math.atan2(0.1, 0.5);
        final Results results = run(
                KURAMOTO + "kmo_mf",
                10,
                Map.of("p/kmo_op/z->p/kmo_op/s_in/weight", coupling),
                "p/kmo_op/z.real",
                "p/kmo_op/z.imag");
        assertFollows(
                results,
                "p/kmo_op/z.real",
                time -> size.applyAsDouble(time) * Math.cos(angle.applyAsDouble(time)),
                1e-7);
        assertFollows(
                results,
                "p/kmo_op/z.imag",
                time -> size.applyAsDouble(time) * Math.sin(angle.applyAsDouble(time)),
                1e-7);
        assertEquals(Math.sqrt(1 - 2 / coupling), size.applyAsDouble(10), 1e-8);
    }

    @Test
    void equalPopulationsOfPhaseOscillatorsCancelEachOther() {
        final Results results = run(KURAMOTO + "kmo_mf_2coupled", 3, Map.of(), "p1/kmo_op/z.real", "p2/kmo_op/z.imag");
        assertFollows(
                results,
                "p1/kmo_op/z.real",
                time -> Math.exp(-time) * (0.5 * Math.cos(10 * time) - 0.1 * Math.sin(10 * time)),
                1e-8);
        assertFollows(
                results,
                "p2/kmo_op/z.imag",
                time -> Math.exp(-time) * (0.1 * Math.cos(10 * time) + 0.5 * Math.sin(10 * time)),
                1e-8);
    }

    @Test
    void thetaNeuronsFireLikeQuadraticIntegrateAndFireNeurons() {
        final Map<String, Double> values = Map.of("p/qif_op/r", 0.0);
        assertSame(
                run(MASS + "qif.qif", 20, values, "p/qif_op/r"),
                "p/qif_op/r",
                run(MASS + "theta.kmo_theta", 20, Map.of(), "p/theta_op/r"),
                "p/theta_op/r",
                1e-9);
    }

    @Test
    void gapJunctionsAndConductancesWithoutStrengthLeaveQuadraticIntegrateAndFireNeuronsAsTheyAre() {
        final Results plain = run(MASS + "qif.qif", 20, Map.of(), "p/qif_op/v");
        assertSame(plain, "p/qif_op/v", run(MASS + "qif.qif_gap", 20, Map.of(), "p/qif_gap_op/v"), "p/qif_gap_op/v", 0);
        assertSame(
                run(MASS + "qif.qif", 20, Map.of("p/qif_op/r->p/qif_op/r_in/weight", 0.0), "p/qif_op/v"),
                "p/qif_op/v",
                run(
                        MASS + "qif.qif_conduct",
                        20,
                        Map.of("p/qif_conduct_op/g", 0.0, "p/qif_conduct_op/r", 0.01, "p/qif_conduct_op/v", -2.0),
                        "p/qif_conduct_op/v"),
                "p/qif_conduct_op/v",
                1e-12);
    }

    @Test
    void izhikevichNeuronsAreTheSameWithAndWithoutDimensions() {
        final Map<String, Double> units = new LinkedHashMap<>(Map.of(
                "p/ik_eta_op/C", 1.0,
                "p/ik_eta_op/v_r", 0.0,
                "p/ik_eta_op/v_t", 0.6,
                "p/ik_eta_op/v", 0.0,
                "p/ik_eta_op/E_r", 1.0,
                "p/ik_eta_op/d", 0.02,
                "p/ik_eta_op/tau_s", 2.6,
                "p/ik_eta_op/I_ext", 0.4));
        final Results plain =
                run(MASS + "ik.ik_nodim", 50, Map.of("p/ik_nodim_op/I_ext", 0.4), "p/ik_nodim_op/r", "p/ik_nodim_op/u");
        final Results scaled = run(MASS + "ik.ik_eta", 50, units, "p/ik_eta_op/r", "p/ik_eta_op/u");
        assertSame(plain, "p/ik_nodim_op/r", scaled, "p/ik_eta_op/r", 1e-10);
        assertSame(plain, "p/ik_nodim_op/u", scaled, "p/ik_eta_op/u", 1e-10);
    }

    @Test
    void burstsSurroundTheMaximumOfTheOscillator() {
        final Results results = run(
                "model_templates.oscillators.stuartlandau.sl_burst_pop", 10, Map.of(), "p/sl_op/x", "p/sigmoid_op/m");
        final double[] x = series(results, "p/sl_op/x");
        assertFollows(
                results,
                "p/sigmoid_op/m",
                time -> 1 / (1 + Math.exp(-100 * (x[(int) Math.round(time / 0.1)] - Math.cos(0.05)))),
                1e-13);
    }
}
