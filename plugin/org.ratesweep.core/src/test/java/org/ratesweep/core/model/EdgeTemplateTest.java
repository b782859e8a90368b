/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.error.InputException;

class EdgeTemplateTest {
    private static final String PARTS = """
            pop_op: {base: OperatorTemplate, equations: "r' = -r + i", variables: {r: output(1.0), i: input}}
            low_op: {base: OperatorTemplate, equations: "s' = (q - s)/tau", variables: {s: output, tau: 2.0, q: input}}
            gain_op: {base: OperatorTemplate, equations: "m = g*s", variables: {m: output, g: 3.0, s: input}}
            pair_op: {base: OperatorTemplate, equations: "d = a - b", variables: {d: output, a: input, b: input}}
            two_op: {base: OperatorTemplate, equations: "e = a", variables: {e: output, a: input}}
            lone_op: {base: OperatorTemplate, equations: "e' = 1", variables: {e: output}}
            pop: {base: NodeTemplate, operators: [pop_op]}
            chain: {base: EdgeTemplate, operators: [gain_op, low_op]}
            pair: {base: EdgeTemplate, operators: [pair_op]}
            double: {base: EdgeTemplate, operators: [pair_op, two_op]}
            lone: {base: EdgeTemplate, operators: [lone_op]}
            """;

    private static Model model(final String edges) {
        return Model.of(TestTemplates.circuit(
                PARTS + "Test: {base: CircuitTemplate, nodes: {x: pop, y: pop}, edges: [" + edges + "]}\n"));
    }

    private static Model nested(final String edges) {
        return Model.of(TestTemplates.circuit(PARTS + """
                inner: {base: CircuitTemplate, nodes: {x: pop, y: pop}, edges: [%s]}
                middle: {base: CircuitTemplate, circuits: {m: inner}}
                Test: {base: CircuitTemplate, circuits: {a: middle, b: middle}}
                """.formatted(edges)));
    }

    private static String message(final String edge) {
        return assertThrows(InputException.class, () -> model(edge)).getMessage();
    }

    private static String equation(final Model model, final String path) {
        final ModelVariable variable = model.variable(path).orElseThrow();
        return variable instanceof StateVariable state
                ? state.derivative().toString()
                : ((AlgebraicVariable) variable).expression().toString();
    }

    @Test
    void theSourceDrivesTheFreeInputAndTheLastOutputLeaves() {
        final Model model = model("[x/pop_op/r, y/pop_op/i, chain, {weight: 2.0, gain_op/g: 5.0}]");
        final String edge = "x/pop_op/r->y/pop_op/i/";
        assertAll(
                () -> assertEquals("x/pop_op/r", equation(model, edge + "low_op/q")),
                () -> assertEquals(edge + "low_op/s", equation(model, edge + "gain_op/s")),
                () -> assertEquals(edge + "weight*" + edge + "gain_op/m", equation(model, "y/pop_op/i")),
                () -> assertEquals(
                        5, model.variable(edge + "gain_op/g").orElseThrow().value()),
                () -> assertEquals(
                        List.of("x/pop_op/r", "y/pop_op/r", edge + "low_op/s"),
                        model.stateVariables().stream().map(ModelVariable::path).toList()));
    }

    @Test
    void parallelEdgesAddUpAndHaveStatesAndParametersOfTheirOwn() {
        final Model model = model("[x/pop_op/r, y/pop_op/i, chain, {low_op/tau: 4.0}],"
                + "[x/pop_op/r, y/pop_op/i, chain, {low_op/s: 0.5}], [x/pop_op/r, y/pop_op/i, null, {weight: 3.0}]");
        final String edge = "x/pop_op/r->y/pop_op/i";
        assertEquals(
                edge + "/weight*" + edge + "/gain_op/m + " + edge + "#1/weight*" + edge + "#1/gain_op/m + " + edge
                        + "#2/weight*x/pop_op/r",
                equation(model, "y/pop_op/i"));
        assertEquals(4, model.variable(edge + "/low_op/tau").orElseThrow().value());
        assertEquals(2, model.variable(edge + "#1/low_op/tau").orElseThrow().value());
        assertEquals(0.5, model.variable(edge + "#1/low_op/s").orElseThrow().value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "pair_op/a: source, pair_op/b: y/pop_op/r; x/pop_op/r; y/pop_op/r",
                "pair/pair_op/b: source, pair/pair_op/a: y/pop_op/r; y/pop_op/r; x/pop_op/r",
                "pair_op/b: y/pop_op/r; x/pop_op/r; y/pop_op/r",
                "pair_op/a: source, pair_op/b: source; x/pop_op/r; x/pop_op/r"
            })
    void severalFreeInputsAreBoundByAttributes(final String attributes, final String a, final String b) {
        final Model model = model("[x/pop_op/r, y/pop_op/i, pair, {" + attributes + "}]");
        assertEquals(a, equation(model, "x/pop_op/r->y/pop_op/i/pair_op/a"));
        assertEquals(b, equation(model, "x/pop_op/r->y/pop_op/i/pair_op/b"));
    }

    @Test
    void anInputWithANumberIsNotFree() {
        final Model model = model("[x/pop_op/r, y/pop_op/i, pair, {pair_op/b: 0.25}]");
        assertEquals("x/pop_op/r", equation(model, "x/pop_op/r->y/pop_op/i/pair_op/a"));
        assertEquals(
                new Parameter("x/pop_op/r->y/pop_op/i/pair_op/b", VariableKind.INPUT, 0.25),
                model.variable("x/pop_op/r->y/pop_op/i/pair_op/b").orElseThrow());
    }

    @Test
    void bindingsInsideOfCircuitsAreRelativeToThem() {
        final Model model = nested("[x/pop_op/r, y/pop_op/i, pair, {pair_op/a: source, pair_op/b: y/pop_op/r}]");
        assertEquals("b/m/y/pop_op/r", equation(model, "b/m/x/pop_op/r->b/m/y/pop_op/i/pair_op/b"));
        assertEquals(
                "b/m/x/pop_op/r->b/m/y/pop_op/i/pair_op/b",
                model.edge("b/m/x/pop_op/r", "b/m/y/pop_op/i", 0).path("pair/pair_op/b"));
    }

    @ParameterizedTest
    @CsvSource({
        "all/pop_op/r->all/pop_op/i/weight, 2",
        "a/m/x/pop_op/r->a/m/all/pop_op/i/low_op/tau, 1",
        "all/m/x/pop_op/r->all/m/y/pop_op/i/delay, 2",
        "all/pop_op/r->all/pop_op/i#1/weight, 2",
        "a/all/pop_op/r->a/all/pop_op/i#1/low_op/tau, 0",
        "all/pop_op/r, 4",
        "a/all/pop_op/r, 2",
        "all/all/x/pop_op/r, 2",
        "all/low_op/tau, 0"
    })
    void allStandsForAnyLevelOfSourceAndTarget(final String pattern, final int matches) {
        final Model model = nested("[x/pop_op/r, y/pop_op/i, chain, null], [x/pop_op/r, y/pop_op/i, null, null]");
        assertEquals(matches, model.find(pattern).size());
    }

    @Test
    void delayAndSpreadActOnTheOutputOfTheEdge() {
        final Model model = model("[x/pop_op/r, y/pop_op/i, chain, {delay: 0.4, spread: 0.2}]");
        final String edge = "x/pop_op/r->y/pop_op/i/";
        assertEquals(
                "4/" + edge + "delay*(" + edge + "gain_op/m - " + edge + "stage1)", equation(model, edge + "stage1"));
        assertEquals(edge + "weight*" + edge + "stage4", equation(model, "y/pop_op/i"));
        final Model discrete = model("[x/pop_op/r, y/pop_op/i, chain, {delay: 0.4}]");
        assertEquals(edge + "gain_op/m", discrete.delayed().get(0).source());
        assertEquals(0.4, discrete.delay(discrete.delayed().get(0), Map.of()));
    }

    @Test
    void anEdgeTemplateWithoutOperatorsIsAPlainEdge() {
        final Model model = Model.of(TestTemplates.circuit(PARTS + """
                none: {base: EdgeTemplate, operators: []}
                Test: {base: CircuitTemplate, nodes: {x: pop}, edges: [[x/pop_op/r, x/pop_op/i, none, null]]}
                """));
        assertEquals("x/pop_op/r->x/pop_op/i/weight*x/pop_op/r", equation(model, "x/pop_op/i"));
    }

    @Test
    void whatIsOpenIsAnErrorAtTheEdge() {
        final String open = message("[x/pop_op/r, y/pop_op/i, pair, null]");
        assertAll(
                () -> assertTrue(open.startsWith("test.yaml:12:"), open),
                () -> assertTrue(
                        open.contains("the edge template 'pair' leaves open what drives pair_op/a and pair_op/b"),
                        open),
                () -> assertTrue(message("[x/pop_op/r, y/pop_op/i, pair, {pair_op/a: source}]")
                        .contains("leaves open what drives pair_op/b")),
                () -> assertTrue(message("[x/pop_op/r, y/pop_op/i, pair, {pair_op/a: y/pop_op/q}]")
                        .contains("the source of 'pair_op/a' 'y/pop_op/q' of an edge does not exist")),
                () -> assertTrue(message("[x/pop_op/r, y/pop_op/i, lone, null]")
                        .contains("takes no input that the edge's source could drive")),
                () -> assertTrue(
                        message("[x/pop_op/r, y/pop_op/i, double, {pair_op/a: source, pair_op/b: 1, two_op/a: source}]")
                                .contains("pair_op/d and two_op/e are outputs that none of its operators takes")));
    }

    /** The templates of PyRates' CNS 2019 tutorial write the number so. */
    @Test
    void theOldNameOfPiIsUnderstoodUnlessAVariableHasIt() {
        for (final Map.Entry<String, Double> variables : Map.of(
                        "{x: {default: output}}", Math.PI, "{x: output, PI: 3.0}", 3.0)
                .entrySet()) {
            final Model model = Model.of(TestTemplates.operator("\"x' = PI\"", variables.getKey()));
            assertEquals(
                    variables.getValue(),
                    model.stateVariables()
                            .get(0)
                            .derivative()
                            .evaluate(path -> model.variable(path).orElseThrow().value()));
        }
    }

    @Test
    void oldDeclarationsAreWarnedOf() {
        final Model model = Model.of(
                TestTemplates.operator("\"x' = -x/tau\"", "{x: {default: output(1.0)}, tau: {default: 0.5, unit: s}}"));
        assertEquals(2, model.warnings().size());
        assertTrue(model.warnings().get(1).contains("'tau' is declared in the old form"));
        assertEquals(0.5, model.variable("p/Test/tau").orElseThrow().value());
    }
}
