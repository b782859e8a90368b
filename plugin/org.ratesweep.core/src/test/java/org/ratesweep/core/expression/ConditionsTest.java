/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionsTest {
    private static final Map<String, Double> VALUES = Map.of(
            "nan", Double.NaN, "inf", Double.POSITIVE_INFINITY, "zero", 0.0, "minus", -0.0, "one", 1.0, "two", 2.0);

    @ParameterizedTest
    @CsvSource({
        "nan < one, 0",
        "nan <= nan, 0",
        "nan > one, 0",
        "one >= nan, 0",
        "nan == nan, 0",
        "nan != nan, 1",
        "zero == minus, 1",
        "minus < zero, 0",
        "inf > two, 1",
        "inf == inf, 1",
        "two and inf, 1",
        "two and minus, 0",
        "nan and zero, NaN",
        "zero and nan, NaN",
        "zero or minus, 0",
        "zero or -two, 1",
        "one or nan, NaN",
        "nan or one, NaN",
        "not minus, 1",
        "not inf, 0",
        "not nan, NaN",
        "'where(two, one, two)', 1",
        "'where(minus, one, two)', 2",
        "'where(one, inf, nan)', Infinity",
        "'where(zero, nan, two)', 2",
        "'where(nan, one, two)', NaN",
        "'heaviside(minus)', 0.5",
        "'heaviside(-inf)', 0",
        "'heaviside(inf)', 1",
        "'heaviside(nan)', NaN",
        "'round(two + one/two)', 2",
        "'round(one + one/two)', 2",
        "'round(nan)', NaN",
        "'sec(zero)', 1",
    })
    void followsFromThePlainTableOfTruth(final String text, final double expected) {
        final Expression tree = Expression.parse(text);
        assertEquals(expected, tree.evaluate(VALUES::get), text);
        assertEquals(expected, Simplifier.simplify(tree).evaluate(VALUES::get), text);
        final Expression numbers = tree.substitute(name -> new Expression.Constant(VALUES.get(name)));
        assertEquals(expected, Simplifier.simplify(numbers).evaluate(VALUES::get), text);
    }

    /** Values of a computation with 40 digits, rounded to 20. */
    @ParameterizedTest
    @CsvSource({
        "1e-320, 1.1283791670955125739e-320",
        "1e-9, 1.1283791670955125735e-9",
        "0.1, 0.1124629160182848984",
        "0.3, 0.32862675945912741619",
        "0.46875, 0.49261347321793799159",
        "0.47, 0.49374505088608211241",
        "0.5, 0.52049987781304653768",
        "0.75, 0.7111556336535151316",
        "1, 0.84270079294971486934",
        "1.5, 0.96610514647531072707",
        "2, 0.99532226501895273416",
        "3, 0.99997790950300141456",
        "4, 0.99999998458274209972",
        "5.5, 0.99999999999999264215",
        "6, 1",
        "1e300, 1",
        "Infinity, 1",
        "NaN, NaN",
        "0, 0",
    })
    void errorFunctionIsWithinThreeUnitsInTheLastPlace(final double x, final double exact) {
        final double tolerance = Double.isNaN(exact) ? 0 : 3 * Math.ulp(exact);
        assertEquals(exact, ErrorFunction.erf(x), tolerance);
        assertEquals(-exact, ErrorFunction.erf(-x), tolerance);
    }
}
