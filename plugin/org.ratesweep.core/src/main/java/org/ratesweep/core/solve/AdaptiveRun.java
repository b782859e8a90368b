/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.ratesweep.core.compile.Block;

/**
 * One block of parameter sets from the start of a run to its end, each with steps of its own.
 *
 * <p>All lanes take a step together, each from its own time by its own size. A lane whose set has arrived is given to the last
 * one that is still on its way, so that no lane is computed in vain. Where a signal jumps or bends, a step ends and another
 * begins, so that no step sees anything but smooth signals; likewise where delays carry a jump or kink to.
 */
public final class AdaptiveRun {
    private static final double SAFETY = 0.9;
    private static final double MOST_SHRINKING = 0.2;
    private static final double MOST_GROWTH = 6;
    /** A step that comes this close to where it has to end is stretched to get there. */
    private static final double STRETCH = 1.01;
    /** A step of so few units in the last place of the time is no step. */
    private static final double FEWEST_ULPS = 10;

    private static final int ROUNDS_BETWEEN_REPORTS = 32;

    private final Block block;
    private final TimeGrid grid;
    private final StepControl control;
    private final Inputs inputs;
    private final Watch watch;
    private final LaneShape shape;
    private final LaneStepper stepper;
    private final Optional<AdaptiveHistory> history;
    private final double exponent;
    private final Samples samples;
    private final double[] times;
    private final double[] sizes;
    private final Course[] courses;
    private final Recording finalState;
    private final List<Optional<Failure>> failures;
    private double progress;
    private long reported;

    /** How far one set is. */
    private static final class Course {
        private final int set;
        private double largestStep;
        private double planned;
        private double stretchEnd;
        private double target;
        private boolean landing;
        private boolean afterRefusal;
        private boolean good;
        private boolean ended;
        private long steps;
        private int row;

        Course(final int set) {
            this.set = set;
        }
    }

    private AdaptiveRun(
            final Block block,
            final TimeGrid grid,
            final AdaptiveSolver solver,
            final StepControl control,
            final List<SampledInput> inputs,
            final SampledInput.Interpolation interpolation,
            final List<String> wanted,
            final Watch watch) {
        this.block = block;
        this.grid = grid;
        this.control = control;
        this.watch = watch;
        this.shape = new LaneShape(block.stateVariables(), block.stride());
        this.inputs = new Inputs(inputs, interpolation);
        this.stepper = solver.stepper(this::derivatives, shape, control);
        this.history = block.delays() == 0
                ? Optional.empty()
                : Optional.of(new AdaptiveHistory(block, shape, solver, control, grid.simulationTime()));
        this.exponent = -1.0 / solver.errorExponent();
        this.times = new double[block.stride()];
        this.sizes = new double[block.stride()];
        this.courses = new Course[block.used()];
        Arrays.setAll(courses, Course::new);
        this.samples = new Samples(wanted);
        this.finalState = new Recording(shape.variables(), 1, block.used());
        this.failures = new ArrayList<>(Collections.nCopies(block.used(), Optional.empty()));
    }

    /**
     * Runs a prepared block.
     *
     * @param block the sets, with parameters and initial values in place; of a model compiled with a time for each lane
     * @param grid the samples to take, and the times of those of the signals
     * @param solver the scheme
     * @param control tolerances and limits of steps
     * @param inputs the signals
     * @param interpolation what they are between two samples
     * @param wanted the paths of the variables to record
     * @param watch what follows the run
     * @return the recording and how each set fared; samples behind the time that a set reached are NaN
     * @throws CancellationException if the watch said not to go on
     */
    public static Outcome run(
            final Block block,
            final TimeGrid grid,
            final AdaptiveSolver solver,
            final StepControl control,
            final List<SampledInput> inputs,
            final SampledInput.Interpolation interpolation,
            final List<String> wanted,
            final Watch watch) {
        return new AdaptiveRun(block, grid, solver, control, inputs, interpolation, wanted, watch).run();
    }

    private void derivatives(final int lanes, final double[] at, final double[] state, final double[] derivative) {
        setSurroundings(lanes, at);
        block.derivatives(lanes, at, state, derivative);
    }

    /** Sets everything that comes from outside of the equations to what it is at some times. */
    private void setSurroundings(final int lanes, final double[] at) {
        inputs.interpolate(lanes, at);
        if (history.isPresent()) {
            history.get().feed(lanes, at);
        }
    }

    private Outcome run() {
        for (int lane = 0; lane < courses.length; lane++) {
            courses[lane].largestStep = history.isPresent()
                    ? Math.min(control.maxStep(), history.get().largestStep(lane))
                    : control.maxStep();
            courses[lane].planned = Math.min(control.firstStep(), courses[lane].largestStep);
            courses[lane].row = grid.firstRow();
            courses[lane].stretchEnd = inputs.enterStretch(lane, courses[lane].set, 0);
            courses[lane].target = target(lane);
            requireFiniteStart(lane);
        }
        history.ifPresent(AdaptiveHistory::findBefore);
        int active = withoutEnded(courses.length);
        for (int round = 0; active > 0; round++) {
            for (int lane = 0; lane < active; lane++) {
                choose(lane);
            }
            if (history.isPresent()) {
                history.get().begin(active, times, sizes);
            }
            stepper.attempt(active, times, sizes, block.state());
            if (history.isPresent()) {
                history.get().examine(active, times, sizes, stepper, this::setSurroundings);
            }
            judge(active);
            active = withoutEnded(active);
            if (round % ROUNDS_BETWEEN_REPORTS == 0) {
                report(Math.min((long) progress, total() - 1));
            }
        }
        report(total());
        return new Outcome(samples.recording, finalState, failures);
    }

    private long total() {
        return (long) grid.steps() * block.used();
    }

    private void report(final long done) {
        if (!watch.advanced(Math.max(0, done - reported))) {
            throw new CancellationException("the run was cancelled");
        }
        reported = Math.max(reported, done);
    }

    private void requireFiniteStart(final int lane) {
        firstNotFinite(block.state(), lane, 0).ifPresent(divergence -> fail(lane, divergence));
    }

    private Optional<Divergence> firstNotFinite(final double[] state, final int lane, final double time) {
        for (int variable = 0; variable < shape.variables(); variable++) {
            final double value = state[variable * shape.stride() + lane];
            if (!Double.isFinite(value)) {
                return Optional.of(new Divergence(time, variable, value));
            }
        }
        return Optional.empty();
    }

    /** Sets the size of a lane's next step. */
    private void choose(final int lane) {
        final Course course = courses[lane];
        final double left = course.target - times[lane];
        // Times a delay apart may differ by a little more than the delay.
        final double rounding = history.isPresent() ? LaneHistory.ROUNDING_ULPS * Math.ulp(course.target) : 0;
        course.landing = left <= Math.min(STRETCH * course.planned, course.largestStep + rounding);
        sizes[lane] = course.landing ? left : course.planned;
    }

    /** Returns the time at which one of a lane's next steps has to end. */
    private double target(final int lane) {
        final double stretchEnd = courses[lane].stretchEnd;
        return history.isPresent() ? history.get().next(lane, stretchEnd) : stretchEnd;
    }

    private double error(final int lane) {
        return history.isPresent() ? history.get().error(lane) : stepper.error(lane);
    }

    private void judge(final int active) {
        boolean anyGood = false;
        for (int lane = 0; lane < active; lane++) {
            final double error = error(lane);
            courses[lane].good = error <= 1;
            courses[lane].steps++;
            anyGood |= courses[lane].good;
            plan(courses[lane], error, sizes[lane]);
        }
        if (anyGood) {
            samples.take(active);
        }
        for (int lane = 0; lane < active; lane++) {
            if (courses[lane].good) {
                advance(lane);
            }
            if (!courses[lane].ended) {
                requireProgress(lane);
            }
        }
    }

    /** Chooses the size of the next step from the error of the last one. */
    private void plan(final Course course, final double error, final double size) {
        final double wish = SAFETY * Math.pow(error, exponent);
        if (!course.good) {
            course.planned = size * (wish > MOST_SHRINKING ? Math.min(wish, 1) : MOST_SHRINKING);
        } else {
            final double growth = course.afterRefusal ? 1 : MOST_GROWTH;
            final double next = size * Math.max(MOST_SHRINKING, Math.min(wish, growth));
            // A step that had to end early says little against a longer one.
            course.planned = Math.min(course.largestStep, course.landing ? Math.max(course.planned, next) : next);
        }
        course.afterRefusal = !course.good;
    }

    private void requireProgress(final int lane) {
        final Course course = courses[lane];
        if (course.planned < Math.max(Double.MIN_NORMAL, FEWEST_ULPS * Math.ulp(times[lane]))) {
            final Optional<Divergence> divergence = Double.isNaN(stepper.error(lane))
                    ? firstNotFinite(stepper.end(), lane, times[lane])
                    : Optional.empty();
            fail(lane, divergence.isPresent() ? divergence.get() : new StepSizeUnderflow(times[lane], course.planned));
        } else if (course.steps >= control.maxSteps()) {
            fail(lane, new TooManySteps(times[lane], course.steps));
        } else if (history.isPresent() && history.get().isFull(lane)) {
            fail(lane, new PastTooLong(times[lane], history.get().steps(lane)));
        }
    }

    private void advance(final int lane) {
        final Course course = courses[lane];
        final double end = course.landing ? course.target : times[lane] + sizes[lane];
        progress += (end - times[lane]) / grid.stepSize();
        shape.copyLane(stepper.end(), lane, block.state(), lane);
        stepper.advance(lane);
        history.ifPresent(past -> past.keep(lane));
        times[lane] = end;
        if (end >= grid.simulationTime()) {
            course.ended = true;
            keepFinalState(lane);
        } else if (course.landing) {
            land(lane);
        } else {
            course.target = target(lane);
        }
    }

    /** Goes on behind a time at which a step had to end. */
    private void land(final int lane) {
        final Course course = courses[lane];
        final boolean changes = course.target == course.stretchEnd;
        if (changes) {
            course.stretchEnd = inputs.enterStretch(lane, course.set, inputs.next(lane));
        }
        if (history.isPresent()) {
            history.get().pass(lane, times[lane]);
            if (changes) {
                history.get().inputsJump(lane, times[lane]);
            }
        }
        course.target = target(lane);
        if (inputs.jumps() || history.isPresent()) {
            stepper.forget(lane);
        }
    }

    private void fail(final int lane, final Failure failure) {
        final Course course = courses[lane];
        course.ended = true;
        progress += (grid.simulationTime() - times[lane]) / grid.stepSize();
        failures.set(course.set, Optional.of(failure));
        samples.fillUp(course);
        for (int variable = 0; variable < shape.variables(); variable++) {
            finalState.record(variable, 0, course.set, Double.NaN);
        }
    }

    private void keepFinalState(final int lane) {
        for (int variable = 0; variable < shape.variables(); variable++) {
            finalState.record(variable, 0, courses[lane].set, block.state()[variable * shape.stride() + lane]);
        }
    }

    /** Gives the lanes whose sets have ended to others, and returns how many lanes are left. */
    private int withoutEnded(final int active) {
        int left = active;
        for (int lane = active - 1; lane >= 0; lane--) {
            if (courses[lane].ended) {
                left--;
                if (lane < left) {
                    courses[lane] = courses[left];
                    times[lane] = times[left];
                    block.copyLane(left, lane);
                    stepper.move(left, lane);
                    inputs.move(left, lane);
                    if (history.isPresent()) {
                        history.get().move(left, lane);
                    }
                }
            }
        }
        return left;
    }

    /** Takes the samples that lie inside of good steps. */
    private final class Samples {
        private final Recording recording;
        private final List<Block.Probe> probes;
        private final boolean anyAlgebraic;
        private final double[] sampled = shape.newArray();
        private final double[] sampleTimes = new double[shape.stride()];
        private final boolean[] due = new boolean[shape.stride()];

        Samples(final List<String> wanted) {
            probes = wanted.stream().map(block::probe).toList();
            recording = new Recording(probes.size(), grid.keptRows(), block.used());
            anyAlgebraic = probes.stream().anyMatch(probe -> probe.values() != block.state());
        }

        void take(final int active) {
            while (findDue(active)) {
                if (anyAlgebraic) {
                    observe(active);
                }
                for (int lane = 0; lane < active; lane++) {
                    if (due[lane]) {
                        record(lane);
                        courses[lane].row++;
                    }
                }
            }
        }

        /** Finds the lanes whose next sample is in their step: at its start, or behind it but before its end. */
        private boolean findDue(final int active) {
            boolean any = false;
            for (int lane = 0; lane < active; lane++) {
                final Course course = courses[lane];
                due[lane] = false;
                if (course.good && course.row < grid.rows()) {
                    sampleTimes[lane] = (double) course.row * grid.stepsPerSample() * grid.stepSize();
                    final double end = course.landing ? course.target : times[lane] + sizes[lane];
                    due[lane] = sampleTimes[lane] < end || end >= grid.simulationTime();
                }
                any |= due[lane];
            }
            return any;
        }

        private double fraction(final int lane) {
            return Math.max(0, Math.min(1, (sampleTimes[lane] - times[lane]) / sizes[lane]));
        }

        private void observe(final int active) {
            for (int lane = 0; lane < active; lane++) {
                if (due[lane]) {
                    for (int variable = 0; variable < shape.variables(); variable++) {
                        sampled[variable * shape.stride() + lane] = stepper.interpolate(variable, lane, fraction(lane));
                    }
                }
            }
            setSurroundings(active, sampleTimes);
            block.observe(active, sampleTimes, sampled);
        }

        private void record(final int lane) {
            final Course course = courses[lane];
            for (int i = 0; i < probes.size(); i++) {
                final Block.Probe probe = probes.get(i);
                recording.record(
                        i,
                        course.row - grid.firstRow(),
                        course.set,
                        probe.values() == block.state()
                                ? stepper.interpolate(probe.offset() / shape.stride(), lane, fraction(lane))
                                : probe.values()[probe.offset() + lane]);
            }
        }

        /** Marks the samples that a set did not reach. */
        void fillUp(final Course course) {
            for (int row = course.row; row < grid.rows(); row++) {
                for (int i = 0; i < probes.size(); i++) {
                    recording.record(i, row - grid.firstRow(), course.set, Double.NaN);
                }
            }
        }
    }

    /** The signals, each in the stretch of time that a lane is in: from one jump or bend to the next. */
    private final class Inputs {
        private final List<SampledInput> signals;
        private final List<Block.Probe> places;
        private final boolean linear;
        private final int[] next;
        private final double[] starts;
        private final double[][] values;
        private final double[][] slopes;

        Inputs(final List<SampledInput> signals, final SampledInput.Interpolation interpolation) {
            this.signals = List.copyOf(signals);
            this.places = signals.stream()
                    .map(signal -> block.signal(signal.target()))
                    .toList();
            this.linear = interpolation == SampledInput.Interpolation.LINEAR;
            this.next = new int[block.stride()];
            this.starts = new double[block.stride()];
            this.values = new double[signals.size()][block.stride()];
            this.slopes = new double[signals.size()][block.stride()];
        }

        /** Tells whether slopes on both sides of a stretch's end can differ. */
        boolean jumps() {
            return !linear;
        }

        int next(final int lane) {
            return next[lane];
        }

        /** Sets the signals of a lane for the stretch that starts with a sample, and returns the time at which it ends. */
        double enterStretch(final int lane, final int set, final int step) {
            starts[lane] = step * grid.stepSize();
            for (int i = 0; i < signals.size(); i++) {
                values[i][lane] = signals.get(i).samples().at(step, set);
                slopes[i][lane] = rise(signals.get(i), step, set) / grid.stepSize();
                places.get(i).values()[places.get(i).offset() + lane] = values[i][lane];
            }
            int end = step + 1;
            while (end < grid.steps() && isSmooth(end, set)) {
                end++;
            }
            next[lane] = end;
            return end < grid.steps() ? end * grid.stepSize() : grid.simulationTime();
        }

        private boolean isSmooth(final int step, final int set) {
            for (final SampledInput signal : signals) {
                final boolean smooth = linear
                        ? rise(signal, step, set) == rise(signal, step - 1, set)
                        : signal.samples().at(step, set) == signal.samples().at(step - 1, set);
                if (!smooth) {
                    return false;
                }
            }
            return true;
        }

        private double rise(final SampledInput signal, final int step, final int set) {
            return linear && step + 1 < grid.steps()
                    ? signal.samples().at(step + 1, set) - signal.samples().at(step, set)
                    : 0;
        }

        void interpolate(final int lanes, final double[] at) {
            if (linear) {
                for (int i = 0; i < signals.size(); i++) {
                    final Block.Probe place = places.get(i);
                    for (int lane = 0; lane < lanes; lane++) {
                        place.values()[place.offset() + lane] =
                                values[i][lane] + (at[lane] - starts[lane]) * slopes[i][lane];
                    }
                }
            }
        }

        void move(final int from, final int to) {
            next[to] = next[from];
            starts[to] = starts[from];
            for (int i = 0; i < signals.size(); i++) {
                values[i][to] = values[i][from];
                slopes[i][to] = slopes[i][from];
            }
        }
    }
}
