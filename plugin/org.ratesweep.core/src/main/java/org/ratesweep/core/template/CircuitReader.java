/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ratesweep.core.yaml.YamlEntry;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;

/** Reads circuit templates. */
final class CircuitReader {
    private static final String NODES = "nodes";
    private static final String CIRCUITS = "circuits";
    private static final String EDGES = "edges";

    private final Loading loading;
    private final Definition definition;

    CircuitReader(final Loading loading, final Definition definition) {
        this.loading = loading;
        this.definition = definition;
    }

    CircuitTemplate read(final Optional<CircuitTemplate> parent) {
        definition.refuseKeysBeyond(List.of(NODES, CIRCUITS, EDGES), TemplateKind.CIRCUIT);
        final Map<String, NodeTemplate> nodes = merged(
                NODES, parent.map(CircuitTemplate::nodes).orElse(Map.of()), NodeTemplate.class, TemplateKind.NODE);
        final Map<String, CircuitTemplate> circuits = merged(
                CIRCUITS,
                parent.map(CircuitTemplate::circuits).orElse(Map.of()),
                CircuitTemplate.class,
                TemplateKind.CIRCUIT);
        checkContents(nodes.isEmpty(), circuits.isEmpty());
        final List<Edge> edges =
                new ArrayList<>(parent.map(CircuitTemplate::edges).orElse(List.of()));
        definition.get(EDGES).ifPresent(node -> {
            final EdgeReader reader = new EdgeReader(loading, definition);
            node.asSequence("'" + EDGES + "'").elements().forEach(edge -> edges.add(reader.read(edge)));
        });
        return new CircuitTemplate(
                definition.name(), definition.description(parent), nodes, circuits, edges, definition.location());
    }

    private void checkContents(final boolean noNodes, final boolean noCircuits) {
        if (noNodes == noCircuits) {
            throw definition.problem("the circuit template '" + definition.name() + "' has "
                    + (noNodes ? "neither nodes nor circuits" : "both nodes and circuits")
                    + "; it must have one or the other");
        }
    }

    private <T extends Template> Map<String, T> merged(
            final String key, final Map<String, T> inherited, final Class<T> type, final TemplateKind kind) {
        final Map<String, T> parts = new LinkedHashMap<>(inherited);
        final Optional<YamlNode> given = definition.get(key);
        if (given.isPresent()) {
            final YamlMapping labelled = given.get().asMapping("'" + key + "' (label: template)");
            for (final YamlEntry entry : labelled.inOrder()) {
                Labels.check(entry.key(), entry.location());
                parts.put(entry.key(), loading.part(entry.value(), definition, type, kind));
            }
        }
        return parts;
    }
}
