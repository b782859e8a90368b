/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

/**
 * The error function, by the rational approximations of W. J. Cody (1969), Rational Chebyshev approximations for the
 * error function, Mathematics of Computation 23(107), 631-637.
 */
public final class ErrorFunction {
    /** Up to here erf itself is approximated, beyond it 1 - erf. */
    private static final double SMALL = 0.46875;
    /** From here on 1 is the nearest double. */
    private static final double LARGE = 6.0;

    /** Numerator of erf(x)/x, highest power of x*x first. */
    private static final double[] NEAR_NUMERATOR = {
        0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694
    };
    /** Denominator of erf(x)/x, likewise. */
    private static final double[] NEAR_DENOMINATOR = {
        1.0, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171
    };
    /** Numerator of exp(x*x)*(1 - erf(x)), highest power of x first. */
    private static final double[] FAR_NUMERATOR = {
        2.1531153547440383e-08,
        0.5641884969886701,
        8.883149794388377,
        66.11919063714163,
        298.6351381974001,
        881.952221241769,
        1712.0476126340707,
        2051.0783778260716,
        1230.3393547979972
    };
    /** Denominator of exp(x*x)*(1 - erf(x)), likewise. */
    private static final double[] FAR_DENOMINATOR = {
        1.0,
        15.744926110709835,
        117.6939508913125,
        537.1811018620099,
        1621.3895745666903,
        3290.7992357334597,
        4362.619090143247,
        3439.3676741437216,
        1230.3393548037495
    };

    private ErrorFunction() {}

    /**
     * Returns the error function, 2/sqrt(pi) times the integral of exp(-s*s) from 0 to x.
     *
     * @param x any number
     * @return erf(x) within 3 units in the last place, with the sign of x; 1 or -1 from 6 on; NaN for NaN
     */
    public static double erf(final double x) {
        final double size = Math.abs(x);
        if (size <= SMALL) {
            final double square = x * x;
            // erf(x)/x - 1, so that the rounding of the quotient weighs little.
            double excess = 0.0;
            for (int i = 0; i < NEAR_NUMERATOR.length; i++) {
                excess = excess * square + (NEAR_NUMERATOR[i] - NEAR_DENOMINATOR[i]);
            }
            return x + x * (excess / polynomial(NEAR_DENOMINATOR, square));
        }
        if (size >= LARGE) {
            return Math.signum(x);
        }
        final double rest =
                Math.exp(-size * size) * (polynomial(FAR_NUMERATOR, size) / polynomial(FAR_DENOMINATOR, size));
        return Math.copySign(0.5 - rest + 0.5, x);
    }

    private static double polynomial(final double[] coefficients, final double x) {
        double sum = 0.0;
        for (final double coefficient : coefficients) {
            sum = sum * x + coefficient;
        }
        return sum;
    }
}
