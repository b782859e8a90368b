/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ratesweep.core.error.InputException;

class DataFoldersTest {
    private static final long TOO_LARGE = (512L << 20) + 1;

    @TempDir
    Path root;

    private Path own;
    private Path other;
    private Path secret;

    @BeforeEach
    void createFolders() throws IOException {
        own = Files.createDirectories(root.resolve("own"));
        other = Files.createDirectories(root.resolve("other"));
        secret = Files.writeString(root.resolve("secret.csv"), "1");
        Files.createDirectories(own.resolve("inner"));
        Files.writeString(own.resolve("inner/a.csv"), "1");
        Files.writeString(other.resolve("b.csv"), "1");
    }

    @Test
    void filesOfTheOwnFolderAreFound() {
        final DataFolders folders = new DataFolders(own, List.of());
        assertEquals(own.resolve("inner/a.csv"), folders.find("inner/a.csv"));
        assertEquals(own.resolve("inner/a.csv"), folders.find("inner/../inner/a.csv"));
        assertEquals(own.resolve("inner/a.csv"), folders.find(own + "/inner/a.csv"));
    }

    @Test
    void filesOfAllowedFoldersAreFound() {
        final DataFolders folders = new DataFolders(own, List.of(other));
        assertEquals(other.resolve("b.csv"), folders.find("b.csv"));
        assertEquals(other.resolve("b.csv"), folders.find("../other/b.csv"));
        assertEquals(other.resolve("b.csv"), folders.find(other + "/b.csv"));
    }

    @Test
    void filesOutsideAreRefusedWithTheRemedy() throws IOException {
        final DataFolders folders = new DataFolders(own, List.of());
        Files.createSymbolicLink(own.resolve("link.csv"), secret);
        Files.createSymbolicLink(own.resolve("folder"), other);
        for (final String written : List.of(
                "../secret.csv",
                "../missing.csv",
                secret.toString(),
                "/dev/zero",
                "inner/../../secret.csv",
                "link.csv",
                "folder/b.csv")) {
            assertProblem(
                    "the data file '" + written + "' is outside of the sweep file's folder '" + own
                            + "'; copy it there, or allow the folder DIR that it is in by --data-path DIR",
                    folders,
                    written);
        }
    }

    @Test
    void linksIntoAllowedFoldersAreFollowed() throws IOException {
        Files.createSymbolicLink(own.resolve("folder"), other);
        assertEquals(own.resolve("folder/b.csv"), new DataFolders(own, List.of(other)).find("folder/b.csv"));
    }

    @Test
    void onlyFilesThatCanBeReadAreFound() throws IOException {
        final DataFolders folders = new DataFolders(own, List.of());
        assertProblem("there is no file '" + own.resolve("c.csv") + "'", folders, "c.csv");
        assertProblem("'" + own.resolve("inner") + "' is no file but a folder", folders, "inner");
        assertProblem("'a\0b' is not the path of a file: Nul character not allowed", folders, "a\0b");
        try (RandomAccessFile file =
                new RandomAccessFile(own.resolve("large.csv").toFile(), "rw")) {
            file.setLength(TOO_LARGE);
        }
        assertProblem(
                "'" + own.resolve("large.csv") + "' is too large: it has 536870913 bytes, at most 536870912 are read",
                folders,
                "large.csv");
    }

    @Test
    void anAllowedFolderMustExist() {
        final Path missing = root.resolve("missing");
        assertEquals(
                "there is no data folder '" + missing + "'",
                assertThrows(InputException.class, () -> new DataFolders(own, List.of(missing)))
                        .getMessage());
    }

    private static void assertProblem(final String message, final DataFolders folders, final String written) {
        assertEquals(
                message,
                assertThrows(InputException.class, () -> folders.find(written)).getMessage());
    }
}
