/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import java.util.List;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.expression.Function;
import org.ratesweep.core.expression.LinearMap;
import org.ratesweep.core.expression.Operator;
import org.ratesweep.core.expression.UnitSelection;
import org.ratesweep.core.model.UnitFunctions.Sized;

/**
 * Writes {@code interp(x, xp, fp)} by units, one for each interval between two knots:
 *
 * <pre>
 * between = the sum over all intervals of where(from &lt;= x and x &lt; to, f + slope*(x - from), 0)
 * interp  = where(x &lt; last, where(x &lt; first, f_first, between), f_last)
 * </pre>
 *
 * <p>At most one term of the sum is not 0, so that nothing is rounded but the line itself, which has at its first knot the
 * value that is given there. A vector x has all intervals for each of its elements. Slopes depend on the knots alone and are
 * computed once for a parameter set. The result is NaN where x is, and everywhere if the knots do not increase.
 */
final class Interpolation {
    /** The most products of elements of x and intervals. */
    private static final int MOST = 1 << 24;

    private final Sized x;
    private final Sized knots;
    private final Sized values;
    private final int intervals;

    /**
     * @param x where
     * @param knots the points' first coordinates
     * @param values their second coordinates, as many
     */
    Interpolation(final Sized x, final Sized knots, final Sized values) {
        this.x = x;
        this.knots = knots;
        this.values = values;
        this.intervals = knots.extent() - 1;
    }

    Sized written() {
        final Expression at = x.expression();
        final Expression unknown = binary(Operator.EQUAL, at, at);
        if (intervals == 0) {
            return new Sized(where(unknown, values.expression(), at), x.extent());
        }
        if ((long) x.extent() * intervals > MOST) {
            throw new InputException("interp() of " + x.extent() + " elements between " + knots.extent()
                    + " knots takes more than " + MOST + " units");
        }
        final Expression first = one(knots, 0);
        final Expression last = one(knots, intervals);
        return new Sized(
                where(
                        binary(Operator.LESS, at, last),
                        where(binary(Operator.LESS, at, first), valid(one(values, 0)), between()),
                        where(unknown, valid(one(values, intervals)), at)),
                x.extent());
    }

    private Expression between() {
        final Expression from = knots.units(UnitSelection.range(0, intervals));
        final Expression to = knots.units(UnitSelection.range(1, intervals + 1));
        final Expression start = values.units(UnitSelection.range(0, intervals));
        final Expression end = values.units(UnitSelection.range(1, intervals + 1));
        final Expression slope =
                binary(Operator.DIVIDE, binary(Operator.SUBTRACT, end, start), binary(Operator.SUBTRACT, to, from));
        final Expression at =
                x.extent() == 1 || intervals == 1 ? x.expression() : x.units(UnitSelection.each(x.extent(), intervals));
        final Expression inside = binary(
                Operator.MULTIPLY,
                binary(Operator.LESS_OR_EQUAL, forEach(from), at),
                binary(Operator.LESS, at, forEach(to)));
        final Expression line = binary(
                Operator.ADD,
                forEach(start),
                binary(Operator.MULTIPLY, forEach(slope), binary(Operator.SUBTRACT, at, forEach(from))));
        // If the knots do not increase, some interval is empty, whose term makes the sum NaN.
        final Expression term = where(inside, line, valid(new Expression.Constant(0.0)));
        return intervals == 1 ? term : new Expression.Combination(term, new LinearMap.GroupSums(x.extent(), intervals));
    }

    /** Gives all intervals to each element of x. */
    private Expression forEach(final Expression ofIntervals) {
        return x.extent() == 1 || intervals == 1
                ? ofIntervals
                : new Expression.Units(ofIntervals, UnitSelection.all(intervals, x.extent()));
    }

    /** An expression that is NaN if the knots do not increase. */
    private Expression valid(final Expression expression) {
        final Expression increasing = binary(
                Operator.LESS,
                knots.units(UnitSelection.range(0, intervals)),
                knots.units(UnitSelection.range(1, intervals + 1)));
        return where(
                intervals == 1
                        ? increasing
                        : binary(
                                Operator.EQUAL,
                                new Expression.Combination(increasing, new LinearMap.GroupSums(1, intervals)),
                                new Expression.Constant(intervals)),
                expression,
                new Expression.Constant(Double.NaN));
    }

    private static Expression one(final Sized sized, final int unit) {
        return sized.units(UnitSelection.of(unit));
    }

    private static Expression binary(final Operator operator, final Expression left, final Expression right) {
        return new Expression.Binary(operator, left, right);
    }

    private static Expression where(final Expression condition, final Expression then, final Expression otherwise) {
        return new Expression.Call(Function.WHERE, List.of(condition, then, otherwise));
    }
}
