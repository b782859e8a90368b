/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import java.util.Arrays;

/**
 * The past of one parameter set that takes steps of its own: for each step a polynomial in time for each variable with a past
 * that is needed, no further back than its longest delay.
 *
 * <p>A delayed value is read on the side of a jump on which the step lies that needs it: one that begins there sees what comes
 * behind the jump, one that ends there what was before it.
 */
final class LaneHistory {
    /** Times that differ by so few units in the last place of the time are one: sums of delays differ by their order. */
    static final double ROUNDING_ULPS = 64;

    /** Numbers that are kept of one parameter set: 32 MB. */
    private static final int MOST_NUMBERS = 1 << 22;

    private static final int FIRST_CAPACITY = 16;

    /** Variables that jump inside of a step this short, as a part of the shortest delay, may be as far off as they like. */
    private static final double INSTANT = 1e-9;

    private static final double INSTANT_ULPS = 100;

    private final StepPolynomial polynomial;
    private final int variables;
    private final Delays delays;
    private final double shortest;
    private final double longest;
    private final double[] before;
    private final int[] cursors;
    private double[] starts = new double[FIRST_CAPACITY];
    private double[] sizes = new double[FIRST_CAPACITY];
    private double[] coefficients;
    private int first;
    private int end;
    private double stepStart;
    private double stepEnd;
    private boolean jumps;

    /**
     * The delayed values of a parameter set.
     *
     * @param variables for each, the number of the variable that it is of
     * @param ages how old it is, greater than 0
     */
    record Delays(int[] variables, double[] ages) {
        int count() {
            return ages.length;
        }
    }

    /**
     * @param polynomial the kind of polynomials to keep
     * @param variables how many variables have a past that is needed
     * @param delays what is read of it, at least one value
     */
    LaneHistory(final StepPolynomial polynomial, final int variables, final Delays delays) {
        this.polynomial = polynomial;
        this.variables = variables;
        this.delays = delays;
        this.shortest = Arrays.stream(delays.ages()).min().orElseThrow();
        this.longest = Arrays.stream(delays.ages()).max().orElseThrow();
        this.before = new double[delays.count()];
        this.cursors = new int[delays.count()];
        this.coefficients = new double[FIRST_CAPACITY * width()];
    }

    private int width() {
        return variables * polynomial.length();
    }

    /** Returns the shortest delay. */
    double shortest() {
        return shortest;
    }

    /** Returns how many steps are kept. */
    int steps() {
        return end - first;
    }

    /** Tells whether there is no room for another step. */
    boolean isFull() {
        return (steps() + 1L) * width() > MOST_NUMBERS;
    }

    /** Sets what a delayed value was before the run. */
    void setBefore(final int delay, final double value) {
        before[delay] = value;
    }

    /** Returns what a delayed value was before the run. */
    double before(final int delay) {
        return before[delay];
    }

    /** Notes which step is being tried; none may be longer than the shortest delay but for rounding. */
    void attempt(final double start, final double size) {
        stepStart = start;
        stepEnd = start + size;
    }

    /**
     * Returns a delayed value.
     *
     * @param delay its number
     * @param time the time to which the delay is relative, in the step that is being tried; where it is outside, as for
     *     difference quotients, the polynomial at that end of the step goes on
     */
    double delayed(final int delay, final double time) {
        final double age = delays.ages()[delay];
        final double past = time - age;
        final double rounding = ROUNDING_ULPS * Math.ulp(stepEnd);
        final double from = stepStart - age + rounding;
        final double to = stepEnd - age - rounding;
        final double within = from < to ? Math.max(from, Math.min(past, to)) : (from + to) / 2;
        if (within < 0 || steps() == 0) {
            return before[delay];
        }
        int step = Math.max(first, cursors[delay]);
        while (step + 1 < end && starts[step + 1] <= within) {
            step++;
        }
        while (step > first && starts[step] > within) {
            step--;
        }
        cursors[delay] = step;
        return polynomial.value(
                coefficients,
                step * width() + delays.variables()[delay] * polynomial.length(),
                (past - starts[step]) / sizes[step]);
    }

    /**
     * Takes the values of a step that may turn out to be good, to be kept if it does.
     *
     * @param values the values of each variable at the points of the polynomial; left as they are
     * @param farthest the value of each variable where polynomials are farthest off
     * @param control the tolerances
     * @return the error of the polynomials as a multiple of the tolerance; 0 if the step is so short that something must be
     *     jumping in it; NaN if a value is not finite
     */
    double propose(final double[][] values, final double[] farthest, final StepControl control) {
        makeRoom();
        starts[end] = stepStart;
        sizes[end] = stepEnd - stepStart;
        double worst = 0;
        for (int variable = 0; variable < variables; variable++) {
            final int place = end * width() + variable * polynomial.length();
            double largest = 0;
            for (int i = 0; i < polynomial.length(); i++) {
                largest = Math.max(largest, Math.abs(values[variable][i]));
            }
            System.arraycopy(values[variable], 0, coefficients, place, polynomial.length());
            polynomial.fit(coefficients, place);
            final double error = polynomial.value(coefficients, place, polynomial.farthest()) - farthest[variable];
            worst = Math.max(worst, Math.abs(error) / control.scale(largest, largest) + largest * 0);
        }
        final boolean instant = sizes[end] <= Math.max(INSTANT * shortest, INSTANT_ULPS * Math.ulp(stepEnd));
        jumps = instant && worst > 1;
        return jumps ? 0 : worst;
    }

    /** Tells whether something jumps inside of the step that was proposed. */
    boolean jumps() {
        return jumps;
    }

    /** Returns where the step starts that is being tried. */
    double stepStart() {
        return stepStart;
    }

    /** Returns where it ends. */
    double stepEnd() {
        return stepEnd;
    }

    /** Keeps the step that was proposed, and forgets what is older than the longest delay. */
    void keep() {
        end++;
        while (first + 1 < end && starts[first + 1] < stepEnd - longest - ROUNDING_ULPS * Math.ulp(stepEnd)) {
            first++;
        }
    }

    private void makeRoom() {
        if (end < starts.length) {
            return;
        }
        final int count = steps();
        final int capacity = count + Math.max(FIRST_CAPACITY, count / 4);
        starts = Arrays.copyOf(Arrays.copyOfRange(starts, first, end), capacity);
        sizes = Arrays.copyOf(Arrays.copyOfRange(sizes, first, end), capacity);
        coefficients =
                Arrays.copyOf(Arrays.copyOfRange(coefficients, first * width(), end * width()), capacity * width());
        for (int delay = 0; delay < cursors.length; delay++) {
            cursors[delay] = Math.max(0, cursors[delay] - first);
        }
        first = 0;
        end = count;
    }
}
