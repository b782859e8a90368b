/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.List;
import java.util.Map;
import org.ratesweep.core.error.SourceLocation;

/**
 * Nodes and populations of nodes, or circuits, joined by edges and connections.
 *
 * @param name the template's key in its file
 * @param description what the file says about it, empty if nothing
 * @param nodes the nodes by their labels, in the order written; empty if there are circuits
 * @param populations the populations by their labels, in the order written; none of them is the label of a node
 * @param circuits the circuits inside by their labels, in the order written; empty if there are nodes or populations
 * @param edges the edges in the order written, inherited ones first
 * @param connections the connections in the order written, inherited ones first
 * @param location where the template's key is written
 */
public record CircuitTemplate(
        String name,
        String description,
        Map<String, NodeTemplate> nodes,
        Map<String, Population> populations,
        Map<String, CircuitTemplate> circuits,
        List<Edge> edges,
        List<Connection> connections,
        SourceLocation location)
        implements Template {
    /** The label of the node that a node or operator template becomes when it is run alone. */
    public static final String SINGLE_NODE = "p";

    public CircuitTemplate {
        nodes = InOrder.copyOf(nodes);
        populations = InOrder.copyOf(populations);
        circuits = InOrder.copyOf(circuits);
        edges = List.copyOf(edges);
        connections = List.copyOf(connections);
    }

    /** Returns a circuit of the template's name with the node alone, labelled {@value #SINGLE_NODE}. */
    public static CircuitTemplate ofNode(final NodeTemplate node) {
        return new CircuitTemplate(
                node.name(),
                node.description(),
                Map.of(SINGLE_NODE, node),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                node.location());
    }

    /**
     * Returns a circuit of the template's name with one node, labelled {@value #SINGLE_NODE}, of the operator alone.
     */
    public static CircuitTemplate ofOperator(final OperatorTemplate operator) {
        final OperatorUse use = new OperatorUse(operator.name(), operator, Map.of(), operator.location());
        return ofNode(new NodeTemplate(operator.name(), operator.description(), List.of(use), operator.location()));
    }

    @Override
    public TemplateKind kind() {
        return TemplateKind.CIRCUIT;
    }
}
