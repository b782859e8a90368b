/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.ParameterTarget.NodeVariables;
import org.ratesweep.core.sweep.SetStatus;
import org.ratesweep.core.sweep.Sweep;

class ResultsCsvTest {
    private static final long SEED = 20_240_229;

    @Test
    void theTableHasARowASampleAndAColumnASeries() throws IOException {
        final Results results = TestRuns.results(
                TestRuns.slopes(1, 0.1).output("all", "all/op/x").output("one", "a/op/x"));
        assertEquals("""
                time,all|Test_0|a/op/x,all|Test_0|b/op/x,all|Test_1|a/op/x,all|Test_1|b/op/x,\
                one|Test_0|a/op/x,one|Test_1|a/op/x
                0.0,0.5,0.5,0.5,0.5,0.5,0.5
                1.0,1.5,1.5,0.6,1.5,1.5,0.6
                2.0,2.5,2.5,0.7,2.5,2.5,0.7
                """, csv(results));
    }

    @Test
    void namesAreQuotedWhereCsvAsksForIt() throws IOException {
        final Results results = TestRuns.results(
                TestRuns.slopes(1).output("a, \"b\"\nc", "a/op/x").output("ö", "b/op/x"));
        assertEquals(
                "time,\"a, \"\"b\"\"\nc|Test_0|a/op/x\",ö|Test_0|b/op/x",
                csv(results).substring(0, csv(results).indexOf("\n0.0")));
    }

    @Test
    void numbersReadBackToTheSameBits() throws IOException {
        final Random random = new Random(SEED);
        final double[] numbers = random.longs(20_000)
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .toArray();
        for (int i = 0; i < numbers.length; i += 4) {
            // Subnormal numbers, which random bits hardly ever are.
            numbers[i] = Double.longBitsToDouble(random.nextLong() & 0x800F_FFFF_FFFF_FFFFL);
        }
        final String[] cells = csv(TestRuns.oneRow(numbers)).split("\n")[1].split(",");
        for (int i = 0; i < numbers.length; i++) {
            assertEquals(
                    Double.doubleToRawLongBits(numbers[i]),
                    Double.doubleToRawLongBits(Double.parseDouble(cells[i + 1])));
        }
    }

    @Test
    void noShorterDecimalWouldDo() {
        final Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            final double number = Double.longBitsToDouble(random.nextLong());
            final int digits = Double.isFinite(number)
                    ? new BigDecimal(ShortestDecimal.of(number))
                            .stripTrailingZeros()
                            .precision()
                    : 1;
            if (digits > 2) {
                for (final RoundingMode rounding : List.of(RoundingMode.DOWN, RoundingMode.UP)) {
                    final BigDecimal shorter = new BigDecimal(number).round(new MathContext(digits - 1, rounding));
                    assertEquals(false, shorter.doubleValue() == number, shorter + " is as good as " + number);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2.0E-3, 0.002",
        "1.0E23, 1.0E23",
        "2.0E23, 2.0E23",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "4.9E-324, 4.9E-324",
        "1.7976931348623157E308, 1.7976931348623157E308",
        "-0.0, -0.0",
        "68, 68.0",
        "1.0010000000000001, 1.0010000000000001",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity"
    })
    void numbersAreAsShortAsPossible(final double number, final String text) {
        assertEquals(text, ShortestDecimal.of(number));
    }

    @Test
    void numbersThatAreNotFiniteHaveNames() throws IOException {
        final Results results = TestRuns.oneRow(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertEquals("0.0,NaN,Infinity,-Infinity", csv(results).split("\n")[1]);
    }

    @Test
    void rowsLongerThanTheBufferAreWhole() throws IOException {
        final double[] numbers = new Random(SEED).doubles(50_000).toArray();
        final String[] cells = csv(TestRuns.oneRow(numbers)).split("\n")[1].split(",");
        assertEquals(numbers.length + 1, cells.length);
        assertEquals(numbers[numbers.length - 1], Double.parseDouble(cells[numbers.length]));
    }

    @Test
    void theMapHasARowASet() throws IOException {
        final Results results = TestRuns.results(TestRuns.slopes(1, 1e308).output("x", "a/op/x"));
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultsMapCsv.write(results.map(), out);
        final String message = results.outcomes().get(1).message();
        assertEquals(
                "parameter_set,k,status,message\nTest_0,1.0,ok,\nTest_1,1.0E308,diverged," + message + "\n",
                out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theMapOfAModelWithNoiseHasItsSeed() throws IOException {
        final Sweep.Builder noisy = Sweep.of(TestTemplates.operator("\"x' = noise(sigma)\"", "{x: output, sigma: 1.0}"))
                .grid(ParameterGrid.pairwise(Map.of("s", new double[] {2, 1})))
                .map("s", new NodeVariables(List.of("Test/sigma"), List.of("p")))
                .simulationTime(1)
                .stepSize(0.5)
                .noiseSeed(9007199254740991L)
                .output("x", "p/Test/x");
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultsMapCsv.write(TestRuns.results(noisy).map().sortedBy("s"), out);
        assertEquals("""
                parameter_set,s,status,message,noise_seed
                Test_1,1.0,ok,,9007199254740991
                Test_0,2.0,ok,,9007199254740991
                """, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theMapRefusesKeysThatAreItsOwnColumns() {
        final ResultsMap map = new ResultsMap(
                List.of("status"),
                List.of(new ResultsMap.Row("Test_0", List.of(1.0), SetStatus.OK, "")),
                OptionalLong.empty());
        assertEquals(
                "the parameter key 'status' is the name of a column that results maps have; choose another key, "
                        + "for instance 'status_'",
                assertThrows(InputException.class, () -> ResultsMapCsv.write(map, OutputStream.nullOutputStream()))
                        .getMessage());
    }

    private static String csv(final Results results) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultsCsv.write(results, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
