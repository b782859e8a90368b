/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Elementary functions to 60 digits, from their power series. */
final class Exact {
    private static final MathContext DIGITS = new MathContext(90);
    private static final BigDecimal TINY = BigDecimal.ONE.scaleByPowerOfTen(-95);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final MathContext WORKING = new MathContext(100);

    /** By John Machin's formula (1706). */
    private static final BigDecimal PI = BigDecimal.valueOf(16)
            .multiply(arctanOfInverse(5))
            .subtract(BigDecimal.valueOf(4).multiply(arctanOfInverse(239)));

    private Exact() {}

    /** Returns by how many units in the last place of the exact value a result differs from it. */
    static double ulps(final double result, final BigDecimal exact) {
        final double unit = Math.ulp(exact.doubleValue());
        return new BigDecimal(result)
                .subtract(exact)
                .divide(new BigDecimal(unit), DIGITS)
                .abs()
                .doubleValue();
    }

    static BigDecimal exp(final BigDecimal x) {
        // exp(x) = exp(x / 2^10)^(2^10)
        final int halvings = 10;
        final BigDecimal small = x.divide(TWO.pow(halvings), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = term;
        for (int n = 1; term.abs().compareTo(TINY) > 0; n++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.pow(1 << halvings, DIGITS);
    }

    static BigDecimal sinh(final BigDecimal x) {
        return exp(x).subtract(exp(x.negate())).divide(TWO, DIGITS);
    }

    static BigDecimal cosh(final BigDecimal x) {
        return exp(x).add(exp(x.negate())).divide(TWO, DIGITS);
    }

    static BigDecimal tanh(final BigDecimal x) {
        final BigDecimal square = exp(x.multiply(TWO));
        return square.subtract(BigDecimal.ONE).divide(square.add(BigDecimal.ONE), DIGITS);
    }

    /** Returns the logarithm of a positive number. */
    static BigDecimal log(final BigDecimal x) {
        // Halley's iteration for exp(y) = x; each step triples the number of right digits.
        BigDecimal y = new BigDecimal(StrictMath.log(x.doubleValue()));
        for (int i = 0; i < 2; i++) {
            final BigDecimal power = exp(y);
            y = y.add(TWO.multiply(x.subtract(power)).divide(x.add(power), DIGITS), DIGITS);
        }
        return y;
    }

    static BigDecimal sin(final BigDecimal x) {
        return alternating(x, 1);
    }

    static BigDecimal cos(final BigDecimal x) {
        return alternating(x, 0);
    }

    /** Returns every second term of the exponential series, from the given one on, with alternating signs. */
    private static BigDecimal alternating(final BigDecimal x, final int first) {
        final BigDecimal turn = TWO.multiply(PI);
        final BigDecimal small = x.subtract(turn.multiply(x.divide(turn, 0, RoundingMode.HALF_EVEN)), DIGITS);
        final BigDecimal square = small.multiply(small, DIGITS).negate();
        BigDecimal term = small.pow(first);
        BigDecimal sum = term;
        for (int n = first; term.abs().compareTo(TINY) > 0; n += 2) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf((n + 1L) * (n + 2L)), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    /** Returns the inverse tangent of 1/n. */
    private static BigDecimal arctanOfInverse(final int n) {
        final BigDecimal square = BigDecimal.valueOf((long) n * n);
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), WORKING);
        BigDecimal sum = power;
        for (int k = 3; power.compareTo(TINY) > 0; k += 2) {
            power = power.divide(square, WORKING);
            final BigDecimal term = power.divide(BigDecimal.valueOf(k), WORKING);
            sum = k % 4 == 3 ? sum.subtract(term) : sum.add(term);
        }
        return sum;
    }
}
