/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ratesweep.core.error.InputException;

/**
 * Everything that a reference to a template can mean: the built-in templates and those of the user's files.
 *
 * <p>References have three forms. {@code folder.file.Name} is looked up in the folders of this library, the one added
 * last first, then in the {@linkplain #relativeTo base folder}, then in the built-in library; {@code file.Name} is
 * looked up beside the file that refers to it before. {@code folder/file/Name} or {@code folder/file.yaml/Name} is
 * relative to the folder of the file that refers to it; asked from outside of any file it is looked up in the base
 * folder first, then as dotted references are. {@code Name} is in the file that refers to it.
 *
 * <p>A library is immutable, and nothing is kept from one call to the next: a file that has changed is read anew.
 */
public final class TemplateLibrary {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final List<TemplateSource> added;
    private final Optional<TemplateSource> base;
    private final TemplateSource builtIn;

    private TemplateLibrary(
            final List<TemplateSource> added, final Optional<TemplateSource> base, final TemplateSource builtIn) {
        this.added = added;
        this.base = base;
        this.builtIn = builtIn;
    }

    /** Returns the library of the templates that come along with the program. */
    public static TemplateLibrary builtIn() {
        return new TemplateLibrary(List.of(), Optional.empty(), new BuiltInSource());
    }

    /**
     * Returns a library that also knows the templates of a folder, and prefers them.
     *
     * @param folder the folder, the root of dotted references
     * @return this library with the folder
     * @throws InputException if there is no such folder
     */
    public TemplateLibrary withFolder(final Path folder) {
        return with(new FolderSource(folder));
    }

    /**
     * Returns a library that also knows the templates of a source, and prefers them.
     *
     * @param source the source
     * @return this library with the source
     */
    public TemplateLibrary with(final TemplateSource source) {
        final List<TemplateSource> sources = new ArrayList<>();
        sources.add(source);
        sources.addAll(added);
        return new TemplateLibrary(List.copyOf(sources), base, builtIn);
    }

    /**
     * Returns a library that understands references as they are written in a file of the given folder, for instance a
     * sweep file. No slash reference leaves the folder.
     *
     * @param folder the folder
     * @return this library with the folder as its base folder
     * @throws InputException if there is no such folder
     */
    public TemplateLibrary relativeTo(final Path folder) {
        return new TemplateLibrary(added, Optional.of(new FolderSource(folder)), builtIn);
    }

    /**
     * Loads a template.
     *
     * @param reference the template's dotted or slash reference
     * @return the template, inheritance resolved
     * @throws InputException if the reference means nothing, or the template or one that it derives from or contains is
     *     faulty; the message says where and how that was reached
     */
    public Template template(final String reference) {
        return new Loading(finder()).template(reference);
    }

    /**
     * Loads a circuit template; a node or operator template becomes a circuit with the single node {@value
     * CircuitTemplate#SINGLE_NODE}.
     *
     * @param reference the template's dotted or slash reference
     * @return the circuit, inheritance resolved
     * @throws InputException as {@link #template}, or if the template is an edge template
     */
    public CircuitTemplate circuit(final String reference) {
        final Template template = template(reference);
        if (template instanceof CircuitTemplate circuit) {
            return circuit;
        }
        if (template instanceof NodeTemplate node) {
            return CircuitTemplate.ofNode(node);
        }
        if (template instanceof OperatorTemplate operator) {
            return CircuitTemplate.ofOperator(operator);
        }
        throw InputException.at(
                template.location(),
                "'" + template.name() + "' is " + template.kind().words()
                        + "; only circuit, node and operator templates can be run");
    }

    /**
     * Lists the templates that dotted references reach, in the order of the files and of the templates in them. Files
     * that cannot be read and templates that cannot be loaded are left out; asking for one says why.
     *
     * @return one summary a template
     */
    public List<TemplateSummary> list() {
        final Finder finder = finder();
        final Loading loading = new Loading(finder);
        final List<TemplateSummary> summaries = new ArrayList<>();
        for (final OpenFile file : finder.everyFile()) {
            for (final String name : file.templateNames()) {
                loading.loadable(file, name)
                        .ifPresent(template -> summaries.add(new TemplateSummary(
                                file.reference(name), template.kind(), firstSentence(template.description()))));
            }
        }
        return List.copyOf(summaries);
    }

    /**
     * Returns the files that a template needs: its own and those of all templates that it derives from or contains, and those
     * with their numbers. In
     * a {@link MemorySource} they make the template self-contained: the same reference means the same there.
     *
     * @param reference the template's dotted or slash reference
     * @return the files, the template's own first
     * @throws InputException as {@link #template}, or if two of the files have the same path in different folders
     */
    public List<TemplateFile> filesOf(final String reference) {
        final Finder finder = finder();
        new Loading(finder).template(reference);
        final Set<String> names = new LinkedHashSet<>();
        for (final OpenFile file : finder.files()) {
            if (!names.add(FileName.withoutExtension(file.file().name()))) {
                throw new InputException("'" + reference + "' uses two files of the path '"
                        + file.file().name() + "', one of them in "
                        + file.source().words() + "; rename one of them");
            }
        }
        final List<TemplateFile> files = new ArrayList<>();
        finder.files().forEach(file -> files.add(file.file()));
        files.addAll(finder.data());
        return List.copyOf(files);
    }

    private Finder finder() {
        final List<TemplateSource> dotted = new ArrayList<>(added);
        base.ifPresent(dotted::add);
        dotted.add(builtIn);
        final List<TemplateSource> slashed = new ArrayList<>();
        base.ifPresent(slashed::add);
        slashed.addAll(added);
        slashed.add(builtIn);
        return new Finder(new Finder.Places(dotted, slashed));
    }

    private static String firstSentence(final String description) {
        return SENTENCE_END.split(BLANKS.matcher(description.strip()).replaceAll(" "), 2)[0];
    }
}
