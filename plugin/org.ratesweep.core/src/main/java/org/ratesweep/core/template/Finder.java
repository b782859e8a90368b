/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.yaml.YamlEntry;

/** Finds what references mean: opens files of the library's sources, each once. */
final class Finder {
    private final Places places;
    private final Map<String, OpenFile> files = new LinkedHashMap<>();
    private final Map<String, TemplateFile> data = new LinkedHashMap<>();

    /**
     * Where references are looked up.
     *
     * @param dotted the sources for dotted references, in order
     * @param slashed the sources for slash references that no file makes, in order
     */
    record Places(List<TemplateSource> dotted, List<TemplateSource> slashed) {}

    /** A place in a source where a file may be. */
    private record Candidate(TemplateSource source, String path) {}

    Finder(final Places places) {
        this.places = places;
    }

    /** Finds the template that a file refers to, or that a user asks for when there is no file. */
    Definition find(final Reference reference, final Optional<OpenFile> from) {
        final OpenFile file;
        if (reference.form() == Reference.Form.BARE) {
            file = from.orElseThrow(() -> new InputException("'" + reference.written()
                    + "' names no file; write 'folder.file.Name'" + nearest(reference.written(), references())));
        } else {
            file = file(reference, candidates(reference, from));
        }
        final YamlEntry entry = file.entries().entries().get(reference.name());
        if (entry == null) {
            throw unknownName(reference, file, from);
        }
        return new Definition(file, entry);
    }

    /** Finds the file with numbers that a template file names, in its own source. */
    TemplateFile data(final String written, final OpenFile from) {
        final String path = Reference.dataPath(from.folder(), written);
        final String key = places.dotted().indexOf(from.source()) + ":" + path;
        final TemplateFile known = data.get(key);
        if (known != null) {
            return known;
        }
        final TemplateFile file = from.source()
                .data(path)
                .orElseThrow(() -> new InputException("there is no file '" + path + "' in "
                        + from.source().words() + "; data files are named relative to the file of the template"));
        data.put(key, file);
        return file;
    }

    private static InputException unknownName(
            final Reference reference, final OpenFile file, final Optional<OpenFile> from) {
        final List<String> known = new ArrayList<>(file.templateNames());
        if (reference.form() == Reference.Form.BARE && from.isPresent()) {
            known.addAll(TemplateKind.baseNames());
        }
        return new InputException("there is no template '" + reference.name() + "' in "
                + file.source().shown(file.file().name()) + NearMatches.suggest(reference.name(), known));
    }

    private List<Candidate> candidates(final Reference reference, final Optional<OpenFile> from) {
        if (reference.form() == Reference.Form.SLASH) {
            return from.map(file -> List.of(new Candidate(file.source(), reference.pathFrom(file.folder()))))
                    .orElseGet(() -> everywhere(places.slashed(), reference));
        }
        final List<Candidate> candidates = new ArrayList<>();
        final boolean mayBeBeside = !reference.file().contains("/");
        from.filter(file -> mayBeBeside)
                .ifPresent(file -> candidates.add(new Candidate(file.source(), reference.pathFrom(file.folder()))));
        candidates.addAll(everywhere(places.dotted(), reference));
        return candidates;
    }

    private static List<Candidate> everywhere(final List<TemplateSource> sources, final Reference reference) {
        return sources.stream()
                .map(source -> new Candidate(source, reference.pathFrom("")))
                .toList();
    }

    private OpenFile file(final Reference reference, final List<Candidate> candidates) {
        for (final Candidate candidate : candidates) {
            final Optional<OpenFile> file = open(candidate)
                    .filter(found -> reference.extension().isEmpty()
                            || FileName.extension(found.file().name()).equals(reference.extension()));
            if (file.isPresent()) {
                return file.get();
            }
        }
        final String path = candidates.get(candidates.size() - 1).path();
        final String sources = candidates.stream()
                .map(candidate -> candidate.source().words())
                .distinct()
                .collect(Collectors.joining(", "));
        throw new InputException("there is no template file '" + path
                + reference.extension().orElse(".yaml") + "' in " + sources + ", which '" + reference.written()
                + "' refers to" + nearest(reference.written().replace('/', '.'), references()));
    }

    private Optional<OpenFile> open(final Candidate candidate) {
        final String key = places.dotted().indexOf(candidate.source()) + ":" + candidate.path();
        final OpenFile known = files.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        final Optional<OpenFile> opened =
                candidate.source().find(candidate.path()).map(file -> OpenFile.parse(candidate.source(), file));
        opened.ifPresent(file -> files.put(key, file));
        return opened;
    }

    /** Returns the files that were opened, in that order. */
    Collection<OpenFile> files() {
        return files.values();
    }

    /** Returns the files with numbers that were read, in that order. */
    Collection<TemplateFile> data() {
        return data.values();
    }

    /** Returns every readable file that dotted references reach. */
    List<OpenFile> everyFile() {
        final Map<String, OpenFile> byPath = new LinkedHashMap<>();
        for (final TemplateSource source : places.dotted()) {
            for (final String name : source.names()) {
                final String path = FileName.withoutExtension(name);
                if (!byPath.containsKey(path)) {
                    openIfReadable(new Candidate(source, path)).ifPresent(file -> byPath.put(path, file));
                }
            }
        }
        return List.copyOf(byPath.values());
    }

    private Optional<OpenFile> openIfReadable(final Candidate candidate) {
        try {
            return open(candidate);
        } catch (final InputException unreadable) {
            return Optional.empty();
        }
    }

    private List<String> references() {
        return everyFile().stream()
                .flatMap(file -> file.templateNames().stream().map(file::reference))
                .toList();
    }

    /** Ends a sentence that says that a dotted path is unknown; often only its first words are missing. */
    private static String nearest(final String wanted, final List<String> known) {
        final List<String> near = NearMatches.of(wanted, known);
        final String name = wanted.substring(wanted.lastIndexOf('.') + 1);
        final List<String> sameName = known.stream()
                .filter(reference -> reference.endsWith("." + name))
                .toList();
        return NearMatches.suggest(wanted, near.isEmpty() && !sameName.isEmpty() ? sameName : known);
    }
}
