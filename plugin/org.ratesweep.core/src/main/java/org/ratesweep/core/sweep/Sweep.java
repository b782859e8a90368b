/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.ModelVariable;
import org.ratesweep.core.model.PreHistory;
import org.ratesweep.core.model.Signal;
import org.ratesweep.core.model.VariableUnit;
import org.ratesweep.core.model.VariableUnits;
import org.ratesweep.core.solve.AdaptiveSolver;
import org.ratesweep.core.solve.Euler;
import org.ratesweep.core.solve.SampledInput;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.solve.StepControl;
import org.ratesweep.core.solve.TimeGrid;
import org.ratesweep.core.template.CircuitTemplate;

/**
 * A sweep that is known to be runnable: every path found, every length checked.
 *
 * <p>Immutable; it can be run any number of times, and the results are the same to the last bit, whatever the number of
 * threads.
 *
 * <pre>{@code
 * Sweep sweep = Sweep.of(TemplateLibrary.builtIn().circuit("model_templates.neural_mass_models.jansenrit.JRC2"))
 *         .grid(ParameterGrid.pairwise(Map.of("C", new double[] {68, 135, 270})))
 *         .map("C", new NodeVariables(List.of("jrc_op/c"), List.of("jrc")))
 *         .simulationTime(10).stepSize(1e-4).samplingStepSize(1e-3)
 *         .output("V_pce", "jrc/jrc_op/V_e")
 *         .build();
 * }</pre>
 */
public final class Sweep {
    private final Model model;
    private final ParameterGrid grid;
    private final Map<String, List<String>> targets;
    private final TimeGrid times;
    private final Solver solver;
    private final StepControl stepControl;
    private final SampledInput.Interpolation interpolation;
    private final InitialState initialState;
    private final boolean keepsFinalState;
    private final OptionalLong noiseSeed;
    private final List<DrivenInput> inputs;
    private final List<OutputVariable> outputs;
    private final List<String> warnings;

    private Sweep(
            final Model model,
            final ParameterGrid grid,
            final Map<String, List<String>> targets,
            final TimeGrid times,
            final Solver solver,
            final StepControl stepControl,
            final SampledInput.Interpolation interpolation,
            final InitialState initialState,
            final boolean keepsFinalState,
            final OptionalLong noiseSeed,
            final List<DrivenInput> inputs,
            final List<OutputVariable> outputs,
            final List<String> warnings) {
        this.model = model;
        this.grid = grid;
        this.targets = targets;
        this.times = times;
        this.solver = solver;
        this.stepControl = stepControl;
        this.interpolation = interpolation;
        this.initialState = initialState;
        this.keepsFinalState = keepsFinalState;
        this.noiseSeed = noiseSeed;
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * A recorded variable.
     *
     * @param key the output that it belongs to
     * @param path its full path; of a variable with several units that of one of them
     */
    public record OutputVariable(String key, String path) {}

    /**
     * Starts the description of a sweep.
     *
     * @param circuit the template to run
     * @return a builder
     * @throws InputException if the template cannot be flattened
     */
    public static Builder of(final CircuitTemplate circuit) {
        return new Builder(Model.of(circuit));
    }

    /** Returns the system that is run, its driven inputs included. */
    public Model model() {
        return model;
    }

    /** Returns the parameter sets. */
    public ParameterGrid grid() {
        return grid;
    }

    /** Returns the steps and samples. */
    public TimeGrid times() {
        return times;
    }

    /** Returns the scheme. */
    public Solver solver() {
        return solver;
    }

    /** Returns the tolerances and limits of steps, which matter to adaptive solvers. */
    public StepControl stepControl() {
        return stepControl;
    }

    /** Returns what signals are between two samples. */
    public SampledInput.Interpolation interpolation() {
        return interpolation;
    }

    /** Returns where the state variables start, in so far as the grid does not say. */
    public InitialState initialState() {
        return initialState;
    }

    /** Tells whether the blocks of a run have the state at its end. */
    public boolean keepsFinalState() {
        return keepsFinalState;
    }

    /** Returns what the noise of all parameter sets follows from, if the model has noise. */
    public OptionalLong noiseSeed() {
        return noiseSeed;
    }

    /** Returns the recorded variables, in the order of the outputs and of the variables that each of them matches. */
    public List<OutputVariable> outputs() {
        return outputs;
    }

    /** Returns what was accepted but may not be what was meant, a sentence each. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Returns the name of a parameter set.
     *
     * @param set its number, counted from 0
     * @return the name that the grid has for it, else one made of the model's name and the number, for instance
     *     {@code JRC2_0}
     */
    public String setName(final int set) {
        return grid.name(set).orElseGet(() -> model.name() + "_" + set);
    }

    /** Returns the number of parameter sets times the number of steps: what a run has to compute. */
    public long pointSteps() {
        return (long) grid.size() * times.steps();
    }

    /**
     * Runs all parameter sets.
     *
     * @param options threads, and who follows the run
     * @param results receives the sets in the order of the grid, a block at a time, on the calling thread, while others are
     *     still being computed
     * @return how long it took
     * @throws java.util.concurrent.CancellationException if the run was cancelled
     */
    public RunSummary run(final RunOptions options, final Consumer<SetBlock> results) {
        return new SweepRun(this, options).run(results);
    }

    Map<String, List<String>> targets() {
        return targets;
    }

    /** Returns the units of the noise terms of the model, in the order of the numbers of the terms. */
    List<WhiteNoise> noise() {
        final List<WhiteNoise> noise = new ArrayList<>();
        final List<Signal> terms =
                model.signals().stream().filter(Signal::isNoise).toList();
        for (int term = 0; term < terms.size(); term++) {
            final Signal signal = terms.get(term);
            final List<String> names = VariableUnit.paths(signal.name(), signal.extent());
            for (int unit = 0; unit < names.size(); unit++) {
                noise.add(new WhiteNoise(names.get(unit), term, unit, noiseSeed.orElseThrow(), times.stepSize()));
            }
        }
        return noise;
    }

    List<DrivenInput> inputs() {
        return inputs;
    }

    /** Collects the parts of a sweep in any order. */
    public static final class Builder {
        private final Model model;
        private final Map<String, ParameterTarget> map = new LinkedHashMap<>();
        private final Map<String, InputSignal> inputs = new LinkedHashMap<>();
        private final Map<String, String> outputs = new LinkedHashMap<>();
        private ParameterGrid grid = ParameterGrid.single();
        private double simulationTime = Double.NaN;
        private double stepSize = Double.NaN;
        private double samplingStepSize = Double.NaN;
        private double cutoff;
        private final Map<String, Double> control = new LinkedHashMap<>();
        private Solver solver = new Euler();
        private Optional<PreHistory> preHistory = Optional.empty();
        private SampledInput.Interpolation interpolation = SampledInput.Interpolation.HELD;
        private InitialState initialState = InitialState.DECLARED;
        private boolean keepsFinalState;
        private OptionalLong noiseSeed = OptionalLong.empty();

        private Builder(final Model model) {
            this.model = model;
        }

        /** Sets the parameter sets; without it there is one, in which every parameter has its declared value. */
        public Builder grid(final ParameterGrid parameterSets) {
            this.grid = parameterSets;
            return this;
        }

        /**
         * Says what a column of the grid sets.
         *
         * @param key the column
         * @param target the variables or edge attributes that take its values
         * @return this builder
         */
        public Builder map(final String key, final ParameterTarget target) {
            if (map.put(key, target) != null) {
                throw new InputException("the parameter map has the key '" + key + "' twice");
            }
            return this;
        }

        /** Sets the length of the run, in the model's unit of time. */
        public Builder simulationTime(final double time) {
            this.simulationTime = time;
            return this;
        }

        /** Sets the size of a step, in the model's unit of time. */
        public Builder stepSize(final double time) {
            this.stepSize = time;
            return this;
        }

        /** Sets the time between two samples, a multiple of the step size; without it every step is a sample. */
        public Builder samplingStepSize(final double time) {
            this.samplingStepSize = time;
            return this;
        }

        /** Sets the time before which samples are not kept; 0 without it. */
        public Builder cutoff(final double time) {
            this.cutoff = time;
            return this;
        }

        /** Sets the scheme; {@link Euler} without it. */
        public Builder solver(final Solver scheme) {
            this.solver = scheme;
            return this;
        }

        /** Sets the relative tolerance of an adaptive solver; {@link StepControl#DEFAULT_RTOL} without it. */
        public Builder rtol(final double tolerance) {
            control.put("rtol", tolerance);
            return this;
        }

        /** Sets the absolute tolerance of an adaptive solver; {@link StepControl#DEFAULT_ATOL} without it. */
        public Builder atol(final double tolerance) {
            control.put("atol", tolerance);
            return this;
        }

        /** Sets the largest step of an adaptive solver; the whole run without it. */
        public Builder maxStep(final double time) {
            control.put("max_step", time);
            return this;
        }

        /** Sets the first step that an adaptive solver tries; the step size without it. */
        public Builder firstStep(final double time) {
            control.put("first_step", time);
            return this;
        }

        /** Sets how many steps an adaptive solver may take; {@link StepControl#DEFAULT_MAX_STEPS} without it. */
        public Builder maxSteps(final long steps) {
            control.put("max_steps", (double) steps);
            return this;
        }

        /** Sets what signals are between two samples; held without it, and under solvers of fixed step. */
        public Builder interpolation(final SampledInput.Interpolation between) {
            this.interpolation = between;
            return this;
        }

        /** Sets where state variables start; at their declared initial values without it. */
        public Builder initialState(final InitialState start) {
            this.initialState = start;
            return this;
        }

        /** Asks for the state of each parameter set at the end of the run. */
        public Builder keepFinalState() {
            this.keepsFinalState = true;
            return this;
        }

        /** Sets what the noise of all parameter sets follows from; without it a seed is drawn. */
        public Builder noiseSeed(final long seed) {
            this.noiseSeed = OptionalLong.of(seed);
            return this;
        }

        /**
         * Sets what delayed variables were before the run; without it, 0 for the delays of edges and the initial value for
         * delays in equations.
         */
        public Builder preHistory(final PreHistory choice) {
            this.preHistory = Optional.of(choice);
            return this;
        }

        /**
         * Drives inputs by a signal.
         *
         * @param path the full path of an input or, as in {@code p/op/u[3]}, of a unit of it; {@code all} may stand for any
         *     circuit or node
         * @param signal what is added to each of the inputs that the path matches
         * @return this builder
         */
        public Builder input(final String path, final InputSignal signal) {
            if (inputs.put(path, signal) != null) {
                throw new InputException("the inputs have '" + path + "' twice");
            }
            return this;
        }

        /**
         * Asks for a variable to be recorded.
         *
         * @param key the name of the output
         * @param path the full path of a variable, in which {@code all} may stand for any circuit or node; behind it there may be
         *     the number of a unit, as in {@code p/op/x[3]}, else all units are recorded
         * @return this builder
         */
        public Builder output(final String key, final String path) {
            if (outputs.put(key, path) != null) {
                throw new InputException("the outputs have the key '" + key + "' twice");
            }
            return this;
        }

        /**
         * Checks everything.
         *
         * @return the sweep
         * @throws InputException if a path or key is unknown, a parameter has two values or no effect, a time is unusable, a
         *     signal is too short or nothing is to be recorded
         */
        public Sweep build() {
            final TimeGrid times = TimeGrid.of(
                    simulationTime, stepSize, Double.isNaN(samplingStepSize) ? stepSize : samplingStepSize, cutoff);
            final List<String> warnings = new ArrayList<>();
            final List<DrivenInput> driven = new ArrayList<>();
            warnings.addAll(model.warnings());
            final Model connected = driven(times, driven, warnings);
            final Model drivenModel =
                    preHistory.map(connected::withPreHistory).orElse(connected).withoutNoise();
            final Map<String, List<String>> targets = targets(drivenModel);
            final StepControl stepControl = stepControl(times);
            if (Forms.formative(drivenModel, targets).isEmpty()) {
                Forms.requireSolvable(drivenModel, Map.of(), solver, times, stepControl);
            }
            if (!initialState.paths().isEmpty() && !drivenModel.delayed().isEmpty()) {
                warnings.add(
                        "an initial state has no past: before the start, delayed variables are what pre_history says");
            }
            final Set<String> swept =
                    targets.values().stream().flatMap(List::stream).collect(Collectors.toSet());
            try {
                warnings.addAll(initialState.check(drivenModel, swept, grid.size()));
            } catch (final InputException problem) {
                throw problem.within("initial_state");
            }
            return new Sweep(
                    drivenModel,
                    grid,
                    targets,
                    times,
                    solver,
                    stepControl,
                    interpolation,
                    initialState,
                    keepsFinalState,
                    seed(),
                    driven,
                    recorded(drivenModel),
                    warnings);
        }

        private OptionalLong seed() {
            final boolean noise = model.hasNoise();
            if (!noise && noiseSeed.isPresent()) {
                throw new InputException("noise_seed has no effect: no equation of " + model.name() + " has noise()");
            }
            if (noise && !solver.takesNoise()) {
                throw new InputException("the solver '" + solver.name() + "' cannot be used for " + model.name()
                        + ", whose equations have noise(); use euler (Itô) or heun (Stratonovich)");
            }
            return noise && noiseSeed.isEmpty() ? OptionalLong.of(InputSignal.Uniform.drawSeed()) : noiseSeed;
        }

        private StepControl stepControl(final TimeGrid times) {
            if (!(solver instanceof AdaptiveSolver)) {
                control.keySet().forEach(this::refuseWithoutAdaptiveSolver);
                if (interpolation != SampledInput.Interpolation.HELD) {
                    refuseWithoutAdaptiveSolver("input_interpolation");
                }
            }
            final StepControl defaults = StepControl.defaults(times);
            return new StepControl(
                    control.getOrDefault("rtol", defaults.rtol()),
                    control.getOrDefault("atol", defaults.atol()),
                    control.getOrDefault("max_step", defaults.maxStep()),
                    control.getOrDefault("first_step", defaults.firstStep()),
                    control.getOrDefault("max_steps", (double) defaults.maxSteps())
                            .longValue());
        }

        private void refuseWithoutAdaptiveSolver(final String key) {
            throw new InputException(key + " has no effect under the solver '" + solver.name()
                    + "', whose steps have one size; adaptive solvers are: "
                    + Solver.all().stream()
                            .filter(AdaptiveSolver.class::isInstance)
                            .map(Solver::name)
                            .collect(Collectors.joining(", ")));
        }

        private Map<String, List<String>> targets(final Model drivenModel) {
            for (final String key : map.keySet()) {
                if (!grid.keys().contains(key)) {
                    throw new InputException("the parameter map has the key '" + key + "', which is not in the grid"
                            + NearMatches.suggest(key, grid.keys()));
                }
            }
            final Map<String, List<String>> targets = new LinkedHashMap<>();
            final SweptPaths swept = new SweptPaths(drivenModel.formative());
            for (final String key : grid.keys()) {
                final ParameterTarget target = map.get(key);
                if (target == null) {
                    throw new InputException("the grid has the key '" + key + "', which the parameter map does not have"
                            + NearMatches.suggest(key, map.keySet()));
                }
                final List<String> paths = paths(key, target, drivenModel);
                try {
                    targets.put(key, swept.take(key, paths));
                } catch (final InputException problem) {
                    throw problem.within("the parameter map, key '" + key + "'");
                }
            }
            return targets;
        }

        private static List<String> paths(final String key, final ParameterTarget target, final Model drivenModel) {
            try {
                return target.paths(drivenModel);
            } catch (final InputException problem) {
                throw problem.within("the parameter map, key '" + key + "'");
            }
        }

        private List<OutputVariable> recorded(final Model drivenModel) {
            if (outputs.isEmpty()) {
                throw new InputException("nothing is to be recorded: name at least one output");
            }
            final List<OutputVariable> recorded = new ArrayList<>();
            outputs.forEach((key, pattern) -> {
                final String context = "the outputs, key '" + key + "'";
                for (final VariableUnits units : selecting(drivenModel, pattern, context)) {
                    final ModelVariable variable = units.variable();
                    if (!variable.recordable()) {
                        throw new InputException("'" + variable.path() + "' cannot be recorded: it is "
                                        + variable.kind().withArticle() + " and stays the same during a run")
                                .within(context);
                    }
                    units.units().forEach(unit -> recorded.add(new OutputVariable(key, unit.path())));
                }
            });
            return recorded;
        }

        /** Connects the signals one after the other, noting what they come to. */
        private Model driven(final TimeGrid times, final List<DrivenInput> driven, final List<String> warnings) {
            final InputConnections connections = new InputConnections(model, times.steps(), grid.size(), warnings);
            for (final Map.Entry<String, InputSignal> input : inputs.entrySet()) {
                try {
                    connections.connect(input.getKey(), input.getValue());
                } catch (final InputException problem) {
                    throw problem.within("the inputs, '" + input.getKey() + "'");
                }
            }
            driven.addAll(connections.inputs());
            return connections.model();
        }

        private static List<VariableUnits> selecting(final Model model, final String pattern, final String context) {
            try {
                return model.selecting(pattern);
            } catch (final InputException problem) {
                throw problem.within(context);
            }
        }
    }
}
