/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.List;
import org.ratesweep.core.model.PreHistory;

/**
 * The memory of some parameter sets that are computed together: one lane a set.
 *
 * <p>The value of slot s in lane k of any array stands at {@code s * stride() + k}. A block belongs to one thread at a time.
 */
public final class Block {
    private final CompiledModel model;
    private final int used;
    private final double[] parameters;
    private final double[] shared;
    private final double[] scratch;
    private final double[] state;
    private final double[] observed;

    Block(final CompiledModel model, final int used) {
        if (used < 1 || used > model.lanes()) {
            throw new IllegalArgumentException(used + " of " + model.lanes() + " lanes");
        }
        this.model = model;
        this.used = used;
        this.parameters = model.newParameters();
        this.shared = model.newShared();
        this.scratch = model.newScratch();
        this.state = model.newState();
        this.observed = model.newObserved();
    }

    /** Returns how many lanes carry a parameter set. */
    public int used() {
        return used;
    }

    /** Returns the distance between the same lane of neighbouring slots. */
    public int stride() {
        return model.lanes();
    }

    /** Returns the state, slots in the order of the model's state variables: the array itself, for solvers to change. */
    public double[] state() {
        return state;
    }

    /**
     * Gives one lane its value of a parameter, or its initial value of a state variable.
     *
     * @param path one of the varied paths that the model was compiled for
     * @param lane the lane
     * @param value the value
     */
    public void set(final String path, final int lane, final double value) {
        final Integer slot = model.variedParameters().get(path);
        if (slot != null) {
            parameters[slot * stride() + lane] = value;
        } else {
            state[model.variedInitialValues().get(path) * stride() + lane] = value;
        }
    }

    /** Computes what follows from the parameters alone. To be called when all of them are set, before anything else. */
    public void prepare() {
        model.prepare().run(used, shared, state, parameters, scratch, parameters);
    }

    /** Takes the values of one signal, which hold until the next ones. */
    @FunctionalInterface
    public interface Feed {
        /**
         * Gives the signal its values from now on.
         *
         * @param samples numbers among which the values stand
         * @param from where the value stands, or of a signal that differs between the sets, that of lane 0
         */
        void set(double[] samples, int from);
    }

    /**
     * Returns what feeds a signal into this block.
     *
     * @param target the input that the signal drives
     * @return the feed, to be used in every step
     */
    public Feed feed(final String target) {
        final Integer laneSlot = model.laneSignals().get(target);
        if (laneSlot != null) {
            final int at = laneSlot * stride();
            return (samples, from) -> System.arraycopy(samples, from, parameters, at, used);
        }
        final int at = model.sharedSignals().get(target);
        return (samples, from) -> shared[at] = samples[from];
    }

    /** Returns how many values from the past the derivatives need. */
    public int delays() {
        return model.delays().size();
    }

    /** Returns how many variables have a past that is needed. */
    public int delaySources() {
        return model.delaySourcePaths().size();
    }

    /** Returns the number of the variable, among those with a past that is needed, that a delayed value is of. */
    public int delaySource(final int delay) {
        return model.delaySourcePaths()
                .indexOf(model.delays().get(delay).variable().source());
    }

    /** Tells whether the variable of a delayed value was 0 before the run, and not what it is at its beginning. */
    public boolean wasZero(final int delay) {
        return model.delays().get(delay).variable().preHistory() == PreHistory.ZERO;
    }

    /**
     * Returns how old a delayed value is, in the model's unit of time. The block must be prepared.
     *
     * @param delay the number of the delayed value
     * @param lane the lane
     */
    public double delay(final int delay, final int lane) {
        final Operation length = model.delays().get(delay).length();
        return length instanceof Operation.Constant constant
                ? constant.value()
                : parameters[((Operation.Load) length).slot() * stride() + lane];
    }

    /** Returns where to write a delayed value before derivatives or sources are computed or variables observed. */
    public Probe delayed(final int delay) {
        return new Probe(parameters, model.delays().get(delay).slot() * stride());
    }

    /**
     * Computes the variables that have a past that is needed.
     *
     * @param time the time
     * @param at the state to compute them at
     * @param values where they go: one slot a variable
     */
    public void delaySources(final double time, final double[] at, final double[] values) {
        shared[model.timeSlot()] = time;
        model.delaySources().run(used, shared, at, parameters, scratch, values);
    }

    /**
     * Computes the variables that have a past that is needed in some lanes, each at a time of its own.
     *
     * @param lanes how many lanes to compute, from lane 0
     * @param times the time of each of them
     * @param at the state to compute them at
     * @param values where they go: one slot a variable
     */
    public void delaySources(final int lanes, final double[] times, final double[] at, final double[] values) {
        System.arraycopy(times, 0, parameters, model.timeSlot() * stride(), lanes);
        model.delaySources().run(lanes, shared, at, parameters, scratch, values);
    }

    /**
     * Returns where the values of a signal stand, which hold until they are changed there.
     *
     * @param target the input that the signal drives, which differs between the sets
     */
    public Probe signal(final String target) {
        return new Probe(parameters, model.laneSignals().get(target) * stride());
    }

    /**
     * Computes the derivatives of all state variables in all lanes.
     *
     * @param time the time
     * @param at the state to compute them at
     * @param derivative where they go; lanes that are not used stay as they are
     */
    public void derivatives(final double time, final double[] at, final double[] derivative) {
        shared[model.timeSlot()] = time;
        model.derivatives().run(used, shared, at, parameters, scratch, derivative);
    }

    /**
     * Computes the derivatives of all state variables in some lanes, each at a time of its own.
     *
     * @param lanes how many lanes to compute, from lane 0
     * @param times the time of each of them
     * @param at the state to compute them at
     * @param derivative where they go; other lanes stay as they are
     */
    public void derivatives(final int lanes, final double[] times, final double[] at, final double[] derivative) {
        System.arraycopy(times, 0, parameters, model.timeSlot() * stride(), lanes);
        model.derivatives().run(lanes, shared, at, parameters, scratch, derivative);
    }

    /**
     * Computes the present values of the wanted algebraic variables.
     *
     * @param time the time
     */
    public void observe(final double time) {
        shared[model.timeSlot()] = time;
        model.observe().run(used, shared, state, parameters, scratch, observed);
    }

    /**
     * Computes the values of the wanted algebraic variables in some lanes, each at a time of its own.
     *
     * @param lanes how many lanes to compute, from lane 0
     * @param times the time of each of them
     * @param at the state to compute them at
     */
    public void observe(final int lanes, final double[] times, final double[] at) {
        System.arraycopy(times, 0, parameters, model.timeSlot() * stride(), lanes);
        model.observe().run(lanes, shared, at, parameters, scratch, observed);
    }

    /**
     * Lets a lane carry the parameter set of another one: its parameters, signals and state.
     *
     * @param from the lane that has the parameter set
     * @param to the lane that gets it
     */
    public void copyLane(final int from, final int to) {
        copyLane(parameters, from, to);
        copyLane(state, from, to);
    }

    private void copyLane(final double[] values, final int from, final int to) {
        for (int slot = 0; slot < values.length; slot += stride()) {
            values[slot + to] = values[slot + from];
        }
    }

    /** Returns where the values of a variable stand, to read them after each {@link #observe}. */
    public Probe probe(final String path) {
        final List<String> states = model.statePaths();
        final int stateSlot = states.indexOf(path);
        return stateSlot >= 0
                ? new Probe(state, stateSlot * stride())
                : new Probe(observed, model.observed().get(path) * stride());
    }

    /** Where the values of one variable stand: those of lane k at {@code offset + k}. */
    public record Probe(double[] values, int offset) {}
}
