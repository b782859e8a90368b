/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "68.0, 68",
        "0.02, 0.02",
        "-1350, -1350",
        "0, 0",
        "1e-4, 1e-4",
        "1.25e-5, 1.25e-5",
        "-3e9, -3e9",
        "1e300, 1e300",
        "NaN, NaN",
        "1234567.5, 1234567.5",
        "1e7, 1e7",
        "0.1, 0.1"
    })
    void writesNumbersShortAndExact(final double number, final String expected) {
        assertEquals(expected, Quantity.number(number));
    }

    @Test
    void roundsWhereThereIsLittleRoom() {
        assertEquals("173.559", Quantity.shortNumber(173.5593220338983));
        assertEquals("0.0121053", Quantity.shortNumber(0.012105263157894737));
        assertEquals("1e-4", Quantity.shortNumber(1e-4));
        assertEquals("Infinity", Quantity.shortNumber(Double.POSITIVE_INFINITY));
    }

    @Test
    void writesTimesAsPeopleReadThem() {
        assertEquals("0.42 s", Quantity.time(Duration.ofMillis(420)));
        assertEquals("12.3 s", Quantity.time(Duration.ofMillis(12_300)));
        assertEquals("3:07 min", Quantity.time(Duration.ofSeconds(187)));
        assertEquals("4 s", Quantity.clock(Duration.ofMillis(4_900)));
        assertEquals("1:20:05 h", Quantity.clock(Duration.ofSeconds(4_805)));
    }

    @Test
    void writesSizesAndCounts() {
        assertEquals("950 bytes", Quantity.bytes(950));
        assertEquals("2.3 MB", Quantity.bytes(2_301_055));
        assertEquals("250 GB", Quantity.bytes(250_000_000_000L));
        assertEquals("1 set", Quantity.count(1, "set"));
        assertEquals("6,000 sets", Quantity.count(6_000, "set"));
        assertEquals("6.9 million", Quantity.approximate(6.93e6));
        assertEquals("250 million", Quantity.approximate(2.5e8));
        assertEquals("12", Quantity.approximate(12));
    }
}
