/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * Polynomials in time through given values inside of a step.
 *
 * <p>The values stand at Chebyshev points, the ends of the step among them: with n + 1 points any polynomial of degree n is met
 * but for rounding, and anything smooth with an error of order n + 1 that is nowhere much larger than it has to be. Times are
 * fractions of the step. Each polynomial is kept in Newton's form, with coefficients where its values stood.
 *
 * <p>Source: J. Stoer, R. Bulirsch, Introduction to Numerical Analysis (3rd edition, 2002), section 2.1.
 */
final class StepPolynomial {
    private final double[] points;
    private final double farthest;

    /**
     * @param degree the degree of the polynomials, at least 1
     */
    StepPolynomial(final int degree) {
        points = new double[degree + 1];
        for (int i = 0; i <= degree; i++) {
            points[i] = chebyshev(i);
        }
        farthest = chebyshev(Math.floor(degree / 2.0) + 0.5);
    }

    private double chebyshev(final double number) {
        final double sine = Math.sin(number * Math.PI / (2.0 * (points.length - 1)));
        return sine * sine;
    }

    /** Returns how many values make a polynomial. */
    int length() {
        return points.length;
    }

    /** Returns where one of the values stands: 0 for the first one, 1 for the last one. */
    double point(final int number) {
        return points[number];
    }

    /** Returns where a polynomial is about as far as anywhere from what it stands for: amid the two points in the middle. */
    double farthest() {
        return farthest;
    }

    /** Turns the values of one polynomial into its coefficients. */
    void fit(final double[] values, final int from) {
        for (int order = 1; order < points.length; order++) {
            for (int i = points.length - 1; i >= order; i--) {
                values[from + i] = (values[from + i] - values[from + i - 1]) / (points[i] - points[i - order]);
            }
        }
    }

    /**
     * Returns the value of a polynomial.
     *
     * @param coefficients coefficients of polynomials
     * @param from where those of this one stand
     * @param fraction how far into the step
     */
    double value(final double[] coefficients, final int from, final double fraction) {
        double value = coefficients[from + points.length - 1];
        for (int i = points.length - 2; i >= 0; i--) {
            value = coefficients[from + i] + (fraction - points[i]) * value;
        }
        return value;
    }
}
