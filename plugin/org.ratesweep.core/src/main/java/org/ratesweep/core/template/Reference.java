/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ratesweep.core.error.InputException;

/**
 * What a user wrote to name a template.
 *
 * @param written the whole reference
 * @param form how the file is named
 * @param file the slash path of the file without extension, as written; empty for a bare name
 * @param extension the file's extension, if it is written
 * @param name the template's name in the file
 */
record Reference(String written, Form form, String file, Optional<String> extension, String name) {
    /** How a reference names the file. */
    enum Form {
        /** {@code Name}: in the file that refers to it. */
        BARE,
        /** {@code folder.file.Name}: in the folders of the library. */
        DOTTED,
        /**
         * {@code folder/file/Name} or {@code folder/file.yaml/Name}: relative to the folder of the file that refers to
         * it.
         */
        SLASH
    }

    private static final String FORMS =
            "write 'folder/file.yaml/Name', 'folder.file.Name', or 'Name' for a template of the same file";
    private static final String REMEDY =
            "copy the file into that folder, or add the folder that it is in to the template"
                    + " folders and write 'folder.file.Name'";

    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\:\\p{Cntrl}]");

    static Reference parse(final String written) {
        if (FORBIDDEN.matcher(written).find()) {
            throw new InputException(
                    "the reference '" + written + "' has a character that references cannot have; " + FORMS);
        }
        if (written.startsWith("/")) {
            throw new InputException(
                    "the reference '" + written + "' starts with '/', but a file is named relative to the folder of the"
                            + " file that refers to it; " + REMEDY);
        }
        if (written.contains("/")) {
            final int last = written.lastIndexOf('/');
            final String file = written.substring(0, last);
            return of(written, Form.SLASH, FileName.withoutExtension(file), FileName.extension(file), last);
        }
        final int last = written.lastIndexOf('.');
        return last < 0
                ? of(written, Form.BARE, "", Optional.empty(), -1)
                : of(written, Form.DOTTED, written.substring(0, last).replace('.', '/'), Optional.empty(), last);
    }

    private static Reference of(
            final String written,
            final Form form,
            final String file,
            final Optional<String> extension,
            final int lastSeparator) {
        final String name = written.substring(lastSeparator + 1);
        final boolean complete =
                form == Form.BARE || !List.of(file.split("/", -1)).contains("");
        if (name.isBlank() || !complete) {
            throw new InputException("'" + written + "' does not name a template; " + FORMS);
        }
        return new Reference(written, form, file, extension, name);
    }

    /** Returns the path of the file inside of its source, when the reference is read from a folder of that source. */
    String pathFrom(final String folder) {
        return path(folder, file, written, REMEDY);
    }

    /**
     * Returns the path inside of its source of a file with numbers that a template file of the source names.
     *
     * @param folder the folder of the template file
     * @param written the slash path of the file, relative to that folder
     */
    static String dataPath(final String folder, final String written) {
        if (FORBIDDEN.matcher(written).find() || written.startsWith("/") || written.isBlank()) {
            throw new InputException(
                    "'" + written + "' is not the path of a file relative to the folder of the template's"
                            + " file, with '/' between its steps");
        }
        return path(folder, written, written, "copy the file into that folder");
    }

    private static String path(final String folder, final String file, final String written, final String remedy) {
        final Deque<String> path = new ArrayDeque<>();
        for (final String step : (folder + "/" + file).split("/")) {
            if (step.equals("..")) {
                if (path.pollLast() == null) {
                    throw new InputException("the reference '" + written
                            + "' leads out of the folder that its files are read from; " + remedy);
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        if (path.isEmpty() || file.endsWith(".")) {
            throw new InputException("the reference '" + written + "' names a folder where a file is expected");
        }
        return String.join("/", path);
    }
}
