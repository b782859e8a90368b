/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ratesweep.core.model.AlgebraicVariable;
import org.ratesweep.core.model.DelayedVariable;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.ModelVariable;
import org.ratesweep.core.model.Parameter;
import org.ratesweep.core.model.Signal;
import org.ratesweep.core.model.StateVariable;

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

    private final int lanes;
    private final List<StateVariable> states;
    private final Map<String, Integer> variedParameters;
    private final Map<String, Integer> variedInitialValues;
    private final Map<String, Integer> sharedSignals;
    private final Map<String, Integer> laneSignals;
    private final Map<String, Integer> observed;
    private final List<Delay> delays;
    private final List<String> delaySources;
    private final Program program;

    /**
     * A value from the past, as the routines see it.
     *
     * @param variable what it is
     * @param slot the slot of {@link Region#PARAMETERS} from which the routines take it
     * @param length where its delay stands, once a block is prepared
     */
    record Delay(DelayedVariable variable, int slot, Operation length) {}

    /** The generated routines and the sizes of the regions that they work on, in slots. */
    private record Program(
            Routine prepare,
            Routine derivatives,
            Routine observe,
            Routine delaySources,
            int parameterSlots,
            int sharedSlots,
            int scratchSlots) {}

    private CompiledModel(
            final int lanes,
            final List<StateVariable> states,
            final Map<String, Integer> variedParameters,
            final Map<String, Integer> variedInitialValues,
            final Map<String, Integer> sharedSignals,
            final Map<String, Integer> laneSignals,
            final Map<String, Integer> observed,
            final List<Delay> delays,
            final List<String> delaySources,
            final Program program) {
        this.lanes = lanes;
        this.states = states;
        this.variedParameters = Map.copyOf(variedParameters);
        this.variedInitialValues = Map.copyOf(variedInitialValues);
        this.sharedSignals = Map.copyOf(sharedSignals);
        this.laneSignals = Map.copyOf(laneSignals);
        this.observed = Map.copyOf(observed);
        this.delays = List.copyOf(delays);
        this.delaySources = List.copyOf(delaySources);
        this.program = program;
    }

    /**
     * Compiles a model for solvers that take all parameter sets through the same instants.
     *
     * @param model the system
     * @param lanes how many parameter sets a block holds
     * @param varied the paths of the parameters, and of the state variables whose initial values, vary between the sets
     * @param variedSignals the targets of the signals that differ between the sets
     * @param wanted the paths of the algebraic variables to compute for output
     * @return the compiled model
     */
    public static CompiledModel compile(
            final Model model,
            final int lanes,
            final Collection<String> varied,
            final Set<String> variedSignals,
            final Collection<String> wanted) {
        return compile(model, lanes, false, varied, variedSignals, wanted);
    }

    /**
     * Compiles a model for solvers that take each parameter set through instants of its own: time and signals differ between
     * the lanes.
     *
     * @param model the system
     * @param lanes how many parameter sets a block holds
     * @param varied the paths of the parameters, and of the state variables whose initial values, vary between the sets
     * @param wanted the paths of the algebraic variables to compute for output
     * @return the compiled model, whose blocks are told the time of each lane
     */
    public static CompiledModel compileWithTimes(
            final Model model, final int lanes, final Collection<String> varied, final Collection<String> wanted) {
        return compile(
                model,
                lanes,
                true,
                varied,
                model.signals().stream().map(Signal::target).collect(Collectors.toSet()),
                wanted);
    }

    private static CompiledModel compile(
            final Model model,
            final int lanes,
            final boolean ownTimes,
            final Collection<String> varied,
            final Set<String> variedSignals,
            final Collection<String> wanted) {
        final ValueGraph graph = new ValueGraph();
        final Lowering lowering = new Lowering(graph);
        lowering.define(
                Model.TIME,
                ownTimes
                        ? graph.load(Region.PARAMETERS, TIME_SLOT, Variance.LANE)
                        : graph.load(Region.SHARED, TIME_SLOT, Variance.STEP));
        final Slots parameters = new Slots(ownTimes ? TIME_SLOT + 1 : 0);
        final Slots shared = new Slots(TIME_SLOT + 1);

        final Map<String, Integer> variedParameters = new LinkedHashMap<>();
        for (final Parameter parameter : model.parameters()) {
            if (varied.contains(parameter.path())) {
                final int slot = parameters.take();
                variedParameters.put(parameter.path(), slot);
                lowering.define(parameter.path(), graph.load(Region.PARAMETERS, slot, Variance.SET));
            } else {
                lowering.define(parameter.path(), graph.constant(parameter.value()));
            }
        }
        final Map<String, Integer> sharedSignals = new HashMap<>();
        final Map<String, Integer> laneSignals = new HashMap<>();
        for (final Signal signal : model.signals()) {
            final boolean perSet = variedSignals.contains(signal.target());
            final int slot = perSet ? parameters.take() : shared.take();
            (perSet ? laneSignals : sharedSignals).put(signal.target(), slot);
            lowering.define(
                    signal.name(),
                    graph.load(
                            perSet ? Region.PARAMETERS : Region.SHARED, slot, perSet ? Variance.LANE : Variance.STEP));
        }
        final Map<DelayedVariable, Integer> delayedSlots = new LinkedHashMap<>();
        for (final DelayedVariable delayed : model.delayed()) {
            final int slot = parameters.take();
            delayedSlots.put(delayed, slot);
            lowering.define(delayed.name(), graph.load(Region.PARAMETERS, slot, Variance.LANE));
        }
        final List<StateVariable> states = model.stateVariables();
        final Map<String, Integer> variedInitialValues = new LinkedHashMap<>();
        for (int i = 0; i < states.size(); i++) {
            lowering.define(states.get(i).path(), graph.load(Region.STATE, i, Variance.LANE));
            if (varied.contains(states.get(i).path())) {
                variedInitialValues.put(states.get(i).path(), i);
            }
        }
        for (final AlgebraicVariable variable : model.algebraicVariables()) {
            lowering.define(variable.path(), lowering.lower(variable.expression()));
        }
        final List<Assignment> derivatives = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            derivatives.add(new Assignment(
                    new Operation.Load(Region.RESULT, i),
                    lowering.lower(states.get(i).derivative())));
        }
        final Map<String, Integer> observed = new LinkedHashMap<>();
        final List<Assignment> observations = new ArrayList<>();
        for (final String path : wanted) {
            observed.put(path, observations.size());
            observations.add(
                    new Assignment(new Operation.Load(Region.RESULT, observations.size()), lowering.value(path)));
        }
        final List<String> delaySources =
                model.delayed().stream().map(DelayedVariable::source).distinct().toList();
        final List<Assignment> records = new ArrayList<>();
        for (final String path : delaySources) {
            records.add(new Assignment(new Operation.Load(Region.RESULT, records.size()), lowering.value(path)));
        }
        final Hoisting hoisting = new Hoisting(graph, parameters, shared);
        final RoutinePlan derivativePlan = hoisting.plan(derivatives);
        final RoutinePlan observationPlan = hoisting.plan(observations);
        final RoutinePlan recordPlan = hoisting.plan(records);
        final List<Delay> delays = new ArrayList<>();
        delayedSlots.forEach((delayed, slot) ->
                delays.add(new Delay(delayed, slot, hoisting.prepared(lowering.lower(delayed.delay())))));
        final RoutinePlan preparation = hoisting.preparation();
        final Program program = new Program(
                RoutineAssembler.assemble("prepare", preparation, lanes),
                RoutineAssembler.assemble("derivatives", derivativePlan, lanes),
                RoutineAssembler.assemble("observe", observationPlan, lanes),
                RoutineAssembler.assemble("record", recordPlan, lanes),
                parameters.taken(),
                shared.taken(),
                Stream.of(preparation, derivativePlan, observationPlan, recordPlan)
                        .mapToInt(RoutinePlan::scratchSlots)
                        .max()
                        .orElseThrow());
        return new CompiledModel(
                lanes,
                states,
                variedParameters,
                variedInitialValues,
                sharedSignals,
                laneSignals,
                observed,
                delays,
                delaySources,
                program);
    }

    /** Returns how many parameter sets a block holds. */
    public int lanes() {
        return lanes;
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
        return new double[program.parameterSlots * lanes];
    }

    double[] newShared() {
        return new double[program.sharedSlots];
    }

    double[] newScratch() {
        return new double[program.scratchSlots * lanes];
    }

    double[] newObserved() {
        return new double[observed.size() * lanes];
    }

    double[] newState() {
        final double[] state = new double[states.size() * lanes];
        for (int i = 0; i < states.size(); i++) {
            Arrays.fill(state, i * lanes, (i + 1) * lanes, states.get(i).value());
        }
        return state;
    }

    int timeSlot() {
        return TIME_SLOT;
    }

    Routine prepare() {
        return program.prepare;
    }

    Routine derivatives() {
        return program.derivatives;
    }

    Routine observe() {
        return program.observe;
    }

    Routine delaySources() {
        return program.delaySources;
    }

    List<Delay> delays() {
        return delays;
    }

    List<String> delaySourcePaths() {
        return delaySources;
    }

    Map<String, Integer> variedParameters() {
        return variedParameters;
    }

    Map<String, Integer> variedInitialValues() {
        return variedInitialValues;
    }

    Map<String, Integer> sharedSignals() {
        return sharedSignals;
    }

    Map<String, Integer> laneSignals() {
        return laneSignals;
    }

    Map<String, Integer> observed() {
        return observed;
    }

    List<String> statePaths() {
        return states.stream().map(ModelVariable::path).toList();
    }
}
