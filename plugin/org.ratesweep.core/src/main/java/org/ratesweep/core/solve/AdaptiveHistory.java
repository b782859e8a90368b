/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import java.util.Arrays;
import org.ratesweep.core.compile.Block;

/**
 * The recent past of a block in which each lane takes steps of its own.
 *
 * <p>No step is longer than the shortest delay of its parameter set, so delayed values are known functions of time: explicit
 * schemes need no iteration, and the Jacobian matrix of an implicit one is that of the equations with delayed values held. When
 * a step is good, the variables with a past that is needed are computed at some points inside of it, from the continuous
 * extension of the scheme, and polynomials of the degree of that extension run through them. For a state variable they are the
 * extension itself; for an algebraic one their error is held to the tolerance, and steps become shorter where it is not.
 *
 * <p>Source: E. Hairer, S. P. Nørsett, G. Wanner, Solving Ordinary Differential Equations I (2nd edition, 1993), section II.17;
 * A. Bellen, M. Zennaro, Numerical Methods for Delay Differential Equations (2003), chapters 4 and 5.
 */
final class AdaptiveHistory {
    private final Block block;
    private final LaneShape shape;
    private final StepControl control;
    private final StepPolynomial polynomial;
    private final Block.Probe[] probes;
    private final LaneHistory[] histories;
    private final Breakpoints[] breakpoints;
    private final double[] fedTimes;
    private final double[] errors;
    private final double[] inside;
    private final double[] insideTimes;
    private final double[][] values;
    private final double[][] laneValues;
    private final double[] laneFarthest;

    /** Sets what comes from outside of the equations to what it is in the first lanes at their times. */
    @FunctionalInterface
    interface Surroundings {
        /** Sets it. */
        void at(int lanes, double[] times);
    }

    /**
     * @param block the prepared block, with delays
     * @param shape the layout of states
     * @param solver the scheme
     * @param control the tolerances
     * @param runEnd the end of the run
     */
    AdaptiveHistory(
            final Block block,
            final LaneShape shape,
            final AdaptiveSolver solver,
            final StepControl control,
            final double runEnd) {
        this.block = block;
        this.shape = shape;
        this.control = control;
        this.polynomial = new StepPolynomial(solver.denseDegree());
        this.probes = new Block.Probe[block.delays()];
        Arrays.setAll(probes, block::delayed);
        this.histories = new LaneHistory[block.used()];
        this.breakpoints = new Breakpoints[block.used()];
        for (int lane = 0; lane < histories.length; lane++) {
            final LaneHistory.Delays delays = delays(lane);
            histories[lane] = new LaneHistory(polynomial, block.delaySources(), delays);
            breakpoints[lane] = new Breakpoints(delays.ages(), solver.order(), runEnd);
        }
        this.fedTimes = new double[block.stride()];
        this.errors = new double[block.stride()];
        this.inside = shape.newArray();
        this.insideTimes = new double[block.stride()];
        this.values = new double[polynomial.length() + 1][block.delaySources() * block.stride()];
        this.laneValues = new double[block.delaySources()][polynomial.length()];
        this.laneFarthest = new double[block.delaySources()];
    }

    private LaneHistory.Delays delays(final int lane) {
        final int[] variables = new int[block.delays()];
        final double[] ages = new double[block.delays()];
        for (int delay = 0; delay < ages.length; delay++) {
            variables[delay] = block.delaySource(delay);
            ages[delay] = block.delay(delay, lane);
            if (!(ages[delay] > 0)) {
                throw new IllegalArgumentException("a delay of " + ages[delay]);
            }
        }
        return new LaneHistory.Delays(variables, ages);
    }

    /**
     * Finds what variables were before the start. One that follows from delayed values of others needs theirs first, so this
     * goes round until all must be known; those that need each other's start from 0.
     */
    void findBefore() {
        final double[] found = values[0];
        final double[] start = new double[block.stride()];
        for (int round = 0; round <= probes.length; round++) {
            begin(histories.length, start, start);
            feed(histories.length, start);
            block.delaySources(histories.length, start, block.state(), found);
            for (int delay = 0; delay < probes.length; delay++) {
                for (int lane = 0; !block.wasZero(delay) && lane < histories.length; lane++) {
                    histories[lane].setBefore(delay, found[block.delaySource(delay) * block.stride() + lane]);
                }
            }
        }
    }

    /** Returns the largest step of a lane. */
    double largestStep(final int lane) {
        return histories[lane].shortest();
    }

    /** Returns where the steps of a lane have to end that may not pass a given time. */
    double next(final int lane, final double latest) {
        return breakpoints[lane].next(latest);
    }

    /** Notes that a lane's step ended where one had to. */
    void pass(final int lane, final double time) {
        breakpoints[lane].pass(time);
    }

    /** Notes that a lane's inputs jump or bend. */
    void inputsJump(final int lane, final double time) {
        breakpoints[lane].jump(time);
    }

    /** Notes which steps are about to be tried. */
    void begin(final int lanes, final double[] times, final double[] sizes) {
        for (int lane = 0; lane < lanes; lane++) {
            histories[lane].attempt(times[lane], sizes[lane]);
            fedTimes[lane] = Double.NaN;
        }
    }

    /** Writes all delayed values as they are at times inside of the steps. */
    void feed(final int lanes, final double[] times) {
        for (int lane = 0; lane < lanes; lane++) {
            if (times[lane] != fedTimes[lane]) {
                fedTimes[lane] = times[lane];
                for (int delay = 0; delay < probes.length; delay++) {
                    probes[delay].values()[probes[delay].offset() + lane] = histories[lane].delayed(delay, times[lane]);
                }
            }
        }
    }

    /**
     * Computes the variables with a past that is needed, inside of the steps that were tried.
     *
     * @param lanes how many lanes there are
     * @param times where each step starts
     * @param sizes how long it is
     * @param stepper what took them
     * @param surroundings what to call before anything is computed at other times
     */
    void examine(
            final int lanes,
            final double[] times,
            final double[] sizes,
            final LaneStepper stepper,
            final Surroundings surroundings) {
        boolean any = false;
        for (int lane = 0; lane < lanes; lane++) {
            errors[lane] = stepper.error(lane);
            any |= errors[lane] <= 1;
        }
        if (!any) {
            return;
        }
        stepper.prepareInterpolation(lanes);
        for (int point = 0; point < values.length; point++) {
            final double fraction = point < polynomial.length() ? polynomial.point(point) : polynomial.farthest();
            for (int lane = 0; lane < lanes; lane++) {
                insideTimes[lane] = times[lane] + fraction * sizes[lane];
            }
            stepper.interpolateAll(lanes, fraction, inside);
            surroundings.at(lanes, insideTimes);
            block.delaySources(lanes, insideTimes, inside, values[point]);
        }
        for (int lane = 0; lane < lanes; lane++) {
            if (errors[lane] <= 1) {
                errors[lane] = Math.max(errors[lane], propose(lane));
            }
        }
    }

    private double propose(final int lane) {
        for (int variable = 0; variable < laneValues.length; variable++) {
            final int place = variable * shape.stride() + lane;
            for (int point = 0; point < polynomial.length(); point++) {
                laneValues[variable][point] = values[point][place];
            }
            laneFarthest[variable] = values[polynomial.length()][place];
        }
        return histories[lane].propose(laneValues, laneFarthest, control);
    }

    /** Returns the error of a lane's step that was examined, as a multiple of the tolerance, that of the scheme included. */
    double error(final int lane) {
        return errors[lane];
    }

    /** Keeps a lane's step, which is good. */
    void keep(final int lane) {
        if (histories[lane].jumps()) {
            breakpoints[lane].jump(histories[lane].stepStart());
            breakpoints[lane].jump(histories[lane].stepEnd());
        }
        histories[lane].keep();
    }

    /** Tells whether a lane has no room for another step. */
    boolean isFull(final int lane) {
        return histories[lane].isFull();
    }

    /** Returns how many steps of a lane are kept. */
    int steps(final int lane) {
        return histories[lane].steps();
    }

    /** Lets a lane go on with what another one was doing. */
    void move(final int from, final int to) {
        histories[to] = histories[from];
        breakpoints[to] = breakpoints[from];
        errors[to] = errors[from];
    }
}
