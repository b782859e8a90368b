/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.loadtemplate;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.knime.core.util.FileUtil;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.template.FolderSource;
import org.ratesweep.core.template.TemplateFile;
import org.ratesweep.core.template.TemplateKind;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.core.template.TemplateSource;
import org.ratesweep.core.template.TemplateSummary;

/**
 * A template file on this computer. Its folder is the root of what its templates refer to; they reach no file
 * outside, but for the built-in library.
 *
 * @param path the full path of the file
 */
record TemplateFileLocation(Path path) {
    private static final String EXAMPLE = "for instance knime://knime.workflow/data/model.yaml";
    private static final List<String> EXTENSIONS = List.of(".yaml", ".yml");

    /**
     * Finds a file.
     *
     * @param location a full path, or a URL that KNIME takes to a file of this computer
     * @return the file
     * @throws InputException if there is no such file, or it is none that templates can be read from
     */
    static TemplateFileLocation of(final String location) {
        if (location.isBlank()) {
            throw new InputException("no template file is given; expected a full path or a knime:// URL, " + EXAMPLE);
        }
        final Path path = resolve(location.strip());
        if (!Files.isRegularFile(path)) {
            throw new InputException("there is no template file '" + location + "'"
                    + (Files.isDirectory(path)
                            ? ", that is a folder; expected a file that ends in .yaml or .yml"
                            : ""));
        }
        if (EXTENSIONS.stream().noneMatch(path.getFileName().toString()::endsWith)) {
            throw new InputException(
                    "'" + location + "' is no template file; expected a name that ends in .yaml or .yml");
        }
        return new TemplateFileLocation(path);
    }

    private static Path resolve(final String location) {
        try {
            final URL url = FileUtil.toURL(location);
            if (url.getProtocol().equals("file")
                    && !location.startsWith("file:")
                    && !Path.of(location).isAbsolute()) {
                throw new InputException("the template file '" + location
                        + "' is named relative to no folder; expected a full path or a knime:// URL, " + EXAMPLE);
            }
            return Optional.ofNullable(FileUtil.resolveToPath(url))
                    .orElseThrow(() -> new InputException("the template file '" + location
                            + "' is not on this computer; copy it into the data folder of the workflow and write "
                            + "knime://knime.workflow/data/ and its name"));
        } catch (final MalformedURLException | InvalidPathException | URISyntaxException problem) {
            throw new InputException(
                    "'" + location + "' is neither a full path nor a URL: " + problem.getMessage(), problem);
        } catch (final IOException problem) {
            throw new InputException(
                    "the template file '" + location + "' cannot be reached: " + problem.getMessage(), problem);
        }
    }

    /** Returns the library in which the file's templates mean what they mean in its folder. */
    TemplateLibrary library() {
        return TemplateLibrary.builtIn().with(new OneFile(new FolderSource(path.getParent()), name()));
    }

    /**
     * Returns how the library refers to a template of the file.
     *
     * @param template the template's name
     * @return the reference
     * @throws InputException if no name is given, with those that there are
     */
    String reference(final String template) {
        if (template.isBlank()) {
            final List<String> names = templates().stream().map(this::nameOf).toList();
            throw new InputException("no template of '" + name() + "' is chosen; "
                    + (names.isEmpty() ? "it has none that can be loaded" : "it has " + String.join(", ", names)));
        }
        return name() + "/" + template.strip();
    }

    /**
     * Returns the templates of the file that can be run, circuits first; those that cannot be loaded are left out.
     */
    List<TemplateSummary> templates() {
        final List<TemplateSummary> builtIn = TemplateLibrary.builtIn().list();
        return library().list().stream()
                .filter(summary -> !builtIn.contains(summary))
                .filter(summary -> summary.kind() != TemplateKind.EDGE)
                .sorted(Comparator.comparing(summary -> summary.kind() != TemplateKind.CIRCUIT))
                .toList();
    }

    /** Returns the name of one of the {@link #templates} in the file. */
    String nameOf(final TemplateSummary summary) {
        final String reference = summary.reference();
        return reference.substring(Math.max(reference.lastIndexOf('.'), reference.lastIndexOf('/')) + 1);
    }

    private String name() {
        return path.getFileName().toString();
    }

    /**
     * The folder of the file, in which every file is found but only this one is listed: folders of users are large.
     */
    private record OneFile(FolderSource folder, String name) implements TemplateSource {
        @Override
        public Optional<TemplateFile> find(final String wanted) {
            return folder.find(wanted);
        }

        @Override
        public Optional<TemplateFile> data(final String wanted) {
            return folder.data(wanted);
        }

        @Override
        public List<String> names() {
            return List.of(name);
        }

        @Override
        public String shown(final String file) {
            return folder.shown(file);
        }

        @Override
        public String words() {
            return folder.words();
        }
    }
}
