/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.Sweep;

class SamplesFileTest {
    @TempDir
    private Path folder;

    /** More sets than a block holds and more samples than a buffer does. */
    private static Sweep sweep() {
        return TestRuns.slopes(IntStream.range(0, 150).mapToDouble(i -> i / 7.0).toArray())
                .simulationTime(1500)
                .output("all", "all/op/x")
                .output("a", "a/op/x")
                .keepFinalState()
                .build();
    }

    private Samples inFile(final Sweep sweep) {
        return SamplesFile.in(
                folder.resolve("new"), sweep.outputs().size(), sweep.times().keptRows());
    }

    private static String csv(final Results results) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultsCsv.write(results, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void resultsAreTheSameAsFromMemory() throws IOException {
        final Sweep sweep = sweep();
        final RunOptions options = RunOptions.defaults().withThreads(2);
        try (Results kept = Results.collect(sweep, options);
                Results filed = Results.collect(sweep, options, inFile(sweep))) {
            assertEquals(csv(kept), csv(filed));
            assertArrayEquals(kept.series("all", "Test_149", "a/op/x"), filed.series("all", "Test_149", "a/op/x"));
            assertEquals(0.5 + 1499 * (149 / 7.0), filed.series("a", "Test_149")[1499], 1e-9);
            assertEquals(kept.map(), filed.map());
        }
        assertEquals(0, files());
    }

    @Test
    void aCancelledRunLeavesNoFile() throws IOException {
        final Sweep sweep = sweep();
        final RunOptions options = RunOptions.defaults().withCancellation(() -> true);
        assertThrows(CancellationException.class, () -> Results.collect(sweep, options, inFile(sweep)));
        assertEquals(0, files());
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed() throws IOException {
        final Path file = Files.createFile(folder.resolve("file"));
        final InputException problem =
                assertThrows(InputException.class, () -> SamplesFile.in(file.resolve("inner"), 1, 1));
        assertTrue(problem.getMessage().contains("file"), problem.getMessage());
    }
}
