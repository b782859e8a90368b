/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ratesweep.core.compile.Block;
import org.ratesweep.core.compile.CompiledModel;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.template.CircuitTemplate;
import org.ratesweep.core.template.TemplateFile;

/** From a template to the first step: what each stage takes, cold and warm, and how it grows with the model. */
final class StagesChapter implements Chapter {
    private static final List<String> STAGES = List.of("reading", "flattening", "compiling", "first step", "all of it");
    private static final int WARM_UP = 100;
    private static final int LANES = 64;

    @Override
    public String name() {
        return "stages";
    }

    @Override
    public List<Table> tables(final Effort effort) {
        return List.of(firstStep(effort), growth(effort));
    }

    private static Table firstStep(final Effort effort) {
        final List<FirstStep> cold = new ArrayList<>();
        final List<FirstStep> archived = new ArrayList<>();
        final List<FirstStep> warm = new ArrayList<>();
        try (NewMachine machine = NewMachine.prepare()) {
            for (int i = 0; i < effort.repetitions(); i++) {
                cold.add(machine.firstStep());
                machine.firstStepWithArchive().ifPresent(archived::add);
            }
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
        for (int i = 0; i < effort.choose(WARM_UP, 1); i++) {
            FirstStep.measure();
        }
        for (int i = 0; i < 4 * effort.repetitions(); i++) {
            warm.add(FirstStep.measure());
        }
        return new Table(
                "From the template to the first step",
                List.of("stage", "cold (ms)", "cold, with an archive (ms)", "warm (ms)"),
                STAGES.stream()
                        .map(stage -> List.of(
                                stage,
                                Table.number(1e3 * median(cold, stage)),
                                archived.isEmpty() ? "-" : Table.number(1e3 * median(archived, stage)),
                                Table.number(1e3 * median(warm, stage))))
                        .toList(),
                List.of("JRC2, Euler, one set, one thread. Cold is the first time in a new virtual machine, without its"
                        + " own start; the archive is one of classes, as the launcher makes. Warm is after " + WARM_UP
                        + " times."));
    }

    private static double median(final List<FirstStep> all, final String stage) {
        return Median.of(
                all.stream().mapToDouble(one -> one.stages().get(stage)).toArray());
    }

    private static Table growth(final Effort effort) {
        final List<List<String>> rows = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
        notes.add(
                "Networks of rate units, each a state variable; in dense ones all drive all others, in sparse ones four"
                        + " drive each. Their edges are listed one by one. Routines are planned and written for the first evaluation.");
        for (final int nodes : effort.choose(List.of(25, 50, 100, 200), List.of(5))) {
            for (final boolean dense : List.of(true, false)) {
                final Network network = dense ? Network.dense(nodes) : Network.sparse(nodes);
                try {
                    rows.add(row(network, dense ? "dense" : "sparse", effort));
                } catch (final InputException refused) {
                    notes.add("The " + (dense ? "dense" : "sparse") + " network of " + nodes + " nodes is left out: "
                            + refused.problem());
                }
            }
        }
        return new Table(
                "How the stages grow with the model",
                List.of(
                        "network",
                        "edges",
                        "reading (ms)",
                        "flattening (ms)",
                        "compiling (ms)",
                        "first evaluation (ms)",
                        "both (µs/edge)",
                        "operations"),
                rows,
                notes);
    }

    private static List<String> row(final Network network, final String kind, final Effort effort) {
        final TemplateFile file = network.file();
        final int repetitions = effort.repetitions();
        final double[] reading = new double[repetitions];
        final double[] flattening = new double[repetitions];
        final double[] compiling = new double[repetitions];
        final double[] evaluating = new double[repetitions];
        long operations = 0;
        for (int i = 0; i < repetitions; i++) {
            final long start = System.nanoTime();
            final CircuitTemplate circuit = Network.read(file);
            final long read = System.nanoTime();
            final Model model = Model.of(circuit);
            final long flattened = System.nanoTime();
            final CompiledModel compiled = CompiledModel.compile(model, LANES, List.of(), Set.of(), List.of());
            final long planned = System.nanoTime();
            // Routines are planned and written when they are first needed.
            final Block block = compiled.newBlock(1);
            block.prepare();
            block.derivatives(0, block.state(), new double[block.state().length]);
            final long end = System.nanoTime();
            reading[i] = (read - start) / 1e6;
            flattening[i] = (flattened - read) / 1e6;
            compiling[i] = (planned - flattened) / 1e6;
            evaluating[i] = (end - planned) / 1e6;
            operations = compiled.listing().sizes().derivatives().operations();
        }
        return List.of(
                network.nodes() + " nodes, " + kind,
                Integer.toString(network.edges()),
                Table.number(Median.of(reading)),
                Table.number(Median.of(flattening)),
                Table.number(Median.of(compiling)),
                Table.number(Median.of(evaluating)),
                Table.number(1e3 * (Median.of(compiling) + Median.of(evaluating)) / network.edges()),
                Long.toString(operations));
    }
}
