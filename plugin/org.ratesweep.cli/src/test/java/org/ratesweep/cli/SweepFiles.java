/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sweep files for tests. */
final class SweepFiles {
    private SweepFiles() {}

    /** Writes a sweep of the connectivity of the Jansen-Rit model, of half a second. */
    static Path jansenRit(final Path folder) throws IOException {
        return write(folder, "jansen_rit.yaml", "[270, 68, 135]", 0.5, "");
    }

    /** Writes the same sweep with a figure of the potential. */
    static Path withPlot(final Path folder) throws IOException {
        return write(folder, "plot.yaml", "[270, 68, 135]", 0.5, "plot: {expression: V_pce - V_pci, time_unit: s}\n");
    }

    /** Writes a sweep that takes minutes. */
    static Path endless(final Path folder) throws IOException {
        return write(folder, "endless.yaml", "[270, 68, 135]", 20_000, "sampling_step_size: 1.0\n");
    }

    private static Path write(
            final Path folder, final String name, final String values, final double time, final String more)
            throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "circuit_template: model_templates.neural_mass_models.jansenrit.JRC2\n"
                        + "param_grid: {C: " + values + "}\n"
                        + "param_map:\n  C: {vars: [jrc_op/c], nodes: [jrc]}\n"
                        + "simulation_time: " + time + "\nstep_size: 1.0e-4\n"
                        + "outputs: {V_pce: jrc/jrc_op/V_e, V_pci: jrc/jrc_op/V_i}\n" + more);
    }

    /** Writes a sweep of which the sets number 1, 2, … diverge: x' = a x with too large a step. */
    static Path diverging(final Path folder, final int sets) throws IOException {
        final StringBuilder values = new StringBuilder("-1");
        for (int set = 1; set < sets; set++) {
            values.append(", ").append(1000 + set);
        }
        Files.writeString(folder.resolve("growth.yaml"), """
            growth:
              base: OperatorTemplate
              equations: x' = a*x
              variables:
                x: output(1.0)
                a: -1.0
            """);
        return Files.writeString(
                folder.resolve("diverging.yaml"),
                "circuit_template: growth/growth\n"
                        + "param_grid: {a: [" + values + "]}\n"
                        + "param_map:\n  a: {vars: [growth/a], nodes: [p]}\n"
                        + "simulation_time: 100.0\nstep_size: 0.1\noutputs: {x: p/growth/x}\n");
    }
}
