/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ratesweep.core.error.InputException;

class PendingFilesTest {
    @TempDir
    Path folder;

    @Test
    void filesGetTheirNamesTogether() throws IOException {
        final Path first = folder.resolve("new/first.csv");
        final Path second = folder.resolve("new/second.csv");
        try (PendingFiles files = new PendingFiles()) {
            files.write(first, text("1"));
            files.write(second, text("2"));
            assertTrue(names("new").stream().allMatch(name -> name.startsWith(".") && name.endsWith(".part")));
            assertEquals(2, names("new").size());
            files.publish();
        }
        assertEquals(List.of("first.csv", "second.csv"), names("new"));
        assertEquals("1", Files.readString(first));
    }

    @Test
    void filesReplaceThoseOfTheRunBefore() throws IOException {
        final Path file = Files.writeString(folder.resolve("a.csv"), "old");
        try (PendingFiles files = new PendingFiles()) {
            files.write(file, text("new"));
            assertEquals("old", Files.readString(file));
            files.publish();
        }
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("a.csv"), names("."));
    }

    @Test
    void nothingIsLeftOfARunThatWasCancelled() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "old");
        assertThrows(CancellationException.class, () -> {
            try (PendingFiles files = new PendingFiles()) {
                files.write(folder.resolve("a.csv"), text("complete"));
                files.write(folder.resolve("b.csv"), out -> {
                    out.write('x');
                    throw new CancellationException();
                });
                files.publish();
            }
        });
        assertEquals(List.of("a.csv"), names("."));
        assertEquals("old", Files.readString(folder.resolve("a.csv")));
    }

    @Test
    void aFullDiskIsReportedWithTheFile() throws IOException {
        final Path file = folder.resolve("a.csv");
        try (PendingFiles files = new PendingFiles()) {
            assertProblem(
                    "cannot write '" + file + "': No space left on device",
                    () -> files.write(file, out -> {
                        throw new IOException("No space left on device");
                    }));
        }
        assertEquals(List.of(), names("."));
    }

    @Test
    void whatIsNoFolderIsReported() throws IOException {
        final Path occupied = Files.writeString(folder.resolve("occupied"), "");
        try (PendingFiles files = new PendingFiles()) {
            final Path inside = occupied.resolve("a.csv");
            assertProblem(
                    "cannot write '" + inside + "': '" + occupied + "' is a file, not a folder",
                    () -> files.write(inside, text("")));
            assertProblem("cannot write '" + folder + "': it is a folder", () -> files.write(folder, text("")));
        }
    }

    @Test
    void missingPermissionIsReported() {
        final Path inside = Path.of("/proc/ratesweep/a.csv");
        try (PendingFiles files = new PendingFiles()) {
            final InputException problem = assertThrows(InputException.class, () -> files.write(inside, text("")));
            assertTrue(problem.getMessage().startsWith("cannot write '" + inside + "': "), problem.getMessage());
        }
    }

    @Test
    void oneRunHasOneFileOfAName() {
        try (PendingFiles files = new PendingFiles()) {
            files.write(folder.resolve("a.csv"), text(""));
            final Path same = folder.resolve("./a.csv");
            assertProblem("two files of one run would have the name '" + same + "'", () -> files.write(same, text("")));
        }
    }

    private static PendingFiles.Content text(final String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names(final String path) throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve(path))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertProblem(final String message, final Runnable action) {
        assertEquals(message, assertThrows(InputException.class, action::run).getMessage());
    }
}
