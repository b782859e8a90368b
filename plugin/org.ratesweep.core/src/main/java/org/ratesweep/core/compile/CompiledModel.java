/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.lanes.LaneArray;
import org.ratesweep.core.model.AlgebraicVariable;
import org.ratesweep.core.model.DelayedVariable;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.Parameter;
import org.ratesweep.core.model.PreHistory;
import org.ratesweep.core.model.Signal;
import org.ratesweep.core.model.StackedModel;
import org.ratesweep.core.model.StateVariable;
import org.ratesweep.core.model.UnitValues;
import org.ratesweep.core.model.VariableUnit;

/**
 * A model as machine code in the making: routines that compute many parameter sets at a time.
 *
 * <p>Compiled for one use: which parameters vary between the sets (all others become numbers in the code), which signals do,
 * which algebraic variables are wanted. Immutable and safe to share between threads; what a run changes is in its
 * {@link Block}s.
 */
public final class CompiledModel {
    /** The slot that holds the time: of {@link Region#SHARED}, or of {@link Region#PARAMETERS} if lanes differ in it. */
    private static final int TIME_SLOT = 0;

    /** The slot of {@link Region#SHARED} that holds the step size when a state is advanced. */
    private static final int STEP_SIZE_SLOT = 1;

    /** The slot of {@link Region#SHARED} that holds the weight of the state in a mean with {@link Region#START}. */
    private static final int WEIGHT_SLOT = 2;

    private final int lanes;
    private final double[] initialState;
    private final List<String> statePaths;
    private final Map<String, Target> targets;
    private final Map<String, Input> inputs;
    private final Map<String, Integer> observed;
    private final int observedSlots;
    private final List<Delay> delays;
    private final int delaySourceSlots;
    private final List<Constants> constants;
    private final Program program;
    private final Supplier<Listing> listing;

    /**
     * What a parameter set can give a value: neighbouring slots that take it alike.
     *
     * @param region {@link Region#PARAMETERS} or {@link Region#STATE}
     * @param slot the first slot
     * @param extent the number of slots
     */
    record Target(Region region, int slot, int extent) {}

    /**
     * Where the values of a signal go.
     *
     * @param slot the slot
     * @param isShared whether it is a slot of {@link Region#SHARED}, else of {@link Region#PARAMETERS}
     * @param perSet whether each lane gets a value of its own
     */
    record Input(int slot, boolean isShared, boolean perSet) {}

    /**
     * A value from the past, as the routines see it.
     *
     * @param slot the slot of {@link Region#PARAMETERS} from which the routines take it
     * @param source the number of the slot that the routine for sources writes the variable to
     * @param length where its delay stands, once a block is prepared
     * @param wasZero whether it was 0 before the run, and not what it is at its beginning
     */
    record Delay(int slot, int source, Operation length, boolean wasZero) {}

    /**
     * Numbers that differ between units but not between sets.
     *
     * @param slot the first slot of {@link Region#PARAMETERS}
     * @param values one for each slot
     */
    private record Constants(int slot, UnitValues values) {}

    /** The routines, and the sizes of the regions that all of them work on, in slots. */
    private record Program(
            LazyRoutine prepare,
            LazyRoutine derivatives,
            LazyRoutine step,
            LazyRoutine stage,
            LazyRoutine finish,
            LazyRoutine observe,
            LazyRoutine delaySources,
            int parameterSlots,
            int sharedSlots) {}

    private CompiledModel(
            final int lanes,
            final double[] initialState,
            final List<String> statePaths,
            final Map<String, Target> targets,
            final Map<String, Input> inputs,
            final Map<String, Integer> observed,
            final int observedSlots,
            final List<Delay> delays,
            final int delaySourceSlots,
            final List<Constants> constants,
            final Program program,
            final Supplier<Listing> listing) {
        this.lanes = lanes;
        this.initialState = initialState;
        this.statePaths = List.copyOf(statePaths);
        this.targets = Map.copyOf(targets);
        this.inputs = Map.copyOf(inputs);
        this.observed = Map.copyOf(observed);
        this.observedSlots = observedSlots;
        this.delays = List.copyOf(delays);
        this.delaySourceSlots = delaySourceSlots;
        this.constants = List.copyOf(constants);
        this.program = program;
        this.listing = listing;
    }

    /**
     * Compiles a model for solvers that take all parameter sets through the same instants.
     *
     * @param model the system
     * @param lanes how many parameter sets a block holds
     * @param varied the paths of the parameters, and of the state variables whose initial values, vary between the sets: of
     *     variables, for all of their units alike, or of single units
     * @param variedSignals the targets of the signals that differ between the sets
     * @param wanted the paths of the algebraic variables, or of units of them, to compute for output
     * @return the compiled model
     */
    public static CompiledModel compile(
            final Model model,
            final int lanes,
            final Collection<String> varied,
            final Set<String> variedSignals,
            final Collection<String> wanted) {
        return compile(model, lanes, varied, variedSignals, wanted, new GeneratedCode());
    }

    /**
     * Compiles a model for solvers that take all parameter sets through the same instants, using code that is there.
     *
     * @param model the system
     * @param lanes how many parameter sets a block holds
     * @param varied the paths of the parameters, and of the state variables whose initial values, vary between the sets: of
     *     variables, for all of their units alike, or of single units
     * @param variedSignals the targets of the signals that differ between the sets
     * @param wanted the paths of the algebraic variables, or of units of them, to compute for output
     * @param code the code of former runs; takes that of this one
     * @return the compiled model
     */
    public static CompiledModel compile(
            final Model model,
            final int lanes,
            final Collection<String> varied,
            final Set<String> variedSignals,
            final Collection<String> wanted,
            final GeneratedCode code) {
        return new Compilation(model, lanes, false, Set.copyOf(varied), variedSignals, code).compiled(wanted);
    }

    /**
     * Compiles a model for solvers that take each parameter set through instants of its own: time and signals differ between
     * the lanes.
     *
     * @param model the system
     * @param lanes how many parameter sets a block holds
     * @param varied the paths of the parameters, and of the state variables whose initial values, vary between the sets: of
     *     variables, for all of their units alike, or of single units
     * @param wanted the paths of the algebraic variables, or of units of them, to compute for output
     * @param code the code of former runs; takes that of this one
     * @return the compiled model, whose blocks are told the time of each lane
     */
    public static CompiledModel compileWithTimes(
            final Model model,
            final int lanes,
            final Collection<String> varied,
            final Collection<String> wanted,
            final GeneratedCode code) {
        final Set<String> signals = model.signals().stream().map(Signal::target).collect(Collectors.toSet());
        return new Compilation(model, lanes, true, Set.copyOf(varied), signals, code).compiled(wanted);
    }

    /** Returns how many parameter sets a block holds. */
    public int lanes() {
        return lanes;
    }

    /** Returns what the routines do, to be read by people. */
    public Listing listing() {
        return listing.get();
    }

    /**
     * Returns memory for one block, with every state variable at its declared initial value.
     *
     * @param used how many of its lanes carry a parameter set
     * @return a new block, for use by one thread at a time
     */
    public Block newBlock(final int used) {
        return new Block(this, used);
    }

    double[] newParameters() {
        final double[] parameters = LaneArray.withRoomFor(Math.multiplyExact(program.parameterSlots, lanes));
        for (final Constants constant : constants) {
            for (int unit = 0; unit < constant.values.extent(); unit++) {
                final int at = (constant.slot + unit) * lanes;
                Arrays.fill(parameters, at, at + lanes, constant.values.get(unit));
            }
        }
        return parameters;
    }

    double[] newShared() {
        return new double[program.sharedSlots];
    }

    double[] newObserved() {
        return new double[Math.multiplyExact(observedSlots, lanes)];
    }

    double[] newState() {
        final double[] state = LaneArray.withRoomFor(Math.multiplyExact(initialState.length, lanes));
        for (int slot = 0; slot < initialState.length; slot++) {
            Arrays.fill(state, slot * lanes, (slot + 1) * lanes, initialState[slot]);
        }
        return state;
    }

    int timeSlot() {
        return TIME_SLOT;
    }

    int stepSizeSlot() {
        return STEP_SIZE_SLOT;
    }

    int weightSlot() {
        return WEIGHT_SLOT;
    }

    LazyRoutine prepare() {
        return program.prepare;
    }

    LazyRoutine derivatives() {
        return program.derivatives;
    }

    /** Returns the routine that advances the state at which it computes the derivatives. */
    LazyRoutine step() {
        return program.step;
    }

    /** Returns the routine that advances {@link Region#START}. */
    LazyRoutine stage() {
        return program.stage;
    }

    /** Returns the routine that advances a mean of the state at which it computes the derivatives and {@link Region#START}. */
    LazyRoutine finish() {
        return program.finish;
    }

    LazyRoutine observe() {
        return program.observe;
    }

    LazyRoutine delaySources() {
        return program.delaySources;
    }

    List<Delay> delays() {
        return delays;
    }

    int delaySourceSlots() {
        return delaySourceSlots;
    }

    Target target(final String path) {
        return known(targets, path);
    }

    Input input(final String path) {
        return known(inputs, path);
    }

    /** Returns the paths of the state variables, or of their units, in the order of the slots of a block's state. */
    public List<String> statePaths() {
        return statePaths;
    }

    /** Returns the slot of a state variable with one unit, or of a unit, unless the path is of something else. */
    Optional<Integer> stateSlot(final String path) {
        return Optional.ofNullable(targets.get(path))
                .filter(target -> target.region() == Region.STATE && target.extent() == 1)
                .map(Target::slot);
    }

    int observedSlot(final String path) {
        return known(observed, path);
    }

    private static <T> T known(final Map<String, T> map, final String path) {
        final T value = map.get(path);
        if (value == null) {
            throw new IllegalArgumentException("'" + path + "' was not compiled for this use");
        }
        return value;
    }

    /** The compilation of one model: gives names to slots, one kind of variable after the other, then plans the routines. */
    private static final class Compilation {
        private final Model model;
        /** Where variables are found that became units of others, by their paths. */
        private final Map<String, String> units;

        private final int lanes;
        private final Set<String> varied;
        private final GeneratedCode code;
        private final ValueGraph graph = new ValueGraph();
        private final Lowering lowering = new Lowering(graph);
        private final Slots parameters;
        private final Slots states;
        private final Slots shared = new Slots(WEIGHT_SLOT + 1);
        private final Map<String, Target> targets = new HashMap<>();
        private final Map<String, Input> inputs = new HashMap<>();
        private final Map<DelayedVariable, Integer> delayedSlots = new LinkedHashMap<>();
        private final List<Constants> constants = new ArrayList<>();

        Compilation(
                final Model model,
                final int lanes,
                final boolean ownTimes,
                final Set<String> varied,
                final Set<String> variedSignals,
                final GeneratedCode code) {
            final StackedModel stacked = model.stacked(varied);
            this.model = stacked.model();
            this.units = stacked.units();
            this.lanes = lanes;
            this.code = code;
            this.varied =
                    varied.stream().map(path -> units.getOrDefault(path, path)).collect(Collectors.toSet());
            final int alignment = LaneArray.wholeLines(lanes);
            this.parameters = new Slots(ownTimes ? TIME_SLOT + 1 : 0, alignment);
            // Adaptive solvers go by all numbers of a state, so that there must be no others in between.
            this.states = new Slots(0, ownTimes ? 1 : alignment);
            lowering.define(
                    Model.TIME,
                    ownTimes
                            ? graph.load(Region.PARAMETERS, TIME_SLOT, Variance.LANE)
                            : graph.load(Region.SHARED, TIME_SLOT, Variance.STEP));
            this.model.parameters().forEach(this::define);
            model.signals().forEach(signal -> define(signal, variedSignals.contains(signal.target())));
            for (final DelayedVariable delayed : model.delayed()) {
                final int slot = parameters.take(delayed.extent());
                delayedSlots.put(delayed, slot);
                lowering.define(delayed.name(), graph.load(Region.PARAMETERS, slot, delayed.extent(), Variance.LANE));
            }
            this.model.stateVariables().forEach(variable -> define(variable, states.take(variable.extent())));
            units.forEach((path, unit) ->
                    Optional.ofNullable(targets.get(unit)).ifPresent(target -> targets.put(path, target)));
        }

        private void define(final Parameter parameter) {
            final String path = parameter.path();
            final boolean unitsVaried = parameter.extent() > 1
                    && VariableUnit.of(parameter).map(VariableUnit::path).anyMatch(varied::contains);
            if (!unitsVaried && !varied.contains(path) && parameter.values().isSame()) {
                lowering.define(path, graph.constant(parameter.value()));
                return;
            }
            final int extent = varied.contains(path) && !unitsVaried ? 1 : parameter.extent();
            final int slot = parameters.take(extent);
            lowering.define(path, graph.load(Region.PARAMETERS, slot, extent, Variance.SET));
            targets.put(path, new Target(Region.PARAMETERS, slot, extent));
            if (extent > 1) {
                constants.add(new Constants(slot, parameter.values()));
                VariableUnit.of(parameter)
                        .forEach(
                                unit -> targets.put(unit.path(), new Target(Region.PARAMETERS, slot + unit.unit(), 1)));
            }
        }

        private void define(final Signal signal, final boolean perSet) {
            final boolean isShared = !perSet && signal.extent() == 1;
            final int slot = isShared ? shared.take() : parameters.take(signal.extent());
            final List<String> units = VariableUnit.paths(signal.target(), signal.extent());
            for (int unit = 0; unit < units.size(); unit++) {
                inputs.put(units.get(unit), new Input(slot + unit, isShared, perSet));
            }
            lowering.define(
                    signal.name(),
                    isShared
                            ? graph.load(Region.SHARED, slot, Variance.STEP)
                            : graph.load(Region.PARAMETERS, slot, signal.extent(), Variance.LANE));
        }

        private void define(final StateVariable variable, final int slot) {
            lowering.define(variable.path(), graph.load(Region.STATE, slot, variable.extent(), Variance.LANE));
            targets.put(variable.path(), new Target(Region.STATE, slot, variable.extent()));
            VariableUnit.of(variable)
                    .forEach(unit -> targets.put(unit.path(), new Target(Region.STATE, slot + unit.unit(), 1)));
        }

        CompiledModel compiled(final Collection<String> wanted) {
            for (final AlgebraicVariable variable : model.algebraicVariables()) {
                lowering.define(variable.path(), lowering.lower(variable.expression()));
            }
            final List<Assignment> derivatives = new ArrayList<>();
            final List<Assignment> steps = new ArrayList<>();
            final List<Assignment> stages = new ArrayList<>();
            final List<Assignment> finishes = new ArrayList<>();
            final int stepSize = graph.load(Region.SHARED, STEP_SIZE_SLOT, Variance.STEP);
            final int weight = graph.load(Region.SHARED, WEIGHT_SLOT, Variance.STEP);
            for (final StateVariable variable : model.stateVariables()) {
                int unit = 0;
                for (final Expression.Joined.Part part : parts(variable)) {
                    final int slot = targets.get(variable.path()).slot() + unit;
                    final Assignment derivative = result(slot, lowering.lower(part.expression()), part.extent());
                    derivatives.add(derivative);
                    final int step = graph.arithmetic(Operation.Kind.MULTIPLY, stepSize, derivative.value());
                    final int state = graph.load(Region.STATE, slot, part.extent(), Variance.LANE);
                    if (part.extent() < variable.extent()) {
                        lowering.nameUnits(variable.path(), unit, part.extent(), state);
                    }
                    final int start = graph.load(Region.START, slot, part.extent(), Variance.LANE);
                    steps.add(sum(state, step, derivative));
                    stages.add(sum(start, step, derivative));
                    finishes.add(sum(mean(state, weight, start), step, derivative));
                    unit += part.extent();
                }
            }
            final Map<String, Integer> observed = new HashMap<>();
            final List<Assignment> observations = new ArrayList<>();
            final List<String> observedPaths = new ArrayList<>();
            final Slots observedSlots = new Slots(0);
            for (final AlgebraicVariable variable : model.algebraicVariables()) {
                final boolean isWanted = wanted.contains(variable.path())
                        || variable.extent() > 1
                                && VariableUnit.of(variable)
                                        .map(VariableUnit::path)
                                        .anyMatch(wanted::contains);
                if (isWanted) {
                    final Assignment observation = result(
                            observedSlots.take(variable.extent()), lowering.value(variable.path()), variable.extent());
                    observations.add(observation);
                    observedPaths.add(variable.path());
                    VariableUnit.of(variable)
                            .forEach(unit -> observed.put(
                                    unit.path(), observation.target().slot() + unit.unit()));
                }
            }
            final Map<String, Integer> sources = new LinkedHashMap<>();
            final List<Assignment> records = new ArrayList<>();
            final Slots sourceSlots = new Slots(0);
            for (final DelayedVariable delayed : model.delayed()) {
                if (!sources.containsKey(delayed.source())) {
                    final Assignment record = result(
                            sourceSlots.take(delayed.extent()), lowering.value(delayed.source()), delayed.extent());
                    records.add(record);
                    sources.put(delayed.source(), record.target().slot());
                }
            }
            final Hoisting hoisting = new Hoisting(graph, parameters, shared);
            final Supplier<RoutinePlan> derivativePlan = hoisting.plan(derivatives);
            final Supplier<RoutinePlan> stepPlan = hoisting.plan(steps);
            final Supplier<RoutinePlan> stagePlan = hoisting.plan(stages);
            final Supplier<RoutinePlan> finishPlan = hoisting.plan(finishes);
            final Supplier<RoutinePlan> observationPlan = hoisting.plan(observations);
            final Supplier<RoutinePlan> recordPlan = hoisting.plan(records);
            final List<Delay> delays = new ArrayList<>();
            delayedSlots.forEach((delayed, slot) -> {
                final int delay = lowering.lower(delayed.delay());
                final Operation length = hoisting.prepared(delay);
                for (int unit = 0; unit < delayed.extent(); unit++) {
                    delays.add(new Delay(
                            slot + unit,
                            sources.get(delayed.source()) + unit,
                            ofUnit(length, unit, graph.extent(delay)),
                            delayed.preHistory() == PreHistory.ZERO));
                }
            });
            final Program program = new Program(
                    new LazyRoutine("prepare", hoisting.preparation(), lanes, code),
                    new LazyRoutine("derivatives", derivativePlan, lanes, code),
                    new LazyRoutine("step", stepPlan, lanes, code),
                    new LazyRoutine("stage", stagePlan, lanes, code),
                    new LazyRoutine("finish", finishPlan, lanes, code),
                    new LazyRoutine("observe", observationPlan, lanes, code),
                    new LazyRoutine("record", recordPlan, lanes, code),
                    parameters.taken(),
                    shared.taken());
            lowering.define("step size", stepSize);
            return new CompiledModel(
                    lanes,
                    initialState(),
                    statePaths(),
                    targets,
                    inputs,
                    observed,
                    observedSlots.taken(),
                    delays,
                    sourceSlots.taken(),
                    constants,
                    program,
                    () -> listing(
                            program,
                            model.stateUnits().size(),
                            named(derivatives, "", "'"),
                            named(steps, "next ", ""),
                            named(observations, observedPaths),
                            named(records, List.copyOf(sources.keySet()))));
        }

        /** Returns the parts of a derivative, each of which is stored in its place at once. */
        private static List<Expression.Joined.Part> parts(final StateVariable variable) {
            return variable.derivative() instanceof Expression.Joined joined
                    ? joined.parts()
                    : List.of(new Expression.Joined.Part(variable.derivative(), variable.extent()));
        }

        private double[] initialState() {
            final double[] values = new double[states.taken()];
            model.stateUnits().forEach(unit -> values[targets.get(unit.path()).slot()] = unit.value());
            return values;
        }

        /** A unit that was a variable of its own has its own path. */
        private List<String> statePaths() {
            final Map<String, String> variables = new HashMap<>();
            units.forEach((variable, unit) -> variables.put(unit, variable));
            return model.stateUnits().stream()
                    .map(VariableUnit::path)
                    .map(path -> variables.getOrDefault(path, path))
                    .toList();
        }

        private Listing listing(
                final Program program,
                final int states,
                final Map<Integer, String> derivatives,
                final Map<Integer, String> steps,
                final Map<Integer, String> observations,
                final Map<Integer, String> records) {
            final RoutinePlan derivativePlan = program.derivatives.plan();
            final List<Listing.Part> parts = List.of(
                    new Listing.Part("preparation", program.prepare.plan(), Map.of()),
                    new Listing.Part("derivatives", derivativePlan, derivatives),
                    new Listing.Part("steps of euler", program.step.plan(), steps),
                    new Listing.Part("recorded variables", program.observe.plan(), observations),
                    new Listing.Part("delayed variables", program.delaySources.plan(), records));
            return new Listing(
                    lowering.names(),
                    parts,
                    new Listing.Sizes(
                            states,
                            program.parameterSlots,
                            program.sharedSlots,
                            parts.stream()
                                    .mapToInt(part -> part.plan().scratchSlots())
                                    .max()
                                    .orElseThrow(),
                            Listing.Work.of(derivativePlan)));
        }

        private Map<Integer, String> named(final List<Assignment> ofStates, final String before, final String behind) {
            final Map<Integer, String> names = lowering.names();
            return named(
                    ofStates,
                    ofStates.stream()
                            .map(assignment -> before
                                    + names.get(graph.load(
                                            Region.STATE,
                                            assignment.target().slot(),
                                            assignment.extent(),
                                            Variance.LANE))
                                    + behind)
                            .toList());
        }

        private static Map<Integer, String> named(final List<Assignment> results, final List<String> names) {
            final Map<Integer, String> named = new HashMap<>();
            for (int i = 0; i < results.size(); i++) {
                named.put(results.get(i).target().slot(), names.get(i));
            }
            return named;
        }

        private static Operation ofUnit(final Operation place, final int unit, final int extent) {
            return place instanceof Operation.Load load && extent > 1
                    ? new Operation.Load(load.region(), load.slot() + unit)
                    : place;
        }

        private int mean(final int state, final int weight, final int start) {
            final int more = graph.arithmetic(Operation.Kind.SUBTRACT, state, start);
            return graph.arithmetic(Operation.Kind.ADD, start, graph.arithmetic(Operation.Kind.MULTIPLY, weight, more));
        }

        private Assignment sum(final int state, final int step, final Assignment derivative) {
            return new Assignment(
                    derivative.target(),
                    graph.fitted(graph.arithmetic(Operation.Kind.ADD, state, step), derivative.extent()),
                    derivative.extent());
        }

        private Assignment result(final int slot, final int value, final int extent) {
            return new Assignment(new Operation.Load(Region.RESULT, slot), graph.fitted(value, extent), extent);
        }
    }
}
