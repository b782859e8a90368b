/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.ratesweep.cli.terminal.Terminal;
import org.ratesweep.core.error.InputException;

class FailuresTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void callsADefectADefect() {
        assertEquals(70, failures(false).failure(new IllegalStateException("impossible")));
        assertTrue(said().contains("defect of Ratesweep"), said());
        assertTrue(said().contains("impossible"), said());
        assertTrue(said().contains("--stacktrace"), said());
        assertFalse(said().contains("\tat "), said());
    }

    @Test
    void showsWhereADefectIs() {
        assertEquals(70, failures(true).failure(new IllegalStateException("impossible")));
        assertTrue(said().contains("\tat org.ratesweep.cli.FailuresTest"), said());
    }

    @Test
    void knowsARemedyForTooLittleMemory() {
        assertEquals(70, failures(false).failure(new OutOfMemoryError()));
        assertTrue(said().contains("RATESWEEP_JAVA_OPTS=-Xmx"), said());
        assertFalse(said().contains("defect"), said());
    }

    @Test
    void saysNoMoreThanWhatIsWrongWithTheInput() {
        assertEquals(2, failures(false).failure(new InputException("the grid is empty")));
        assertEquals("error: the grid is empty" + System.lineSeparator(), said());
    }

    private Failures failures(final boolean stacktrace) {
        return new Failures(Terminal.plain(stream, stream), () -> stacktrace);
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
