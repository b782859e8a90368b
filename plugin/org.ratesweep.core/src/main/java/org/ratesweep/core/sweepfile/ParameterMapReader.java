/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.sweep.ParameterTarget;
import org.ratesweep.core.sweep.ParameterTarget.EdgeAddress;
import org.ratesweep.core.yaml.YamlEntry;
import org.ratesweep.core.yaml.YamlMapping;
import org.ratesweep.core.yaml.YamlNode;
import org.ratesweep.core.yaml.YamlScalar;
import org.ratesweep.core.yaml.YamlSequence;

/** Reads the parameter map: what each key of the grid sets. */
final class ParameterMapReader {
    private static final String VARS = "vars";
    private static final String NODES = "nodes";
    private static final String EDGES = "edges";
    private static final int WITHOUT_INDEX = 2;
    private static final int WITH_INDEX = 3;

    private ParameterMapReader() {}

    static Map<String, ParameterTarget> read(final YamlNode node, final String subject) {
        final Map<String, ParameterTarget> map = new LinkedHashMap<>();
        for (final YamlEntry entry : node.asMapping(subject).inOrder()) {
            map.put(entry.key(), target(entry, "the parameter map's key '" + entry.key() + "'"));
        }
        return map;
    }

    private static ParameterTarget target(final YamlEntry entry, final String subject) {
        final YamlMapping mapping = entry.value().asMapping(subject);
        mapping.refuseKeysBeyond(List.of(VARS, NODES, EDGES), subject);
        final List<String> variables = texts(mapping.require(VARS, subject), "'" + VARS + "'");
        if (mapping.get(NODES).isPresent() == mapping.get(EDGES).isPresent()) {
            throw InputException.at(
                    entry.location(),
                    subject + " needs either '" + NODES + "' or '" + EDGES + "', but has "
                            + (mapping.get(NODES).isPresent() ? "both" : "none"));
        }
        return mapping.get(NODES)
                .<ParameterTarget>map(
                        nodes -> new ParameterTarget.NodeVariables(variables, texts(nodes, "'" + NODES + "'")))
                .orElseGet(() -> new ParameterTarget.EdgeAttributes(variables, edges(mapping.require(EDGES, subject))));
    }

    private static List<String> texts(final YamlNode node, final String subject) {
        if (node instanceof YamlScalar) {
            return List.of(node.asText(subject));
        }
        return elements(node, subject).stream()
                .map(element -> element.asText("an element of " + subject))
                .toList();
    }

    private static List<YamlNode> elements(final YamlNode node, final String subject) {
        final List<YamlNode> elements = node.asSequence(subject).elements();
        if (elements.isEmpty()) {
            throw InputException.at(node.location(), subject + " is an empty list");
        }
        return elements;
    }

    private static List<EdgeAddress> edges(final YamlNode node) {
        final List<YamlNode> elements = elements(node, "'" + EDGES + "'");
        return elements.get(0) instanceof YamlSequence
                ? elements.stream().map(ParameterMapReader::edge).toList()
                : List.of(edge(node));
    }

    private static EdgeAddress edge(final YamlNode node) {
        final List<YamlNode> parts = node.asSequence("an edge").elements();
        if (parts.size() != WITHOUT_INDEX && parts.size() != WITH_INDEX) {
            throw node.mismatch("an edge", "[source, target] or [source, target, index]");
        }
        return new EdgeAddress(
                parts.get(0).asText("the source of an edge"),
                parts.get(1).asText("the target of an edge"),
                parts.size() == WITH_INDEX ? parts.get(2).asInteger("the index of an edge") : 0);
    }
}
