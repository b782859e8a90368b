/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.ParameterTarget;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.core.template.CircuitTemplate;
import org.ratesweep.core.template.MemorySource;
import org.ratesweep.core.template.TemplateFile;
import org.ratesweep.core.template.TemplateLibrary;

/** Large systems: phase oscillators (Kuramoto 1984), all coupled to all, and networks that are listed edge by edge. */
final class LargeChapter implements Chapter {
    private static final int OSCILLATORS = 2000;
    /** The sine of a difference of phases, written as products of what each oscillator gives. */
    private static final String TEMPLATE = """
            phase_op:
              base: OperatorTemplate
              equations:
                - "s = sin(theta)"
                - "c = cos(theta)"
                - "theta' = omega + K*(sines*c - cosines*s)"
              variables: {theta: output(0.5), s: variable, c: variable, omega: 1.0, K: 2.0, sines: input, cosines: input}
            oscillator:
              base: NodeTemplate
              operators: [phase_op]
            Net:
              base: CircuitTemplate
              populations: {p: {node: oscillator, n: %d}}
              connections:
                - [p/phase_op/s, p/phase_op/sines, null, {weight: %s}]
                - [p/phase_op/c, p/phase_op/cosines, null, {weight: %s}]
            """;

    @Override
    public String name() {
        return "large";
    }

    @Override
    public List<Table> tables(final Effort effort) {
        final int size = effort.choose(OSCILLATORS, 20);
        final String scalar = Double.toString(1.0 / size);
        final String matrix = "{random: {probability: 1.0, weight: {uniform: [0.0, " + 2.0 / size + "]}, seed: 1}}";
        final List<List<String>> rows = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
        for (final Map.Entry<String, String> weight :
                List.of(Map.entry("one weight for all", scalar), Map.entry("dense matrix", matrix))) {
            final String text = TEMPLATE.formatted(size, weight.getValue(), weight.getValue());
            try {
                final CircuitTemplate circuit = TemplateLibrary.builtIn()
                        .with(new MemorySource(List.of(new TemplateFile("large.yaml", text))))
                        .circuit("large.Net");
                final SweepRuns runs = SweepRuns.of(
                        steps -> Sweep.of(circuit)
                                .simulationTime(steps * 1e-3)
                                .stepSize(1e-3)
                                .samplingStepSize(1e-2)
                                .output("theta", "p/phase_op/theta")
                                .build(),
                        1,
                        effort);
                final double rate = Contest.of(effort, List.of(runs)).warm(0);
                rows.add(List.of(
                        weight.getKey(),
                        Table.number(rate),
                        Table.number(1e6 / rate),
                        Table.number(1e9 / rate / size)));
            } catch (final InputException refused) {
                notes.add("Left out: " + weight.getKey() + ". " + refused.problem());
            }
        }
        notes.add(size + " Kuramoto oscillators, one parameter set, Euler, one thread.");
        return List.of(
                new Table(
                        "Large systems",
                        List.of("coupling", "steps/s", "µs/step", "ns/oscillator and step"),
                        rows,
                        notes),
                listed(effort));
    }

    private static Table listed(final Effort effort) {
        final int nodes = effort.choose(200, 10);
        final List<List<String>> rows = new ArrayList<>();
        for (final Network network : List.of(Network.dense(nodes), Network.sparse(nodes))) {
            final CircuitTemplate circuit = Network.read(network.file());
            for (final int sets : List.of(1, effort.choose(640, 16))) {
                final double[] rates = new double[sets];
                Arrays.setAll(rates, set -> 5 + 10.0 * set / sets);
                final SweepRuns runs = SweepRuns.of(
                        steps -> Sweep.of(circuit)
                                .simulationTime(steps * 0.1)
                                .stepSize(0.1)
                                .samplingStepSize(1)
                                .grid(ParameterGrid.pairwise(Map.of("tau", rates)))
                                .map("tau", new ParameterTarget.Paths(List.of("all/rate_op/tau")))
                                .output("x", "n0/rate_op/x")
                                .build(),
                        1,
                        effort);
                final double rate = Contest.of(effort, List.of(runs)).warm(0);
                rows.add(List.of(
                        Integer.toString(network.edges()),
                        Integer.toString(sets),
                        Table.number(1e6 / rate),
                        Table.number(1e9 / rate / (network.nodes() + network.edges()))));
            }
        }
        return new Table(
                "Networks listed edge by edge",
                List.of("edges", "parameter sets", "µs/point-step", "ns/node or edge"),
                rows,
                List.of(nodes + " rate units that are listed one by one, with different weights; all of their time"
                        + " constants are swept. Euler, one thread."));
    }
}
