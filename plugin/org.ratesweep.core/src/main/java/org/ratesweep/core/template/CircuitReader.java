/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.yaml.YamlEntry;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;

/** Reads circuit templates. */
final class CircuitReader {
    private static final String NODES = "nodes";
    private static final String POPULATIONS = "populations";
    private static final String CONNECTIONS = "connections";
    private static final String CIRCUITS = "circuits";
    private static final String EDGES = "edges";

    private final Loading loading;
    private final Definition definition;

    CircuitReader(final Loading loading, final Definition definition) {
        this.loading = loading;
        this.definition = definition;
    }

    CircuitTemplate read(final Optional<CircuitTemplate> parent) {
        definition.refuseKeysBeyond(List.of(NODES, POPULATIONS, CIRCUITS, EDGES, CONNECTIONS), TemplateKind.CIRCUIT);
        final Map<String, NodeTemplate> nodes = merged(
                NODES, parent.map(CircuitTemplate::nodes).orElse(Map.of()), NodeTemplate.class, TemplateKind.NODE);
        final Map<String, Population> populations =
                populations(parent.map(CircuitTemplate::populations).orElse(Map.of()));
        final Map<String, CircuitTemplate> circuits = merged(
                CIRCUITS,
                parent.map(CircuitTemplate::circuits).orElse(Map.of()),
                CircuitTemplate.class,
                TemplateKind.CIRCUIT);
        checkContents(nodes, populations, circuits);
        final List<Edge> edges =
                new ArrayList<>(parent.map(CircuitTemplate::edges).orElse(List.of()));
        final List<Connection> connections =
                new ArrayList<>(parent.map(CircuitTemplate::connections).orElse(List.of()));
        final EdgeReader reader = new EdgeReader(loading, definition);
        listed(EDGES).forEach(edge -> edges.add(reader.read(edge)));
        listed(CONNECTIONS).forEach(connection -> connections.add(reader.connection(connection)));
        return new CircuitTemplate(
                definition.name(),
                definition.description(parent),
                nodes,
                populations,
                circuits,
                edges,
                connections,
                definition.location());
    }

    private List<YamlNode> listed(final String key) {
        return definition
                .get(key)
                .map(node -> node.asSequence("'" + key + "'").elements())
                .orElse(List.of());
    }

    private void checkContents(
            final Map<String, NodeTemplate> nodes,
            final Map<String, Population> populations,
            final Map<String, CircuitTemplate> circuits) {
        for (final String label : populations.keySet()) {
            if (nodes.containsKey(label)) {
                throw InputException.at(
                        populations.get(label).location(),
                        "'" + label + "' is the label of a node and of a population; paths could not tell them apart");
            }
        }
        final boolean noNodes = nodes.isEmpty() && populations.isEmpty();
        if (noNodes == circuits.isEmpty()) {
            throw definition.problem("the circuit template '" + definition.name() + "' has "
                    + (noNodes
                            ? "neither nodes nor circuits"
                            : "both " + (nodes.isEmpty() ? "populations" : "nodes") + " and circuits")
                    + "; it must have one or the other");
        }
    }

    private Map<String, Population> populations(final Map<String, Population> inherited) {
        final Map<String, Population> populations = new LinkedHashMap<>(inherited);
        final PopulationReader reader = new PopulationReader(loading, definition);
        definition.get(POPULATIONS).ifPresent(given -> {
            for (final YamlEntry entry :
                    given.asMapping("'" + POPULATIONS + "' (label: population)").inOrder()) {
                Labels.check(entry.key(), entry.location());
                populations.put(entry.key(), reader.read(entry.value()));
            }
        });
        return populations;
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
