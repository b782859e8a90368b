/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ratesweep.core.sweep.Progress;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void drawsABarWithSetsAndTimeLeft() {
        assertEquals(
                "[=============>              ]  50 %  3,000 of 6,000 sets  12 s left",
                ProgressBar.bar(progress(0.5, Duration.ofSeconds(12))));
        assertEquals(
                "[                            ]   0 %  0 of 6,000 sets",
                ProgressBar.bar(new Progress(0, 6000, 0, Duration.ofSeconds(1), Optional.empty())));
        assertEquals(
                "[============================] 100 %  6,000 of 6,000 sets",
                ProgressBar.bar(progress(1, Duration.ofSeconds(12))));
    }

    @Test
    void overwritesTheBarAndRemovesIt() {
        try (ProgressDisplay display = ProgressDisplay.on(new Terminal(stream, stream, true, true, true))) {
            display.accept(progress(0.03, Duration.ofMillis(100)));
            assertEquals("", shown());
            display.accept(progress(0.5, Duration.ofSeconds(12)));
            display.accept(progress(0.6, Duration.ofSeconds(9)));
        }
        final String[] states = shown().substring(1).split("\r", -1);
        assertEquals(4, states.length);
        assertEquals(states[0].length(), states[1].length());
        assertTrue(states[2].isBlank());
        assertEquals("", states[3]);
    }

    @Test
    void writesFewLinesWhereNobodyWatches() {
        try (ProgressDisplay display = ProgressDisplay.on(Terminal.plain(stream, stream))) {
            for (int i = 0; i <= 1000; i++) {
                display.accept(progress(i / 1000.0, Duration.ofMillis(10L * (1000 - i))));
            }
        }
        assertEquals(4, shown().lines().count(), shown());
        assertTrue(shown().startsWith("20 %  1,200 of 6,000 sets  8 s left"), shown());
    }

    @Test
    void saysNothingOfAShortRun() {
        try (ProgressDisplay display = ProgressDisplay.on(Terminal.plain(stream, stream))) {
            display.accept(new Progress(5, 6, 0.9, Duration.ofMillis(1900), Optional.of(Duration.ofMillis(100))));
        }
        assertEquals("", shown());
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** How far a run of ten seconds is. */
    private static Progress progress(final double fraction, final Duration remaining) {
        return new Progress(
                (int) (6000 * fraction),
                6000,
                fraction,
                Duration.ofMillis((long) (10_000 * fraction)),
                Optional.of(remaining));
    }
}
