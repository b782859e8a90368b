/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.random;

/**
 * The quantile function of the normal distribution with mean 0 and standard deviation 1.
 *
 * <p>Rational approximations with a relative error of about 1e-16. Source: M. J. Wichura, Algorithm AS 241: The percentage
 * points of the normal distribution, Applied Statistics 37 (1988) 477-484, routine PPND16.
 */
public final class NormalQuantile {
    /** Distance from the middle up to which the first approximation holds. */
    private static final double CENTRAL = 0.425;

    private static final double CENTRAL_SQUARE = CENTRAL * CENTRAL;
    /** Where in the tail the second approximation ends, in terms of sqrt(-log p). */
    private static final double FAR = 5;

    private static final double NEAR_SHIFT = 1.6;

    /** Coefficients from the highest power down. */
    private static final double[] CENTRAL_NUMERATOR = {
        2509.0809287301227,
        33430.57558358813,
        67265.7709270087,
        45921.95393154987,
        13731.69376550946,
        1971.5909503065513,
        133.14166789178438,
        3.3871328727963665
    };

    private static final double[] CENTRAL_DENOMINATOR = {
        5226.495278852854,
        28729.085735721943,
        39307.89580009271,
        21213.794301586597,
        5394.196021424751,
        687.1870074920579,
        42.31333070160091,
        1
    };

    private static final double[] NEAR_NUMERATOR = {
        0.0007745450142783414,
        0.022723844989269184,
        0.2417807251774506,
        1.2704582524523684,
        3.6478483247632045,
        5.769497221460691,
        4.630337846156546,
        1.4234371107496835
    };

    private static final double[] NEAR_DENOMINATOR = {
        1.0507500716444169e-09,
        0.0005475938084995345,
        0.015198666563616457,
        0.14810397642748008,
        0.6897673349851,
        1.6763848301838038,
        2.053191626637759,
        1
    };

    private static final double[] FAR_NUMERATOR = {
        2.0103343992922881e-07,
        2.7115555687434876e-05,
        0.0012426609473880784,
        0.026532189526576124,
        0.29656057182850487,
        1.7848265399172913,
        5.463784911164114,
        6.657904643501103
    };

    private static final double[] FAR_DENOMINATOR = {
        2.0442631033899397e-15,
        1.421511758316446e-07,
        1.8463183175100548e-05,
        0.0007868691311456133,
        0.014875361290850615,
        0.1369298809227358,
        0.599832206555888,
        1
    };

    private NormalQuantile() {}

    /**
     * Returns the number below which a normal deviate is with some probability.
     *
     * @param probability more than 0 and less than 1
     */
    public static double of(final double probability) {
        final double fromMiddle = probability - 0.5;
        if (Math.abs(fromMiddle) <= CENTRAL) {
            final double square = CENTRAL_SQUARE - fromMiddle * fromMiddle;
            return fromMiddle * polynomial(CENTRAL_NUMERATOR, square) / polynomial(CENTRAL_DENOMINATOR, square);
        }
        // Strict, so that seeded numbers are the same on every machine.
        final double tail = Math.sqrt(-StrictMath.log(Math.min(probability, 1 - probability)));
        final double magnitude = tail <= FAR
                ? polynomial(NEAR_NUMERATOR, tail - NEAR_SHIFT) / polynomial(NEAR_DENOMINATOR, tail - NEAR_SHIFT)
                : polynomial(FAR_NUMERATOR, tail - FAR) / polynomial(FAR_DENOMINATOR, tail - FAR);
        return fromMiddle < 0 ? -magnitude : magnitude;
    }

    private static double polynomial(final double[] coefficients, final double x) {
        double value = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
