/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.yaml.YamlReader;

/** The template files of a folder and of the folders in it. No file outside is read, whatever links point there. */
public final class FolderSource implements TemplateSource {
    private static final int DEEPEST_LISTED = 8;
    private static final int MOST_VISITED = 20_000;
    private static final long LARGEST_DATA = 256L << 20;

    private final Path root;

    /**
     * A source of the files in a folder.
     *
     * @param root the folder
     * @throws InputException if there is no such folder
     */
    public FolderSource(final Path root) {
        if (!Files.isDirectory(root)) {
            throw new InputException("there is no template folder '" + root + "'");
        }
        this.root = root;
    }

    @Override
    public Optional<TemplateFile> find(final String path) {
        return FileName.EXTENSIONS.stream()
                .map(extension -> path + extension)
                .filter(name -> Files.isRegularFile(root.resolve(name)))
                .findFirst()
                .map(this::read);
    }

    @Override
    public Optional<TemplateFile> data(final String path) {
        return Optional.of(root.resolve(path))
                .filter(Files::isRegularFile)
                .map(file -> new TemplateFile(path, text(inside(file))));
    }

    private TemplateFile read(final String name) {
        return new TemplateFile(name, YamlReader.readText(inside(root.resolve(name))));
    }

    private Path inside(final Path file) {
        try {
            if (!file.toRealPath().startsWith(root.toRealPath())) {
                throw new InputException("'" + file + "' leads out of the folder '" + root
                        + "'; copy the file into the folder, or add the folder that it is in to the template folders");
            }
            return file;
        } catch (final IOException problem) {
            throw unreadable(file, problem);
        }
    }

    private static String text(final Path file) {
        try {
            if (Files.size(file) > LARGEST_DATA) {
                throw new InputException("'" + file + "' is too large: it has " + Files.size(file) + " bytes, at most "
                        + LARGEST_DATA + " are read");
            }
            return Files.readString(file);
        } catch (final IOException problem) {
            throw unreadable(file, problem);
        }
    }

    private static InputException unreadable(final Path file, final IOException problem) {
        return new InputException("the file '" + file + "' cannot be read: " + problem, problem);
    }

    @Override
    public List<String> names() {
        final Listing listing = new Listing(root);
        try {
            Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEEPEST_LISTED, listing);
        } catch (final IOException problem) {
            throw new InputException("the folder '" + root + "' cannot be listed: " + problem, problem);
        }
        return listing.names.stream().sorted().toList();
    }

    @Override
    public String shown(final String name) {
        return root.resolve(name).normalize().toString();
    }

    @Override
    public String words() {
        return "the folder '" + root + "'";
    }

    /**
     * Collects template files, past hidden and unreadable folders, and gives up in time in a folder that is too large.
     */
    private static final class Listing extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<String> names = new ArrayList<>();
        private int visited;

        private Listing(final Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) {
            final boolean hidden =
                    !folder.equals(root) && String.valueOf(folder.getFileName()).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
            visited++;
            if (attributes.isRegularFile()
                    && FileName.extension(file.toString()).isPresent()) {
                names.add(root.relativize(file).toString().replace('\\', '/'));
            }
            return visited < MOST_VISITED ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(final Path file, final IOException problem) {
            return FileVisitResult.CONTINUE;
        }
    }
}
