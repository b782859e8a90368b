/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.table.NumberTable;
import org.ratesweep.core.yaml.YamlEntry;
import org.ratesweep.core.yaml.YamlNode;

/**
 * The answer to one question put to the library: loads templates, each once, with what they derive from and contain.
 *
 * <p>It knows which templates it is in the middle of, and so finds templates that derive from or contain themselves.
 */
final class Loading {
    private static final int MOST_NESTED = 100;
    private static final int MOST_STEPS_SHOWN = 8;

    private final Finder finder;
    private final IdentityHashMap<YamlEntry, Template> templates = new IdentityHashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /** A template that is being loaded, and why. */
    private record Step(Relation relation, Definition definition) {}

    /** Why a template is loaded. */
    enum Relation {
        /** The user asked for it. */
        ASKED("asked for"),
        /** The template before derives from it. */
        DERIVES("derives from"),
        /** The template before contains it. */
        CONTAINS("contains");

        private final String words;

        Relation(final String words) {
            this.words = words;
        }
    }

    Loading(final Finder finder) {
        this.finder = finder;
    }

    /** Loads a template that the user asks for. */
    Template template(final String reference) {
        return load(finder.find(Reference.parse(reference), Optional.empty()), Relation.ASKED);
    }

    /** Loads the part of a template that a node of its file refers to. */
    <T extends Template> T part(
            final YamlNode reference, final Definition from, final Class<T> type, final TemplateKind kind) {
        final Template part = template(reference, from, Relation.CONTAINS);
        if (!type.isInstance(part)) {
            throw InputException.at(
                    reference.location(),
                    "'" + part.name() + "' is " + part.kind().words() + ", but " + kind.words() + " is needed here"
                            + remedy(part.kind(), kind));
        }
        return type.cast(part);
    }

    /** Reads the file with numbers that a node of a template's file names. */
    NumberTable table(final YamlNode name, final Definition from) {
        final String written = name.asText("the name of a file");
        try {
            final TemplateFile file = finder.data(written, from.file());
            return NumberTable.parse(file.text(), from.file().source().shown(file.name()));
        } catch (final InputException problem) {
            throw problem.location().isPresent() ? problem : InputException.at(name.location(), problem.problem());
        }
    }

    private static String remedy(final TemplateKind found, final TemplateKind wanted) {
        if (found == TemplateKind.CIRCUIT && wanted == TemplateKind.NODE) {
            return "; circuits are listed under the key 'circuits'";
        }
        return found == TemplateKind.NODE && wanted == TemplateKind.CIRCUIT
                ? "; nodes are listed under the key 'nodes'"
                : "";
    }

    private Template template(final YamlNode reference, final Definition from, final Relation relation) {
        final String written = reference.asText("the reference to a template");
        final Definition definition;
        try {
            definition = finder.find(Reference.parse(written), Optional.of(from.file()));
        } catch (final InputException problem) {
            throw problem.location().isPresent() ? problem : InputException.at(reference.location(), problem.problem());
        }
        checkSteps(definition, relation, reference);
        return load(definition, relation);
    }

    /** Entries of two files may be equal; only one and the same means a circle. */
    @SuppressWarnings("ReferenceEquality")
    private void checkSteps(final Definition next, final Relation relation, final YamlNode reference) {
        final List<YamlEntry> open =
                steps.stream().map(step -> step.definition().entry()).toList();
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i) == next.entry()) {
                throw InputException.at(reference.location(), circle(steps.subList(i, steps.size()), relation));
            }
        }
        if (steps.size() >= MOST_NESTED) {
            throw InputException.at(
                    reference.location(),
                    "more than " + MOST_NESTED + " templates derive from or contain each other in a row");
        }
    }

    private static String circle(final List<Step> circle, final Relation last) {
        final String first = "'" + circle.get(0).definition().name() + "'";
        final String path = circle.stream()
                .skip(1)
                .map(step ->
                        " " + step.relation().words + " '" + step.definition().name() + "', which")
                .collect(Collectors.joining());
        return first + path + " " + last.words + " " + first
                + ": a template can neither derive from nor contain itself";
    }

    private Template load(final Definition definition, final Relation relation) {
        final Template known = templates.get(definition.entry());
        if (known != null) {
            return known;
        }
        steps.add(new Step(relation, definition));
        try {
            final Template template = read(definition);
            templates.put(definition.entry(), template);
            return template;
        } catch (final InputException problem) {
            throw within(problem, definition);
        } finally {
            steps.remove(steps.size() - 1);
        }
    }

    /** Adds a step to a problem's chain; of a long chain, the steps in its middle are left out. */
    private InputException within(final InputException problem, final Definition definition) {
        final int shown = problem.chain().size();
        if (shown < MOST_STEPS_SHOWN || steps.size() == 1) {
            return problem.within("template '" + definition.name() + "' (" + definition.location() + ")");
        }
        return shown == MOST_STEPS_SHOWN ? problem.within("…") : problem;
    }

    private Template read(final Definition definition) {
        final YamlNode base = definition.body().require(OpenFile.BASE, "the template '" + definition.name() + "'");
        final String written = base.asText("'" + OpenFile.BASE + "'");
        final Optional<TemplateKind> root = TemplateKind.ofBaseName(written);
        if (root.isPresent()) {
            return derive(definition, root.get(), Optional.empty());
        }
        final Template parent = template(base, definition, Relation.DERIVES);
        return derive(definition, parent.kind(), Optional.of(parent));
    }

    private Template derive(
            final Definition definition, final TemplateKind kind, final Optional<? extends Template> parent) {
        return switch (kind) {
            case OPERATOR -> OperatorReader.read(definition, parent.map(OperatorTemplate.class::cast));
            case NODE -> new PartsReader(this, definition).node(parent.map(NodeTemplate.class::cast));
            case EDGE -> new PartsReader(this, definition).edge(parent.map(EdgeTemplate.class::cast));
            case CIRCUIT -> new CircuitReader(this, definition).read(parent.map(CircuitTemplate.class::cast));
        };
    }

    /** Loads a template of a file, if that works. */
    Optional<Template> loadable(final OpenFile file, final String name) {
        try {
            return Optional.of(
                    load(new Definition(file, file.entries().entries().get(name)), Relation.ASKED));
        } catch (final InputException broken) {
            return Optional.empty();
        }
    }
}
