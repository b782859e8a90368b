/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import java.util.function.DoubleBinaryOperator;

/**
 * Comparisons, connectives and the choice, over doubles: truth is 1.0 and falsehood 0.0, and any number but 0 counts as
 * true.
 *
 * <p>Comparisons are those of IEEE 754: with NaN, all are false but {@code !=}. NaN as an operand of a connective or as a
 * condition means that it is not known whether it holds, and gives NaN, so that an undefined value never looks defined.
 */
public final class Conditions {
    private Conditions() {}

    static Function.Binary method(final String name, final DoubleBinaryOperator operation) {
        return new Function.Binary(Conditions.class, name, operation);
    }

    /** Returns whether x is below y. */
    public static double less(final double x, final double y) {
        return truth(x < y);
    }

    /** Returns whether x is below y or equal to it. */
    public static double lessOrEqual(final double x, final double y) {
        return truth(x <= y);
    }

    /** Returns whether x is above y. */
    public static double greater(final double x, final double y) {
        return truth(x > y);
    }

    /** Returns whether x is above y or equal to it. */
    public static double greaterOrEqual(final double x, final double y) {
        return truth(x >= y);
    }

    /** Returns whether x and y are the same number; 0.0 and -0.0 are. */
    public static double equal(final double x, final double y) {
        return truth(x == y);
    }

    /** Returns whether x and y are different numbers or one of them is none. */
    public static double notEqual(final double x, final double y) {
        return truth(x != y);
    }

    /** Returns whether both x and y hold; NaN if one of them is NaN. */
    public static double and(final double x, final double y) {
        return Double.isNaN(x) || Double.isNaN(y) ? Double.NaN : truth(x != 0.0 && y != 0.0);
    }

    /** Returns whether x or y holds, or both; NaN if one of them is NaN. */
    public static double or(final double x, final double y) {
        return Double.isNaN(x) || Double.isNaN(y) ? Double.NaN : truth(x != 0.0 || y != 0.0);
    }

    /** Returns whether x does not hold; NaN if it is NaN. */
    public static double not(final double x) {
        return where(x, 0.0, 1.0);
    }

    /**
     * Chooses one of two numbers.
     *
     * @param condition what decides
     * @param then the value if the condition is neither 0 nor NaN
     * @param otherwise the value if the condition is 0
     * @return the chosen number; NaN if the condition is NaN
     */
    public static double where(final double condition, final double then, final double otherwise) {
        if (condition == 0.0) {
            return otherwise;
        }
        return Double.isNaN(condition) ? condition : then;
    }

    /**
     * Returns Heaviside's step function.
     *
     * @param x where
     * @return 0 for negative x, 1 for positive x, 0.5 for 0.0 and -0.0, NaN for NaN
     */
    public static double heaviside(final double x) {
        if (x == 0.0) {
            return 0.5;
        }
        return Double.isNaN(x) ? x : greater(x, 0.0);
    }

    private static double truth(final boolean holds) {
        return holds ? 1.0 : 0.0;
    }
}
