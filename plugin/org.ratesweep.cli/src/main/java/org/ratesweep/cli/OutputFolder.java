/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ratesweep.cli.figure.Figure;
import org.ratesweep.core.error.InputException;

/**
 * The folder that a run writes into.
 *
 * @param path the folder, which need not exist
 */
record OutputFolder(Path path) {
    /** The series. */
    static final String RESULTS = "results.csv";

    /** The parameter sets and how they fared. */
    static final String RESULTS_MAP = "results_map.csv";

    /** The states with which the parameter sets ended. */
    static final String FINAL_STATE = "final_state.csv";

    /** What one needs to know to repeat the run. */
    static final String RUN = "run.json";

    private static final List<String> ALL =
            List.of(RESULTS, RESULTS_MAP, FINAL_STATE, Figure.SVG.fileName(), Figure.PNG.fileName(), RUN);

    /** Returns the folder in the current one that has the name of a sweep file, without its extension. */
    static OutputFolder namedAfter(final Path sweepFile) {
        final String name = String.valueOf(sweepFile.getFileName());
        final int dot = name.lastIndexOf('.');
        return new OutputFolder(Path.of(dot > 0 ? name.substring(0, dot) : name + "_results"));
    }

    /** Returns the place of a file. */
    Path resolve(final String name) {
        return path.resolve(name);
    }

    /**
     * Makes sure, before anything is computed, that the results can be written without loss.
     *
     * @param force whether the results of an earlier run may be overwritten
     * @throws InputException if they would be and may not, or the folder cannot be written to
     */
    void requireUsable(final boolean force) {
        final List<String> present = ALL.stream()
                .filter(name -> Files.exists(resolve(name), LinkOption.NOFOLLOW_LINKS))
                .toList();
        if (!present.isEmpty() && !force) {
            throw new InputException("'" + path + "' already holds " + String.join(", ", present)
                    + "; choose another folder with --out, or overwrite with --force");
        }
        final Path existing = nearestExisting(path.toAbsolutePath().normalize());
        if (!Files.isDirectory(existing)) {
            throw new InputException("cannot write into '" + path + "': '" + existing + "' is a file, not a folder");
        }
        if (!Files.isWritable(existing)) {
            throw new InputException("cannot write into '" + path + "': no permission for '" + existing + "'");
        }
    }

    /** Tells whether the folder is there. */
    boolean exists() {
        return Files.isDirectory(path);
    }

    /**
     * Deletes a file of an earlier run, which would not belong to the results beside it.
     *
     * @param name the name of the file
     * @throws InputException if it cannot be deleted
     */
    void delete(final String name) {
        try {
            Files.deleteIfExists(resolve(name));
        } catch (final IOException problem) {
            throw new InputException("cannot delete '" + resolve(name) + "', which belongs to an earlier run", problem);
        }
    }

    /** Deletes the folder if nothing is in it. */
    void deleteIfEmpty() {
        try {
            Files.deleteIfExists(path);
        } catch (final DirectoryNotEmptyException | NoSuchFileException expected) {
            // Somebody else uses it, or it is gone already.
        } catch (final IOException problem) {
            throw new InputException("cannot delete '" + path + "'", problem);
        }
    }

    private static Path nearestExisting(final Path folder) {
        return Files.exists(folder)
                ? folder
                : Optional.ofNullable(folder.getParent())
                        .map(OutputFolder::nearestExisting)
                        .orElse(folder);
    }
}
