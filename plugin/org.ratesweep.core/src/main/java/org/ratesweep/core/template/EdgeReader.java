/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.yaml.YamlEntry;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;
import org.ratesweep.core.yaml.YamlScalar;
import org.ratesweep.core.yaml.YamlSequence;

/** Reads the edges and the connections of a circuit, which are written alike but for their weights. */
final class EdgeReader {
    private static final String FORM = "[source, target, template or null, {weight: …, delay: …}]";
    private static final String SOURCE = "source";
    private static final String TARGET = "target";
    private static final String TEMPLATE = "template";
    private static final String VARIABLES = "variables";
    private static final int PARTS = 4;
    private static final int ATTRIBUTES_PART = 3;

    private static final String WEIGHT = "weight";
    private static final String DELAY = "delay";
    private static final String SPREAD = "spread";
    private static final List<String> OWN_ATTRIBUTES = List.of(WEIGHT, DELAY, SPREAD);

    private final Loading loading;
    private final Definition definition;

    EdgeReader(final Loading loading, final Definition definition) {
        this.loading = loading;
        this.definition = definition;
    }

    /** The parts of an edge, whichever way it is written. */
    private record Parts(
            YamlNode edge,
            YamlNode source,
            YamlNode target,
            Optional<YamlNode> template,
            Optional<YamlNode> attributes) {}

    Edge read(final YamlNode edge) {
        final Parts parts = parts(edge);
        return read(parts, number(attributes(parts), WEIGHT).orElse(1));
    }

    Connection connection(final YamlNode connection) {
        final Parts parts = parts(connection);
        final Optional<YamlNode> weight = attributes(parts).flatMap(mapping -> mapping.given(WEIGHT));
        if (weight.isEmpty() || weight.get() instanceof YamlScalar) {
            return new Connection(read(parts, number(attributes(parts), WEIGHT).orElse(1)), new Weights.Same());
        }
        return new Connection(read(parts, 1), new WeightsReader(loading, definition).read(weight.get()));
    }

    private static Optional<YamlMapping> attributes(final Parts parts) {
        return parts.attributes().map(node -> node.asMapping("the attributes of an edge (weight: number)"));
    }

    private Edge read(final Parts parts, final double weight) {
        final Optional<EdgeTemplate> template = parts.template()
                .map(node -> loading.part(node, definition, EdgeTemplate.class, TemplateKind.EDGE))
                .filter(operators -> !operators.operators().isEmpty());
        final Optional<YamlMapping> attributes = attributes(parts);
        final Map<String, Value> parameters = new LinkedHashMap<>();
        final Map<String, String> bindings = new LinkedHashMap<>();
        for (final YamlEntry entry : attributes.map(YamlMapping::inOrder).orElse(List.of())) {
            if (!OWN_ATTRIBUTES.contains(entry.key())) {
                final String variable = variable(entry, template);
                if (isNumber(entry.value())) {
                    parameters.put(variable, Values.require(entry.value(), subject(entry.key())));
                } else {
                    bindings.put(variable, binding(entry, variable, template));
                }
            }
        }
        return new Edge(
                path(parts.source(), SOURCE),
                path(parts.target(), TARGET),
                template,
                weight,
                time(attributes, DELAY),
                time(attributes, SPREAD),
                parameters,
                bindings,
                parts.edge().location());
    }

    private static Parts parts(final YamlNode edge) {
        if (edge instanceof YamlMapping fields) {
            fields.refuseKeysBeyond(List.of(SOURCE, TARGET, TEMPLATE, VARIABLES), "an edge");
            return new Parts(
                    edge,
                    fields.require(SOURCE, "an edge"),
                    fields.require(TARGET, "an edge"),
                    fields.given(TEMPLATE),
                    fields.given(VARIABLES));
        }
        if (!(edge instanceof YamlSequence list) || list.elements().size() != PARTS) {
            throw edge.mismatch("an edge", "a list of four: " + FORM);
        }
        final List<YamlNode> elements = list.elements();
        return new Parts(
                edge,
                elements.get(0),
                elements.get(1),
                Optional.of(elements.get(2)).filter(node -> !node.isNull()),
                Optional.of(elements.get(ATTRIBUTES_PART)).filter(node -> !node.isNull()));
    }

    private static String path(final YamlNode node, final String role) {
        final String path = node.asText("the " + role + " of an edge");
        if (path.isBlank() || !path.contains("/")) {
            throw node.mismatch("the " + role + " of an edge", "a path such as node/operator/variable");
        }
        return path;
    }

    private static OptionalDouble number(final Optional<YamlMapping> attributes, final String key) {
        final Optional<YamlNode> given = attributes.flatMap(mapping -> mapping.given(key));
        return given.isPresent() ? OptionalDouble.of(given.get().asNumber(subject(key))) : OptionalDouble.empty();
    }

    private static OptionalDouble time(final Optional<YamlMapping> attributes, final String key) {
        final OptionalDouble time = number(attributes, key);
        if (time.orElse(0) < 0) {
            throw attributes
                    .flatMap(mapping -> mapping.given(key))
                    .orElseThrow()
                    .mismatch(subject(key), "at least 0");
        }
        return time;
    }

    /**
     * Returns the {@code operator/variable} that an attribute is about; the name of the edge template before it may be
     * left out.
     */
    private static String variable(final YamlEntry attribute, final Optional<EdgeTemplate> template) {
        final String key = attribute.key();
        final List<String> variables = variables(template);
        final String prefix = template.map(EdgeTemplate::name).orElse("") + "/";
        final String shortened = key.startsWith(prefix) ? key.substring(prefix.length()) : key;
        if (variables.contains(key)) {
            return key;
        }
        if (!variables.contains(shortened)) {
            final List<String> known = new ArrayList<>(OWN_ATTRIBUTES);
            known.addAll(variables);
            throw InputException.at(
                    attribute.location(),
                    "an edge "
                            + template.map(named -> "through '" + named.name() + "'")
                                    .orElse("without a template") + " has no attribute '" + key + "'"
                            + NearMatches.suggest(key, known));
        }
        return shortened;
    }

    private static List<String> variables(final Optional<EdgeTemplate> template) {
        return template.map(EdgeTemplate::operators).orElse(List.of()).stream()
                .flatMap(use -> use.operator().variables().keySet().stream().map(name -> use.label() + "/" + name))
                .toList();
    }

    private static boolean isNumber(final YamlNode node) {
        return node instanceof YamlScalar scalar && Values.of(scalar).isPresent();
    }

    private static String binding(
            final YamlEntry attribute, final String variable, final Optional<EdgeTemplate> template) {
        final String path = attribute.value().asText(subject(attribute.key()));
        final boolean isInput = template.stream()
                .flatMap(edge -> edge.operators().stream())
                .filter(use -> variable.startsWith(use.label() + "/"))
                .map(use -> use.operator()
                        .variables()
                        .get(variable.substring(use.label().length() + 1)))
                .anyMatch(declaration -> declaration.role() == Role.INPUT);
        if (!isInput) {
            throw attribute.value().mismatch(subject(attribute.key()) + ", which is no input,", "a number");
        }
        if (!path.equals(Edge.SOURCE_KEYWORD) && !path.contains("/")) {
            throw attribute
                    .value()
                    .mismatch(
                            subject(attribute.key()),
                            "a number, '" + Edge.SOURCE_KEYWORD + "' or the path of a variable");
        }
        return path;
    }

    private static String subject(final String key) {
        return "'" + key + "'";
    }
}
