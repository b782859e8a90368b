/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ratesweep.cli.figure.Line;
import org.ratesweep.cli.figure.Panel;
import org.ratesweep.cli.figure.Panels;
import org.ratesweep.cli.terminal.Quantity;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.results.SeriesName;
import org.ratesweep.core.solve.TimeGrid;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.SetOutcome;
import org.ratesweep.core.sweep.SetStatus;
import org.ratesweep.core.sweepfile.PlotDescription;
import org.ratesweep.core.sweepfile.SweepFile;

/**
 * What the figure of a sweep shows: its parameter sets in the order of their values.
 *
 * @param file the sweep
 * @param results what it gave
 */
record SweepPanels(SweepFile file, Results results) {
    /** More lines in a panel could not be told apart. */
    private static final int MOST_LINES = 6;

    /** Returns what to draw. */
    Panels panels() {
        final List<Integer> sets = Panels.evenly(results.grid().rowsByValue(), Panels.MOST);
        return new Panels(
                title(sets.size()),
                caption(),
                file.plot()
                        .flatMap(PlotDescription::timeUnit)
                        .map(unit -> "time (" + unit + ")")
                        .orElse("time"),
                valueLabel(),
                results.times(),
                sets.stream().map(this::panel).toList());
    }

    private String title(final int shown) {
        final int all = results.grid().size();
        final String name = file.sweep().model().name();
        if (results.grid().keys().isEmpty()) {
            return name;
        }
        final String sets = Quantity.count(all, "parameter set");
        return name + ": " + (shown < all ? "showing " + shown + " of " + sets : sets);
    }

    private String caption() {
        final TimeGrid times = file.sweep().times();
        final List<String> parts = new ArrayList<>();
        parts.add(file.sweep().solver().name());
        parts.add("step " + Quantity.shortNumber(times.stepSize()));
        parts.add("samples every " + Quantity.shortNumber(times.stepSize() * times.stepsPerSample()));
        parts.add("time " + Quantity.shortNumber(times.time(times.firstRow())) + " to "
                + Quantity.shortNumber(times.simulationTime()));
        if (file.plot().isEmpty() && variables().size() > MOST_LINES) {
            parts.add("showing " + MOST_LINES + " of " + variables().size() + " series a set");
        }
        return String.join(", ", parts);
    }

    private String valueLabel() {
        return file.plot()
                .map(PlotDescription::label)
                .orElseGet(() -> variables().size() == 1 ? results.outputs().get(0) : "");
    }

    private Panel panel(final int set) {
        final SetOutcome outcome = results.outcomes().get(set);
        final String values = values(set);
        final String title = outcome.status() == SetStatus.OK
                ? values
                : values + " (" + outcome.status().word() + " at time " + Quantity.shortNumber(outcome.timeReached())
                        + ")";
        return new Panel(title, lines(outcome.name()));
    }

    private String values(final int set) {
        final ParameterGrid grid = results.grid();
        return grid.keys().isEmpty()
                ? valueLabel()
                : grid.keys().stream()
                        .map(key -> key + " = " + Quantity.shortNumber(grid.value(set, key)))
                        .collect(Collectors.joining(", "));
    }

    private List<Line> lines(final String set) {
        final Optional<PlotDescription> plot = file.plot();
        if (plot.isPresent()) {
            return List.of(new Line(plot.get().label(), plot.get().curve(results, set)));
        }
        return variables().stream()
                .limit(MOST_LINES)
                .map(series -> new Line(name(series), results.series(series.output(), set, series.path())))
                .toList();
    }

    private String name(final SeriesName series) {
        return results.paths(series.output()).size() == 1
                ? series.output()
                : series.output() + " " + node(series.path());
    }

    /** The path without its operator and variable, which all variables of an output share. */
    private static String node(final String path) {
        final int variable = path.lastIndexOf('/');
        return path.substring(0, Math.max(0, path.lastIndexOf('/', variable - 1)));
    }

    /** The series of the first set, which are those of any. */
    private List<SeriesName> variables() {
        final String first = results.outcomes().get(0).name();
        return results.outputs().stream()
                .flatMap(output -> results.paths(output).stream().map(path -> new SeriesName(output, first, path)))
                .toList();
    }
}
