/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.error.SourceLocation;
import org.ratesweep.core.model.PreHistory;
import org.ratesweep.core.solve.SampledInput.Interpolation;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.sweep.InitialState;
import org.ratesweep.core.sweep.InputSignal;
import org.ratesweep.core.sweep.ParameterTarget;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.core.table.NumberTable;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.core.yaml.YamlEntry;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;
import org.ratesweep.core.yaml.YamlReader;

/** Reads one sweep file. */
final class SweepFileReader {
    private static final String TEMPLATE = "circuit_template";
    private static final String GRID = "param_grid";
    private static final String PERMUTE = "permute_grid";
    private static final String MAP = "param_map";
    private static final String SIMULATION_TIME = "simulation_time";
    private static final String STEP_SIZE = "step_size";
    private static final String SAMPLING_STEP_SIZE = "sampling_step_size";
    private static final String CUTOFF = "cutoff";
    private static final String SOLVER = "solver";
    private static final String RTOL = "rtol";
    private static final String ATOL = "atol";
    private static final String MAX_STEP = "max_step";
    private static final String FIRST_STEP = "first_step";
    private static final String MAX_STEPS = "max_steps";
    private static final String INTERPOLATION = "input_interpolation";
    private static final String INITIAL_STATE = "initial_state";
    private static final String FINAL_STATE = "final_state";
    private static final String NOISE_SEED = "noise_seed";
    private static final String PRE_HISTORY = "pre_history";
    private static final String INPUTS = "inputs";
    private static final String OUTPUTS = "outputs";
    private static final String PLOT = "plot";
    private static final String DESCRIPTION = "description";
    private static final List<String> KEYS = List.of(
            TEMPLATE,
            GRID,
            PERMUTE,
            MAP,
            SIMULATION_TIME,
            STEP_SIZE,
            SAMPLING_STEP_SIZE,
            CUTOFF,
            SOLVER,
            RTOL,
            ATOL,
            MAX_STEP,
            FIRST_STEP,
            MAX_STEPS,
            INTERPOLATION,
            INITIAL_STATE,
            FINAL_STATE,
            NOISE_SEED,
            PRE_HISTORY,
            INPUTS,
            OUTPUTS,
            PLOT,
            DESCRIPTION);
    private static final String OWNER = "a sweep file";

    private final Path file;
    private final TemplateLibrary library;
    private final Path folder;
    private final DataFolders data;
    private final YamlMapping root;
    private final Places places;

    SweepFileReader(final Path file, final TemplateLibrary library, final List<Path> dataFolders) {
        this.file = file;
        this.library = library;
        this.root = YamlReader.read(file).asMapping(OWNER);
        this.folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        this.data = new DataFolders(folder, dataFolders);
        this.places = new Places(root.location());
    }

    SweepFile read() {
        root.refuseKeysBeyond(KEYS, OWNER);
        root.inOrder().forEach(entry -> places.put(entry.key(), entry.location()));
        final YamlNode template = root.require(TEMPLATE, OWNER);
        final String reference = template.asText(quoted(TEMPLATE));
        final Sweep.Builder sweep = Places.at(
                template.location(), () -> Sweep.of(library.relativeTo(folder).circuit(reference)));
        readTimes(sweep);
        readSolver(sweep);
        readStates(sweep);
        root.get(NOISE_SEED).ifPresent(seed -> sweep.noiseSeed(InputReader.seed(seed, quoted(NOISE_SEED))));
        readGrid(sweep);
        final Map<String, Long> seeds = readInputs(sweep);
        readOutputs(sweep);
        final Sweep checked = build(sweep);
        checked.noiseSeed().ifPresent(seed -> seeds.put(SweepFile.NOISE, seed));
        return new SweepFile(
                file, reference, checked, seeds, root.get(PLOT).map(plot -> PlotReader.read(plot, checked.outputs())));
    }

    private Sweep build(final Sweep.Builder sweep) {
        try {
            return sweep.build();
        } catch (final InputException problem) {
            throw places.locate(problem);
        }
    }

    private void readTimes(final Sweep.Builder sweep) {
        sweep.simulationTime(root.require(SIMULATION_TIME, OWNER).asNumber(quoted(SIMULATION_TIME)));
        sweep.stepSize(root.require(STEP_SIZE, OWNER).asNumber(quoted(STEP_SIZE)));
        root.get(SAMPLING_STEP_SIZE)
                .ifPresent(time -> sweep.samplingStepSize(time.asNumber(quoted(SAMPLING_STEP_SIZE))));
        root.get(CUTOFF).ifPresent(time -> sweep.cutoff(time.asNumber(quoted(CUTOFF))));
    }

    private void readSolver(final Sweep.Builder sweep) {
        root.get(SOLVER).ifPresent(solver -> {
            final String name = solver.asText(quoted(SOLVER));
            sweep.solver(Places.at(solver.location(), () -> Solver.named(name)));
        });
        root.get(RTOL).ifPresent(tolerance -> sweep.rtol(tolerance.asNumber(quoted(RTOL))));
        root.get(ATOL).ifPresent(tolerance -> sweep.atol(tolerance.asNumber(quoted(ATOL))));
        root.get(MAX_STEP).ifPresent(time -> sweep.maxStep(time.asNumber(quoted(MAX_STEP))));
        root.get(FIRST_STEP).ifPresent(time -> sweep.firstStep(time.asNumber(quoted(FIRST_STEP))));
        root.get(MAX_STEPS).ifPresent(steps -> sweep.maxSteps(steps.asInteger(quoted(MAX_STEPS))));
        root.get(INTERPOLATION).ifPresent(between -> sweep.interpolation(interpolation(between)));
    }

    private void readStates(final Sweep.Builder sweep) {
        root.get(PRE_HISTORY).ifPresent(node -> sweep.preHistory(preHistory(node)));
        root.get(INITIAL_STATE).ifPresent(node -> {
            final String path = node.asText(quoted(INITIAL_STATE));
            sweep.initialState(Places.at(node.location(), () -> initialState(NumberTable.read(data.find(path)))));
        });
        root.get(FINAL_STATE)
                .filter(node -> node.asBoolean(quoted(FINAL_STATE)))
                .ifPresent(asked -> sweep.keepFinalState());
    }

    private static PreHistory preHistory(final YamlNode node) {
        final String written = node.asText(quoted(PRE_HISTORY));
        return Arrays.stream(PreHistory.values())
                .filter(choice -> choice.toString().equals(written))
                .findFirst()
                .orElseThrow(() -> node.mismatch(quoted(PRE_HISTORY), "'zero' or 'initial'"));
    }

    private static InitialState initialState(final NumberTable table) {
        if (table.header().isEmpty()) {
            throw InputException.at(
                    table.firstRow(),
                    "the first row of an initial state must hold the paths of state variables, but holds numbers");
        }
        return new InitialState(table.header(), table.columns());
    }

    private static Interpolation interpolation(final YamlNode node) {
        final String word = node.asText(quoted(INTERPOLATION));
        return Arrays.stream(Interpolation.values())
                .filter(interpolation -> interpolation.word().equals(word))
                .findFirst()
                .orElseThrow(() -> node.mismatch(
                        quoted(INTERPOLATION),
                        Arrays.stream(Interpolation.values())
                                .map(Interpolation::word)
                                .collect(Collectors.joining(" or "))));
    }

    private void readGrid(final Sweep.Builder sweep) {
        final Map<String, ParameterTarget> map = root.get(MAP)
                .map(node -> ParameterMapReader.read(node, quoted(MAP)))
                .orElse(Map.of());
        // The demand for all combinations, if it is made.
        final Optional<YamlNode> permute = root.get(PERMUTE).filter(node -> node.asBoolean(quoted(PERMUTE)));
        final Optional<GridReader.Located> grid =
                root.get(GRID).map(node -> new GridReader(data).read(node, quoted(GRID), permute));
        if (grid.isEmpty()) {
            permute.ifPresent(demand -> {
                throw InputException.at(demand.location(), "there is no " + quoted(GRID) + " to permute");
            });
        }
        grid.ifPresent(located -> sweep.grid(located.grid()));
        requireSameKeys(grid.map(GridReader.Located::keys).orElse(Map.of()), map);
        map.forEach(sweep::map);
    }

    private void requireSameKeys(final Map<String, SourceLocation> grid, final Map<String, ParameterTarget> map) {
        for (final Map.Entry<String, SourceLocation> key : grid.entrySet()) {
            if (!map.containsKey(key.getKey())) {
                throw InputException.at(
                        key.getValue(),
                        quoted(GRID) + " has the key '" + key.getKey() + "', which " + quoted(MAP) + " does not have"
                                + NearMatches.suggest(key.getKey(), map.keySet()));
            }
        }
        for (final YamlEntry entry : entries(MAP)) {
            if (!grid.containsKey(entry.key())) {
                throw InputException.at(
                        entry.location(),
                        quoted(MAP) + " has the key '" + entry.key() + "', which "
                                + (root.get(GRID).isPresent()
                                        ? quoted(GRID) + " does not have"
                                                + NearMatches.suggest(entry.key(), grid.keySet())
                                        : "has no values: there is no " + quoted(GRID)));
            }
            places.put("the parameter map, key '" + entry.key() + "'", entry.location());
        }
    }

    private Map<String, Long> readInputs(final Sweep.Builder sweep) {
        final InputReader reader = new InputReader(data);
        final Map<String, Long> seeds = new LinkedHashMap<>();
        for (final YamlEntry entry : entries(INPUTS)) {
            final InputSignal signal = reader.read(entry.value(), "the input '" + entry.key() + "'");
            sweep.input(entry.key(), signal);
            if (signal instanceof InputSignal.Uniform uniform) {
                seeds.put(entry.key(), uniform.seed());
            }
            places.put("the inputs, '" + entry.key() + "'", entry.location());
        }
        return seeds;
    }

    private void readOutputs(final Sweep.Builder sweep) {
        root.require(OUTPUTS, OWNER);
        if (entries(OUTPUTS).isEmpty()) {
            throw InputException.at(
                    root.require(OUTPUTS, OWNER).location(), quoted(OUTPUTS) + " is empty: name at least one output");
        }
        for (final YamlEntry entry : entries(OUTPUTS)) {
            sweep.output(entry.key(), entry.value().asText("the output '" + entry.key() + "'"));
            places.put("the outputs, key '" + entry.key() + "'", entry.location());
        }
    }

    private List<YamlEntry> entries(final String key) {
        return root.get(key)
                .map(node -> node.asMapping(quoted(key)).inOrder().stream().collect(Collectors.toList()))
                .orElse(List.of());
    }

    private static String quoted(final String key) {
        return "'" + key + "'";
    }
}
