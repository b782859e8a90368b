/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.expression.Expression;

/**
 * A place in the equations where a signal may be late, and by how much.
 *
 * <p>The values of delay and spread decide over the form of the equations: see {@link #stages}.
 *
 * @param place what is late, for messages
 * @param delay the delay over the paths of parameters
 * @param spread the standard deviation of the delay, likewise, if it may have one
 */
record Lag(String place, Expression delay, Optional<Expression> spread) {
    /** What {@link #stages} says of a signal that is not late. */
    static final int NONE = 0;

    /** What {@link #stages} says of a signal with one delay. */
    static final int DISCRETE = -1;

    /** A chain this long has a spread of a hundredth of its delay. */
    private static final int MOST_STAGES = 10_000;

    /**
     * Finds the form of the equations.
     *
     * <p>A delay with a spread stands for travel times with a gamma distribution of that mean and that standard
     * deviation: as many first-order stages in a row as the square of their ratio, rounded half to even (N. MacDonald,
     * Time Lags in Biological Models, 1978).
     *
     * @param values gives the value of each parameter
     * @return {@link #NONE}, {@link #DISCRETE} or the number of stages, at least 1
     * @throws InputException if delay or spread is negative or not finite, or there is no such distribution
     */
    int stages(final ToDoubleFunction<String> values) {
        final double mean = checked("delay", delay, values);
        final double deviation = spread.isPresent() ? checked("spread", spread.get(), values) : 0;
        if (deviation == 0) {
            return mean == 0 ? NONE : DISCRETE;
        }
        final double ratio = mean / deviation;
        final double stages = Math.rint(ratio * ratio);
        if (stages < 1) {
            throw new InputException("the spread of " + place + " is " + deviation + ", but its delay is " + mean
                    + "; the spread of a delay cannot be larger than the delay");
        }
        if (stages > MOST_STAGES) {
            throw new InputException("the spread of " + place + " (" + deviation + ") is so small beside its delay ("
                    + mean + ") that it would take " + stages + " stages, more than " + MOST_STAGES
                    + "; a spread of 0 makes it one delay");
        }
        return (int) stages;
    }

    private double checked(final String what, final Expression expression, final ToDoubleFunction<String> values) {
        final double value = expression.evaluate(values);
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new InputException("the " + what + " of " + place + " is " + value + "; expected a time, at least 0");
        }
        return value;
    }
}
