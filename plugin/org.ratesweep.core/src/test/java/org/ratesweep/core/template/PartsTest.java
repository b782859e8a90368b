/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
    private static NodeTemplate node(final String text) {
        return (NodeTemplate) Texts.template("x", text);
    }

    private static CircuitTemplate circuit(final String text) {
        return (CircuitTemplate) Texts.template("x", text);
    }

    private static String withEdge(final String edge) {
        return "x:\n  base: CircuitTemplate\n  nodes: {a: n, b: n}\n  edges:\n    - " + edge + "\n";
    }

    private static Edge edge(final String edge) {
        return circuit(withEdge(edge)).edges().get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{op: {tau: 5}, other_op: }",
                "{op: {tau: 5.0}, other_op: {}}",
                "{op: {variables: {tau: 5}}, other_op: }",
                "{m.op: {tau: '5'}, ./m/other_op: {variables: {}}}"
            })
    void operatorsTakeOtherValues(final String operators) {
        final List<OperatorUse> uses =
                node("x: {base: NodeTemplate, operators: " + operators + "}").operators();
        assertEquals(
                List.of("op", "other_op"), uses.stream().map(OperatorUse::label).toList());
        assertEquals(Map.of("tau", Value.real(5)), uses.get(0).overrides());
        assertEquals(Map.of(), uses.get(1).overrides());
        assertEquals("m.yaml", uses.get(0).location().file());
    }

    @Test
    void operatorsOfADerivedNodeReplaceTheInheritedOnes() {
        final String parent = "y: {base: NodeTemplate, description: Y., operators: {op: {tau: 5}}}\n";
        assertEquals(
                5,
                node(parent + "x: {base: y}")
                        .operators()
                        .get(0)
                        .overrides()
                        .get("tau")
                        .real());
        final NodeTemplate replaced = node(parent + "x: {base: y, operators: [other_op]}");
        assertEquals(
                List.of("other_op"),
                replaced.operators().stream().map(OperatorUse::label).toList());
        assertEquals("Y.", replaced.description());
    }

    @Test
    void faultyOperatorListsAreRefused() {
        Texts.assertRefused(
                "x",
                "x:\n  base: NodeTemplate\n  operators: {op: {tua: 5}}",
                "m.yaml:" + Texts.line("x:\n  base: NodeTemplate\n  op", "  op")
                        + ":20: the operator 'op' has no variable 'tua'; did you mean 'tau'?");
        Texts.assertRefused(
                "x", "x: {base: NodeTemplate, operators: {op: {tau: fast}}}", "the value of 'tau' must be a number");
        Texts.assertRefused(
                "x",
                "x: {base: NodeTemplate, operators: {op: 5}}",
                "must be a mapping (key: value), but is the number 5");
        Texts.assertRefused("x", "x: {base: NodeTemplate, operators: {op: {variables: {}, tau: 1}}}", "no key 'tau'");
        Texts.assertRefused("x", "x: {base: NodeTemplate, operators: [op, op]}", "the operator 'op' is listed twice");
        Texts.assertRefused(
                "x",
                "x: {base: NodeTemplate, operators: [n]}",
                "'n' is a node template, but an operator template is needed here");
        Texts.assertRefused("x", "x: {base: NodeTemplate, operators: op}", "'operators' must be a list");
        Texts.assertRefused("x", "x: {base: NodeTemplate, operators: []}", "the node template 'x' has no operators");
        Texts.assertRefused("x", "x: {base: NodeTemplate}", "a node template needs the key 'operators'");
        Texts.assertRefused(
                "x",
                "x: {base: NodeTemplate, equations: [a = 1], operators: [op]}",
                "a node template has no key 'equations'");
        Texts.assertRefused(
                "x", "x: {base: NodeTemplate, label: p, operators: [op]}", "a node template has no key 'label'");
    }

    @Test
    void circuitsMergeByLabelAndAppendEdges() {
        final CircuitTemplate child = circuit("""
                m2: {base: NodeTemplate, operators: {op: {tau: 9}}}
                x:
                  base: c
                  nodes: {c: n, a: m2}
                  edges:
                    - [b/op/r, a/op/inp, null, {weight: -1}]
                """);
        assertEquals(List.of("a", "b", "c"), List.copyOf(child.nodes().keySet()));
        assertEquals("m2", child.nodes().get("a").name());
        assertEquals(
                List.of(2.0, -1.0), child.edges().stream().map(Edge::weight).toList());
        assertEquals(
                List.of("p", "q", "r"),
                List.copyOf(
                        circuit("y: {base: CircuitTemplate, circuits: {p: c, q: c}}\nx: {base: y, circuits: {r: y}}")
                                .circuits()
                                .keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "no", "y", "t", "1", "null", "true"})
    void labelsAreTexts(final String label) {
        assertTrue(circuit("x: {base: CircuitTemplate, nodes: {" + label + ": n}}")
                .nodes()
                .containsKey(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "all", "''", "' a'", "a->b"})
    void labelsThatBreakPathsAreRefused(final String label) {
        Texts.assertRefused(
                "x", "x: {base: CircuitTemplate, nodes: {" + label + ": n}}", ":36: the label '", "must not");
    }

    @Test
    void faultyCircuitsAreRefused() {
        Texts.assertRefused("x", "x: {base: CircuitTemplate}", "has neither nodes nor circuits");
        Texts.assertRefused(
                "x", "x: {base: CircuitTemplate, nodes: {a: n}, circuits: {b: c}}", "has both nodes and circuits");
        Texts.assertRefused("x", "x: {base: c, circuits: {b: c}}", "has both nodes and circuits");
        Texts.assertRefused(
                "x", "x: {base: CircuitTemplate, nodes: {a: c}}", "circuits are listed under the key 'circuits'");
        Texts.assertRefused(
                "x", "x: {base: CircuitTemplate, circuits: {a: n}}", "nodes are listed under the key 'nodes'");
        Texts.assertRefused(
                "x", "x: {base: CircuitTemplate, nodes: [n]}", "'nodes' (label: template) must be a mapping");
        Texts.assertRefused("x", "x: {base: CircuitTemplate, nodes: {a: n, a: n}}", "the key 'a' is already there");
        Texts.assertRefused("x", "x: {base: CircuitTemplate, node: {a: n}}", "no key 'node'; did you mean 'nodes'");
    }

    @Test
    void edgesHaveAListFormAndAFieldForm() {
        final Edge plain = edge("[a/op/r, b/op/inp, null, null]");
        assertEquals("a/op/r", plain.source());
        assertEquals("b/op/inp", plain.target());
        assertEquals(Optional.empty(), plain.template());
        assertEquals(1, plain.weight());
        assertEquals(OptionalDouble.empty(), plain.delay());
        final Edge full = edge("{source: a/op/r, target: b/op/inp, template: e, variables: "
                + "{weight: 10e-1, delay: 0.5, spread: 0.1, other_op/k: 3, e/other_op/r_in: source}}");
        assertEquals("e", full.template().orElseThrow().name());
        assertEquals(OptionalDouble.of(0.5), full.delay());
        assertEquals(OptionalDouble.of(0.1), full.spread());
        assertEquals(Map.of("other_op/k", Value.real(3)), full.parameters());
        assertEquals(Map.of("other_op/r_in", "source"), full.bindings());
        final Edge bound = edge("[a/op/r, b/op/inp, m.e, {weight: , other_op/r_in: a/op/r}]");
        assertEquals(Map.of("other_op/r_in", "a/op/r"), bound.bindings());
        assertEquals(1, bound.weight());
        assertEquals(Optional.empty(), edge("[a/op/r, b/op/inp, none, {}]").template());
        assertEquals(
                Optional.empty(), edge("{source: a/op/r, target: b/op/inp}").template());
    }

    @Test
    void faultyEdgesAreRefused() {
        final String line = "m.yaml:" + Texts.line(withEdge("["), "    - [");
        Texts.assertRefused(
                "x",
                withEdge("[a/op/r, b/op/inp, null]"),
                line + ":7: an edge must be a list of four: [source, target, template");
        Texts.assertRefused("x", withEdge("{source: a/op/r}"), line, "an edge needs the key 'target'");
        Texts.assertRefused(
                "x", withEdge("{source: a/op/r, target: b/op/inp, wieght: 2}"), line, "an edge has no key 'wieght'");
        Texts.assertRefused(
                "x",
                withEdge("[a/op/r, b/op/inp, null, {wieght: 2}]"),
                line + ":33",
                "has no attribute 'wieght'; did you mean 'weight'?");
        Texts.assertRefused(
                "x",
                withEdge("[a/op/r, b/op/inp, null, {other_op/k: 2}]"),
                "an edge without a template has no attribute 'other_op/k'");
        Texts.assertRefused(
                "x",
                withEdge("[a/op/r, b/op/inp, e, {other_op/q: 2}]"),
                "an edge through 'e' has no attribute 'other_op/q'; did you mean 'other_op/k' or 'other_op/s'?");
        Texts.assertRefused(
                "x",
                withEdge("[a/op/r, b/op/inp, e, {other_op/k: source}]"),
                "'other_op/k', which is no input, must be a number");
        Texts.assertRefused(
                "x",
                withEdge("[a/op/r, b/op/inp, e, {other_op/r_in: sauce}]"),
                "must be a number, 'source' or the path of a variable");
        Texts.assertRefused(
                "x",
                withEdge("[a/op/r, b/op/inp, null, {weight: big}]"),
                "'weight' must be a number, but is the text 'big'");
        Texts.assertRefused("x", withEdge("[a/op/r, b/op/inp, null, {weight: 1j}]"), "'weight' must be a number");
        Texts.assertRefused(
                "x",
                withEdge("[a/op/r, b/op/inp, null, {delay: -1}]"),
                "'delay' must be at least 0, but is the number -1");
        Texts.assertRefused(
                "x",
                withEdge("[a/op/r, b/op/inp, n, {}]"),
                "'n' is a node template, but an edge template is needed here");
        Texts.assertRefused(
                "x",
                withEdge("[r, b/op/inp, null, {}]"),
                "the source of an edge must be a path such as node/operator/variable");
        Texts.assertRefused("x", "x: {base: c, edges: {a: b}}", "'edges' must be a list");
    }

    @Test
    void operatorAndNodeTemplatesRunAlone() {
        final TemplateLibrary library = Texts.library("m.yaml", Texts.PARTS);
        final CircuitTemplate ofOperator = library.circuit("m.op");
        assertEquals("op", ofOperator.name());
        assertEquals("op", ofOperator.nodes().get("p").operators().get(0).label());
        assertEquals("n", library.circuit("m.n").nodes().get("p").name());
        assertEquals("c", library.circuit("m.c").name());
        Texts.assertMessage(
                () -> library.circuit("m.e"), "m.yaml:10:1: 'e' is an edge template; only circuit, node and operator");
    }
}
