/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ratesweep.core.error.InputException;

/**
 * Files of one run that get their names when all of them are complete.
 *
 * <p>Until then each is a hidden file in the same folder, its name ending in {@code .part}. Whatever happens before
 * {@link #publish}, no file of an earlier run is touched and {@link #close} leaves nothing behind.
 *
 * <pre>{@code
 * try (PendingFiles files = new PendingFiles()) {
 *     files.write(folder.resolve("results.csv"), out -> ResultsCsv.write(results, out));
 *     files.write(folder.resolve("results_map.csv"), out -> ResultsMapCsv.write(results.map(), out));
 *     files.publish();
 * }
 * }</pre>
 */
public final class PendingFiles implements AutoCloseable {
    private final Map<Path, Path> parts = new LinkedHashMap<>();

    /** What is in a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes it.
         *
         * @param out where to; need not be closed
         * @throws IOException if it cannot be written to
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file that does not have its name yet. Its folder is created if it is missing.
     *
     * @param file the name that it will have
     * @param content what is in it
     * @throws InputException if it cannot be written, with the path and the reason
     */
    public void write(final Path file, final Content content) {
        final Path target = file.toAbsolutePath().normalize();
        if (parts.containsKey(target)) {
            throw new InputException("two files of one run would have the name '" + file + "'");
        }
        try {
            if (Files.isDirectory(target)) {
                throw new InputException("cannot write '" + file + "': it is a folder");
            }
            createFolder(target);
            final Path part = part(target);
            parts.put(target, part);
            // For programs that are ended from outside, where nobody closes anything.
            part.toFile().deleteOnExit();
            try (OutputStream out =
                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
        } catch (final IOException problem) {
            throw unwritable(file, problem);
        }
    }

    /**
     * Gives all files their names, in the place of files that had them before.
     *
     * @throws InputException if that fails, with the path and the reason
     */
    public void publish() {
        // Files of an earlier run go first, so that not even a power cut leaves a mixture of two runs.
        parts.keySet().forEach(PendingFiles::delete);
        parts.forEach((target, part) -> {
            try {
                move(part, target);
            } catch (final IOException problem) {
                throw unwritable(target, problem);
            }
        });
        parts.clear();
    }

    /** Deletes what was not published. */
    @Override
    public void close() {
        parts.values().forEach(PendingFiles::delete);
        parts.clear();
    }

    private static void createFolder(final Path target) throws IOException {
        // A link to a folder is a folder, which createDirectories does not see.
        if (!Files.isDirectory(target.getParent())) {
            Files.createDirectories(target.getParent());
        }
    }

    /** Names a part such that two runs into one folder do not meet. */
    private static Path part(final Path target) {
        return target.resolveSibling("." + target.getFileName() + "."
                + Long.toHexString(ProcessHandle.current().pid()) + Long.toHexString(System.nanoTime()) + ".part");
    }

    private static void move(final Path part, final Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (final AtomicMoveNotSupportedException unsupported) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(final Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (final IOException problem) {
            throw unwritable(file, problem);
        }
    }

    private static InputException unwritable(final Path file, final IOException problem) {
        return new InputException("cannot write '" + file + "': " + reason(problem), problem);
    }

    private static String reason(final IOException problem) {
        if (problem instanceof AccessDeniedException denied) {
            return "no permission for '" + denied.getFile() + "'";
        }
        if (problem instanceof FileAlreadyExistsException existing) {
            return "'" + existing.getFile() + "' is a file, not a folder";
        }
        if (problem instanceof NoSuchFileException missing) {
            return "there is no '" + missing.getFile() + "'";
        }
        if (problem instanceof FileSystemException other && other.getReason() != null) {
            return other.getReason();
        }
        return String.valueOf(problem.getMessage());
    }
}
