/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.solve.Recording;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.RunSummary;
import org.ratesweep.core.sweep.SetOutcome;
import org.ratesweep.core.sweep.Sweep;

/**
 * Everything that a run gave, in memory or, what is too much for that, in a file that goes with it.
 *
 * <p>Immutable. For use by one thread at a time. A series has the address output key, parameter set, variable path, in this order, whether there are one
 * or many of each.
 *
 * <pre>{@code
 * Results results = Results.collect(sweep, RunOptions.defaults());
 * for (ResultsMap.Row row : results.map().sortedBy("C").rows()) {
 *     double[] potential = results.series("V_pce", row.set());
 * }
 * }</pre>
 */
public final class Results implements AutoCloseable {
    /** The part of Java's memory beyond which samples go into a file. */
    private static final long PART_FOR_SAMPLES = 4;

    private static final long BYTES_IN_MIB = 1L << 20;
    private final double[] times;
    private final ParameterGrid grid;
    private final OptionalLong noiseSeed;
    private final Map<String, List<Recorded>> recorded;
    private final Samples samples;
    private final List<Recording> finalStates;
    private final List<SetOutcome> outcomes;
    private final Map<String, Integer> sets;
    private final RunSummary summary;

    /**
     * A recorded variable.
     *
     * @param variable its number in each block's recording
     * @param path its full path
     */
    record Recorded(int variable, String path) {}

    private Results(
            final Sweep sweep,
            final Samples samples,
            final List<Recording> finalStates,
            final List<SetOutcome> outcomes,
            final RunSummary summary) {
        this.times = sweep.times().keptTimes();
        this.grid = sweep.grid();
        this.noiseSeed = sweep.noiseSeed();
        this.recorded = new LinkedHashMap<>();
        for (int variable = 0; variable < sweep.outputs().size(); variable++) {
            final Sweep.OutputVariable output = sweep.outputs().get(variable);
            recorded.computeIfAbsent(output.key(), key -> new ArrayList<>()).add(new Recorded(variable, output.path()));
        }
        this.samples = samples;
        this.finalStates = List.copyOf(finalStates);
        this.outcomes = List.copyOf(outcomes);
        this.sets = outcomes.stream().collect(Collectors.toMap(SetOutcome::name, SetOutcome::set));
        this.summary = summary;
    }

    /**
     * Runs a sweep and keeps what it gives in memory.
     *
     * @param sweep the sweep
     * @param options threads, and who follows the run
     * @return the results
     * @throws InputException if the samples do not fit in memory
     * @throws java.util.concurrent.CancellationException if the run was cancelled
     */
    public static Results collect(final Sweep sweep, final RunOptions options) {
        requireMemory(sweep);
        return collect(sweep, options, new Samples.InMemory());
    }

    /**
     * Runs a sweep and keeps what it gives, the samples in a hidden file if they would take more than a quarter of Java's
     * memory. Memory then does not grow with the number of parameter sets, but for what the results map says of each.
     *
     * @param sweep the sweep
     * @param options threads, and who follows the run
     * @param folder where such a file goes, and is deleted when the results are closed
     * @return the results, to be closed
     * @throws InputException if the file cannot be written
     * @throws java.util.concurrent.CancellationException if the run was cancelled
     */
    public static Results collect(final Sweep sweep, final RunOptions options, final Path folder) {
        final boolean inMemory =
                bytes(sweep) * PART_FOR_SAMPLES <= Runtime.getRuntime().maxMemory();
        return collect(
                sweep,
                options,
                inMemory
                        ? new Samples.InMemory()
                        : SamplesFile.in(
                                folder, sweep.outputs().size(), sweep.times().keptRows()));
    }

    static Results collect(final Sweep sweep, final RunOptions options, final Samples samples) {
        final List<Recording> finalStates = new ArrayList<>();
        final List<SetOutcome> outcomes = new ArrayList<>();
        boolean complete = false;
        try {
            final RunSummary summary = sweep.run(options, block -> {
                samples.add(block.recording());
                block.finalState().ifPresent(finalStates::add);
                outcomes.addAll(block.outcomes());
            });
            complete = true;
            return new Results(sweep, samples, finalStates, outcomes, summary);
        } finally {
            if (!complete) {
                samples.close();
            }
        }
    }

    private static double bytes(final Sweep sweep) {
        return (double) Double.BYTES
                * sweep.grid().size()
                * sweep.outputs().size()
                * sweep.times().keptRows();
    }

    private static void requireMemory(final Sweep sweep) {
        final double bytes = bytes(sweep);
        final long available = Runtime.getRuntime().maxMemory();
        if (bytes > available) {
            throw new InputException("the results would take " + Math.round(bytes / BYTES_IN_MIB) + " MiB ("
                    + sweep.grid().size() + " parameter sets, "
                    + sweep.outputs().size() + " variables, "
                    + sweep.times().keptRows() + " samples), but Java may use " + available / BYTES_IN_MIB
                    + " MiB; choose a larger sampling_step_size or cutoff, fewer parameter sets, or give Java more "
                    + "memory (-Xmx)");
        }
    }

    /** Returns the times of the samples, in the model's unit of time: the index of every series. */
    public double[] times() {
        return times.clone();
    }

    /** Returns the number of samples of every series. */
    public int rows() {
        return times.length;
    }

    /** Returns the keys of the outputs, in the order in which they were asked for. */
    public List<String> outputs() {
        return List.copyOf(recorded.keySet());
    }

    /**
     * Returns the variables that an output matches.
     *
     * @param output the key of the output
     * @return their full paths, at least one
     * @throws InputException if there is no such output, with the nearest ones
     */
    public List<String> paths(final String output) {
        return variables(output).stream().map(Recorded::path).toList();
    }

    /** Returns how each parameter set fared, in the order of the grid. */
    public List<SetOutcome> outcomes() {
        return outcomes;
    }

    /** Returns the parameter sets. */
    public ParameterGrid grid() {
        return grid;
    }

    /** Returns what the run amounted to. */
    public RunSummary summary() {
        return summary;
    }

    /** Returns which parameter set has which values and how it fared, in the order of the grid. */
    public ResultsMap map() {
        final List<ResultsMap.Row> rows = new ArrayList<>(outcomes.size());
        for (final SetOutcome outcome : outcomes) {
            final List<Double> values = grid.keys().stream()
                    .map(key -> grid.value(outcome.set(), key))
                    .toList();
            rows.add(new ResultsMap.Row(outcome.name(), values, outcome.status(), outcome.message()));
        }
        return new ResultsMap(grid.keys(), rows, noiseSeed);
    }

    /**
     * Returns the names of all series: outputs in the order asked for, in each the sets of the grid, in each the
     * variables.
     */
    public List<SeriesName> columns() {
        final List<SeriesName> columns = new ArrayList<>();
        recorded.forEach((output, variables) -> {
            for (final SetOutcome outcome : outcomes) {
                for (final Recorded variable : variables) {
                    columns.add(new SeriesName(output, outcome.name(), variable.path()));
                }
            }
        });
        return columns;
    }

    /**
     * Returns the course in time of an output that matches one variable.
     *
     * @param output the key of the output
     * @param set the name of the parameter set, for instance {@code JRC2_0}
     * @return a new array, one element for each of {@link #times()}, in the unit of the variable
     * @throws InputException if there is no such output or set, with the nearest ones, or if the output matches several
     *     variables, with their paths
     */
    public double[] series(final String output, final String set) {
        final List<Recorded> variables = variables(output);
        if (variables.size() > 1) {
            throw new InputException("the output '" + output + "' holds " + variables.size()
                    + " variables; name the path of one: "
                    + variables.stream().map(Recorded::path).collect(Collectors.joining(", ")));
        }
        return series(variables.get(0), set);
    }

    /**
     * Returns the course in time of one of the variables that an output matches.
     *
     * @param output the key of the output
     * @param set the name of the parameter set, for instance {@code JRC2_0}
     * @param path the full path of the variable
     * @return a new array, one element for each of {@link #times()}, in the unit of the variable
     * @throws InputException if there is no such output, set or variable, with the nearest ones
     */
    public double[] series(final String output, final String set, final String path) {
        final Recorded variable = variables(output).stream()
                .filter(candidate -> candidate.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new InputException("the output '" + output + "' does not hold '" + path + "'"
                        + NearMatches.suggest(path, paths(output))));
        return series(variable, set);
    }

    private double[] series(final Recorded variable, final String set) {
        final Integer number = sets.get(set);
        if (number == null) {
            throw new InputException(
                    "there is no parameter set '" + set + "'" + NearMatches.suggest(set, sets.keySet()));
        }
        // All blocks but the last have as many sets as the first.
        final int blockSize = samples.sets(0);
        final int block = number / blockSize;
        return samples.series(block, variable.variable(), number % blockSize);
    }

    private List<Recorded> variables(final String output) {
        final List<Recorded> variables = recorded.get(output);
        if (variables == null) {
            throw new InputException(
                    "there is no output '" + output + "'" + NearMatches.suggest(output, recorded.keySet()));
        }
        return variables;
    }

    /** Returns the recorded variables of each output, in the order of the columns. */
    List<List<Recorded>> recorded() {
        return List.copyOf(recorded.values());
    }

    /** Returns the samples of all sets, in the order of the grid. */
    Samples samples() {
        return samples;
    }

    /** Returns the states at the end of the run, if the sweep keeps them, in the order of the grid. */
    List<Recording> finalStates() {
        return finalStates;
    }

    /** Deletes the file that has the samples, if they are in one. */
    @Override
    public void close() {
        samples.close();
    }

    double time(final int row) {
        return times[row];
    }
}
