/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ratesweep.core.compile.CompiledModel;
import org.ratesweep.core.compile.Listing;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.Parameter;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.ParameterTarget.Paths;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.core.template.CircuitTemplate;
import org.ratesweep.core.template.TemplateKind;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.core.template.TemplateSummary;

/** Every circuit of the library, so that one shows that costs more than its operations. */
final class ModelsChapter implements Chapter {
    private static final double STEP_SIZE = 1e-4;
    private static final int SETS = 1000;
    /** So seldom that the fastest models do more than write into memory. */
    private static final int SAMPLING = 100;

    private static final int LANES = 64;

    /** A model to be measured. */
    private record Measured(String name, Listing.Work work, int states, SweepRuns runs) {
        private double nanosecondsPerOperation(final double rate) {
            return 1e9 / rate / Math.max(1, work.operations() + work.calls());
        }

        private List<String> row(final double rate, final double usual, final int failedSets) {
            return List.of(
                    name,
                    Integer.toString(states),
                    Long.toString(work.operations()),
                    Long.toString(work.calls()),
                    Table.number(rate / 1e6),
                    Table.number(1e9 / rate),
                    Table.number(nanosecondsPerOperation(rate)),
                    Table.number(nanosecondsPerOperation(rate) / usual),
                    Integer.toString(failedSets));
        }
    }

    @Override
    public String name() {
        return "models";
    }

    @Override
    public List<Table> tables(final Effort effort) {
        final Effort each = effort.choose(new Effort(2, 5, false), effort);
        final List<TemplateSummary> circuits = TemplateLibrary.builtIn().list().stream()
                .filter(template -> template.kind() == TemplateKind.CIRCUIT)
                .toList();
        final List<Measured> measured = new ArrayList<>();
        for (final TemplateSummary template : circuits.subList(0, effort.choose(circuits.size(), 2))) {
            measured.add(measured(template.reference(), each));
        }
        final Contest contest =
                Contest.of(each, measured.stream().map(Measured::runs).toList());
        final double[] rates = contest.warm();
        final double usual = Median.of(IntStream.range(0, rates.length)
                .mapToDouble(i -> measured.get(i).nanosecondsPerOperation(rates[i]))
                .toArray());
        return List.of(new Table(
                "Models of the library",
                List.of(
                        "model",
                        "states",
                        "operations",
                        "calls",
                        "million point-steps/s",
                        "ns/point-step",
                        "ns/operation",
                        "relative to the median",
                        "failed sets"),
                IntStream.range(0, rates.length)
                        .mapToObj(i -> measured.get(i).row(rates[i], usual, contest.failedSets(i)))
                        .toList(),
                List.of("Euler, " + SETS
                        + " sets that differ in the first constant, one thread, in turn, every hundredth step recorded"
                        + " for one variable. Operations and calls of functions are those of the derivatives of one set"
                        + " in one step, as 'ratesweep compile' counts them; a call counts as one operation here, though"
                        + " it costs many times as much.")));
    }

    private static Measured measured(final String reference, final Effort effort) {
        final CircuitTemplate circuit = TemplateLibrary.builtIn().circuit(reference);
        final Model noisy = Model.of(circuit);
        final Model model = noisy.withoutNoise();
        final String varied = model.parameters().stream()
                .map(Parameter::path)
                .filter(path -> !model.formative().contains(path))
                .findFirst()
                .orElseGet(() -> model.stateVariables().get(0).path());
        final double value = model.variable(varied).orElseThrow().value();
        final double[] values = new double[SETS];
        for (int set = 0; set < SETS; set++) {
            values[set] = value * (1 + 1e-6 * set);
        }
        final SweepRuns runs = SweepRuns.of(
                steps -> {
                    final Sweep.Builder sweep = Sweep.of(circuit)
                            .grid(ParameterGrid.pairwise(Map.of("varied", values)))
                            .map("varied", new Paths(List.of(varied)))
                            .simulationTime(steps * STEP_SIZE)
                            .stepSize(STEP_SIZE)
                            .samplingStepSize(SAMPLING * STEP_SIZE)
                            .output("x", model.stateVariables().get(0).path());
                    return (noisy.hasNoise() ? sweep.noiseSeed(0) : sweep).build();
                },
                1,
                effort);
        final Listing.Sizes sizes = CompiledModel.compile(model, LANES, List.of(varied), Set.of(), List.of())
                .listing()
                .sizes();
        return new Measured(
                reference.substring(reference.lastIndexOf('.', reference.lastIndexOf('.') - 1) + 1),
                sizes.derivatives(),
                sizes.states(),
                runs);
    }
}
