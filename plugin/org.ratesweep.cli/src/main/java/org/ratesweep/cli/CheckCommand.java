/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ratesweep.cli.terminal.Quantity;
import org.ratesweep.cli.terminal.Table;
import org.ratesweep.cli.terminal.Terminal;
import org.ratesweep.core.solve.AdaptiveSolver;
import org.ratesweep.core.solve.StepControl;
import org.ratesweep.core.solve.TimeGrid;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.core.sweepfile.PlotDescription;
import org.ratesweep.core.sweepfile.SweepFile;
import picocli.CommandLine.Model.CommandSpec;

/** The command that looks a sweep file over. */
final class CheckCommand implements Callable<Integer> {
    /** Of a number in results.csv, its comma included, for most results. */
    private static final long BYTES_PER_NUMBER = 21;

    private static final int MOST_NAMED = 8;

    private final SweepSource source = new SweepSource();

    private final Terminal terminal;

    private CheckCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    /** Describes the command. */
    static CommandSpec spec(final Terminal terminal) {
        final CheckCommand command = new CheckCommand(terminal);
        final CommandSpec spec =
                Options.command("check", "Check a sweep file, and say what a run of it would do.", command);
        command.source.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        final SweepFile file = source.read();
        final Sweep sweep = file.sweep();
        sweep.warnings().forEach(terminal::warning);
        terminal.out().println(source.file() + " can be run:");
        Table.of(rows(file)).lines(2).forEach(terminal.out()::println);
        return ExitStatus.OK;
    }

    private static List<List<String>> rows(final SweepFile file) {
        final Sweep sweep = file.sweep();
        final TimeGrid times = sweep.times();
        final List<String> keys = sweep.grid().keys();
        final long series = (long) sweep.grid().size() * sweep.outputs().size();
        final List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("template", file.template()));
        rows.add(List.of("model", Quantity.count(sweep.model().stateUnits().size(), "state variable")));
        rows.add(List.of(
                "parameter sets",
                number(sweep.grid().size())
                        + (keys.isEmpty() ? " (nothing is swept)" : " of " + String.join(", ", keys))));
        rows.add(List.of("steps", steps(sweep)));
        rows.add(List.of("outputs", outputs(sweep)));
        rows.add(List.of("series", number(series)));
        rows.add(List.of(
                "results.csv",
                Quantity.count(times.keptRows(), "row") + " of " + Quantity.count(series + 1, "column") + ", about "
                        + Quantity.bytes(BYTES_PER_NUMBER * times.keptRows() * (series + 1))));
        rows.add(List.of("figure", file.plot().map(PlotDescription::label).orElse("all outputs")));
        if (!file.seeds().isEmpty()) {
            rows.add(List.of("seeds", seeds(file.seeds())));
        }
        return rows;
    }

    private static String steps(final Sweep sweep) {
        final String solver = sweep.solver().name();
        if (sweep.solver() instanceof AdaptiveSolver) {
            final StepControl control = sweep.stepControl();
            return "chosen for each set (" + solver + ", rtol " + Quantity.number(control.rtol()) + ", atol "
                    + Quantity.number(control.atol()) + ")";
        }
        final TimeGrid times = sweep.times();
        return number(times.steps()) + " of " + Quantity.number(times.stepSize()) + " (" + solver + "), "
                + number(sweep.pointSteps()) + " for all sets";
    }

    private static String outputs(final Sweep sweep) {
        final List<Sweep.OutputVariable> outputs = sweep.outputs();
        return outputs.stream()
                        .limit(MOST_NAMED)
                        .map(output -> output.key() + ": " + output.path())
                        .collect(Collectors.joining(", "))
                + (outputs.size() > MOST_NAMED ? " and " + (outputs.size() - MOST_NAMED) + " more" : "");
    }

    private static String seeds(final Map<String, Long> seeds) {
        return seeds.entrySet().stream()
                .map(seed -> seed.getKey() + ": " + seed.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String number(final long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
