/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ratesweep.core.error.InputException;

/**
 * The folders that a sweep file may name data files of. No file outside of them is read, whatever links point there.
 */
final class DataFolders {
    private static final long LARGEST_FILE = 512L << 20;

    private final List<Path> folders;

    /**
     * @param own the sweep file's folder, where its data files are looked up first
     * @param allowed the folders that the caller allows too
     * @throws InputException if an allowed folder does not exist
     */
    DataFolders(final Path own, final List<Path> allowed) {
        final List<Path> all = new ArrayList<>();
        all.add(own);
        for (final Path folder : allowed) {
            if (!Files.isDirectory(folder)) {
                throw new InputException("there is no data folder '" + folder + "'");
            }
            all.add(folder);
        }
        this.folders =
                all.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
    }

    /**
     * Finds a data file.
     *
     * @param written its path as written: relative to one of the folders, or absolute in one of them
     * @return the file, which is a regular one of a size that can be read
     * @throws InputException if there is none, or it is not in one of the folders
     */
    Path find(final String written) {
        final List<Path> candidates = candidates(written);
        if (candidates.isEmpty()) {
            throw outside(written);
        }
        final Path file = candidates.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new InputException("there is no file '" + candidates.get(0) + "'"));
        try {
            requireReadable(written, file);
        } catch (final IOException problem) {
            throw new InputException("the file '" + file + "' cannot be read: " + problem, problem);
        }
        return file;
    }

    private List<Path> candidates(final String written) {
        try {
            return folders.stream()
                    .map(folder -> folder.resolve(written).normalize())
                    .filter(file -> folders.stream().anyMatch(file::startsWith))
                    .distinct()
                    .toList();
        } catch (final InvalidPathException problem) {
            throw new InputException("'" + written + "' is not the path of a file: " + problem.getReason(), problem);
        }
    }

    private void requireReadable(final String written, final Path file) throws IOException {
        final Path real = file.toRealPath();
        boolean inside = false;
        for (final Path folder : folders) {
            inside |= real.startsWith(folder.toRealPath());
        }
        if (!inside) {
            throw outside(written);
        }
        if (!Files.isRegularFile(real)) {
            throw new InputException(
                    "'" + file + "' is no file but " + (Files.isDirectory(real) ? "a folder" : "a device or a pipe"));
        }
        if (Files.size(real) > LARGEST_FILE) {
            throw new InputException("'" + file + "' is too large: it has " + Files.size(real) + " bytes, at most "
                    + LARGEST_FILE + " are read");
        }
    }

    private InputException outside(final String written) {
        return new InputException("the data file '" + written + "' is outside of the sweep file's folder '"
                + folders.get(0) + "'; copy it there, or allow the folder DIR that it is in by --data-path DIR");
    }
}
