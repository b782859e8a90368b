/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import java.util.Arrays;
import org.ratesweep.core.lanes.Chunks;
import org.ratesweep.core.lanes.LaneArray;

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
    private double[] scratch = {};
    private double[] work = {};
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

    /** Returns how many state variables, or units of them, there are. */
    public int stateVariables() {
        return model.statePaths().size();
    }

    /**
     * Returns the slot of a state variable, or of a unit, in the state: its number, if lanes have times of their own; else not
     * less.
     *
     * @param variable its number in the order of {@link CompiledModel#statePaths()}
     */
    public int stateSlot(final int variable) {
        return model.stateSlot(model.statePaths().get(variable)).orElseThrow();
    }

    /**
     * Returns the state, slots in the order of {@link CompiledModel#statePaths()}: the array itself, for solvers to change.
     * There may be more numbers between and behind the slots, which stay 0.
     */
    public double[] state() {
        return state;
    }

    /**
     * Gives one lane its value of a parameter, or its initial value of a state variable.
     *
     * @param path one of the varied paths that the model was compiled for, or a state variable's; of a variable with several
     *     units, all take the value, of a single one only that
     * @param lane the lane
     * @param value the value
     */
    public void set(final String path, final int lane, final double value) {
        final CompiledModel.Target target = model.target(path);
        final double[] values = target.region() == Region.STATE ? state : parameters;
        for (int unit = 0; unit < target.extent(); unit++) {
            values[(target.slot() + unit) * stride() + lane] = value;
        }
    }

    /** Computes what follows from the parameters alone. To be called when all of them are set, before anything else. */
    public void prepare() {
        run(model.prepare(), used, state, parameters);
    }

    private void run(final LazyRoutine routine, final int lanes, final double[] at, final double[] result) {
        run(routine, lanes, at, at, result);
    }

    private void run(
            final LazyRoutine routine,
            final int lanes,
            final double[] at,
            final double[] start,
            final double[] result) {
        final LazyRoutine.Written ready = routine.written();
        if (scratch.length < ready.scratch()) {
            scratch = LaneArray.withRoomFor(ready.scratch());
            work = LaneArray.withRoomFor(Math.addExact(scratch.length, Chunks.ROOM));
        }
        ready.routine().run(lanes, shared, at, start, parameters, scratch, result, work);
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
     * @param target the input that the signal drives; of a signal with several units, one unit of it
     * @return the feed, to be used in every step
     */
    public Feed feed(final String target) {
        final CompiledModel.Input input = model.input(target);
        if (input.isShared()) {
            return (samples, from) -> shared[input.slot()] = samples[from];
        }
        final int at = input.slot() * stride();
        return input.perSet()
                ? (samples, from) -> System.arraycopy(samples, from, parameters, at, used)
                : (samples, from) -> Arrays.fill(parameters, at, at + used, samples[from]);
    }

    /** Returns how many values from the past the derivatives need. */
    public int delays() {
        return model.delays().size();
    }

    /** Returns how many variables, or units of them, have a past that is needed. */
    public int delaySources() {
        return model.delaySourceSlots();
    }

    /** Returns the number of the variable, among those with a past that is needed, that a delayed value is of. */
    public int delaySource(final int delay) {
        return model.delays().get(delay).source();
    }

    /** Tells whether the variable of a delayed value was 0 before the run, and not what it is at its beginning. */
    public boolean wasZero(final int delay) {
        return model.delays().get(delay).wasZero();
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
        run(model.delaySources(), used, at, values);
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
        run(model.delaySources(), lanes, at, values);
    }

    /**
     * Returns where the values of a signal stand, which hold until they are changed there.
     *
     * @param target the input that the signal drives, which differs between the sets
     */
    public Probe signal(final String target) {
        return new Probe(parameters, model.input(target).slot() * stride());
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
        run(model.derivatives(), used, at, derivative);
    }

    /**
     * Computes the state plus the derivatives times a step size: an Euler step.
     *
     * @param time the time
     * @param stepSize the step size
     * @param at the state to compute the derivatives at; only read
     * @param advanced where the sum goes, laid out like the state, another array
     */
    public void advance(final double time, final double stepSize, final double[] at, final double[] advanced) {
        shared[model.timeSlot()] = time;
        shared[model.stepSizeSlot()] = stepSize;
        run(model.step(), used, at, advanced);
    }

    /**
     * Computes a state plus the derivatives at another one times a step size: a stage of a Runge-Kutta method.
     *
     * @param time the time
     * @param stepSize the step size
     * @param at the state to compute the derivatives at; only read
     * @param start what they are added to, laid out like the state; only read
     * @param advanced where the sum goes, laid out like the state, an array of its own
     */
    public void advance(
            final double time,
            final double stepSize,
            final double[] at,
            final double[] start,
            final double[] advanced) {
        shared[model.timeSlot()] = time;
        shared[model.stepSizeSlot()] = stepSize;
        run(model.stage(), used, at, start, advanced);
    }

    /**
     * Computes a mean of two states plus the derivatives at one of them times a step size: the end of a Runge-Kutta step.
     *
     * @param time the time
     * @param stepSize the step size
     * @param at the state to compute the derivatives at; only read
     * @param weight its weight in the mean
     * @param start the other state, whose weight is the rest to 1, laid out like the state; only read
     * @param advanced where the sum goes, laid out like the state, an array of its own
     */
    public void finish(
            final double time,
            final double stepSize,
            final double[] at,
            final double weight,
            final double[] start,
            final double[] advanced) {
        shared[model.timeSlot()] = time;
        shared[model.stepSizeSlot()] = stepSize;
        shared[model.weightSlot()] = weight;
        run(model.finish(), used, at, start, advanced);
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
        run(model.derivatives(), lanes, at, derivative);
    }

    /**
     * Computes the present values of the wanted algebraic variables.
     *
     * @param time the time
     */
    public void observe(final double time) {
        shared[model.timeSlot()] = time;
        run(model.observe(), used, state, observed);
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
        run(model.observe(), lanes, at, observed);
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
        for (int slot = 0; slot + stride() <= values.length; slot += stride()) {
            values[slot + to] = values[slot + from];
        }
    }

    /** Returns where the values of a variable with one unit, or of a unit, stand, to read them after each {@link #observe}. */
    public Probe probe(final String path) {
        return model.stateSlot(path)
                .map(slot -> new Probe(state, slot * stride()))
                .orElseGet(() -> new Probe(observed, model.observedSlot(path) * stride()));
    }

    /** Where the values of one variable stand: those of lane k at {@code offset + k}. */
    public record Probe(double[] values, int offset) {}
}
