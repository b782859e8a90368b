/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.lanes;

import java.math.BigDecimal;
import java.math.MathContext;

/** Elementary functions to 60 digits, from their power series. */
final class Exact {
    private static final MathContext DIGITS = new MathContext(80);
    private static final BigDecimal TINY = BigDecimal.ONE.scaleByPowerOfTen(-78);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

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
}
