/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.model;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.error.InputException;

class ModelTest {
    private static final String TWO_OPERATORS = """
            source_a: {base: OperatorTemplate, equations: "m' = -m", variables: {m: output(1.0)}}
            source_b: {base: OperatorTemplate, equations: "m = 2*k", variables: {m: output, k: 3.0}}
            sink: {base: OperatorTemplate, equations: "v' = m - v", variables: {v: output, m: input(7.0)}}
            both: {base: NodeTemplate, operators: [sink, source_a, source_b]}
            alone: {base: NodeTemplate, operators: [sink]}
            inner: {base: CircuitTemplate, nodes: {x: both, y: alone}, edges: [[x/source_b/m, y/sink/m, null, {weight: 0.5}]]}
            Test:
              base: CircuitTemplate
              circuits: {left: inner, right: inner}
              edges:
                - [left/x/source_a/m, right/y/sink/m, null, {weight: 2.0}]
                - [left/x/source_a/m, right/y/sink/m, null, {weight: 3.0}]
            """;

    private static Model model(final String text) {
        return Model.of(TestTemplates.circuit(text));
    }

    private static String expression(final Model model, final String path) {
        return ((AlgebraicVariable) model.variable(path).orElseThrow())
                .expression()
                .toString();
    }

    private static List<String> paths(final List<? extends ModelVariable> variables) {
        return variables.stream().map(ModelVariable::path).toList();
    }

    @Test
    void jansenRitHasTheVariablesOfItsTemplate() {
        final Model model = Model.of(TestTemplates.jansenRit("JRC2"));
        assertEquals("JRC2", model.name());
        assertEquals(
                List.of("V_ein", "X_ein", "V_iin", "X_iin", "V_e", "X_e", "V_i", "X_i").stream()
                        .map(name -> "jrc/jrc_op/" + name)
                        .toList(),
                paths(model.stateVariables()));
        assertEquals(List.of("jrc/jrc_op/m"), paths(model.algebraicVariables()));
        assertEquals(
                new Parameter("jrc/jrc_op/c", VariableKind.CONSTANT, 135),
                model.variable("jrc/jrc_op/c").orElseThrow());
        assertEquals(
                new Parameter("jrc/jrc_op/u", VariableKind.INPUT, 220),
                model.variable("jrc/jrc_op/u").orElseThrow());
    }

    @Test
    void everyOperatorOfANodeThatGivesAVariableFeedsTheInputOfThatName() {
        final Model model = model(TWO_OPERATORS);
        assertEquals("left/x/source_a/m + left/x/source_b/m", expression(model, "left/x/sink/m"));
    }

    @Test
    void edgesOfInnerCircuitsAndParallelEdgesAddUp() {
        final Model model = model(TWO_OPERATORS);
        assertEquals(
                "right/x/source_b/m->right/y/sink/m/weight*right/x/source_b/m"
                        + " + left/x/source_a/m->right/y/sink/m/weight*left/x/source_a/m"
                        + " + left/x/source_a/m->right/y/sink/m#1/weight*left/x/source_a/m",
                expression(model, "right/y/sink/m"));
        assertEquals(
                3.0,
                model.edge("left/x/source_a/m", "right/y/sink/m", 1).weight().value());
        assertEquals(
                0.5,
                model.edge("left/x/source_b/m", "left/y/sink/m", 0).weight().value());
    }

    @Test
    void theDeclaredValueOfAnInputCountsOnlyWhileNothingIsConnected() {
        final Model model = model("""
                sink: {base: OperatorTemplate, equations: "v' = m - v", variables: {v: output, m: input(7.0)}}
                node: {base: NodeTemplate, operators: [sink]}
                Test: {base: CircuitTemplate, nodes: {p: node, q: node}, edges: [[p/sink/v, q/sink/m, null, null]]}
                """);
        assertEquals(
                new Parameter("p/sink/m", VariableKind.INPUT, 7),
                model.variable("p/sink/m").orElseThrow());
        assertEquals("p/sink/v->q/sink/m/weight*p/sink/v", expression(model, "q/sink/m"));
    }

    @Test
    void valuesGivenByANodeReplaceDeclaredOnes() {
        final Model model = model("""
                op: {base: OperatorTemplate, equations: "v' = -v/tau", variables: {v: output(1.0), tau: 2.0}}
                Test: {base: NodeTemplate, operators: {op: {tau: 5.0, v: 3.0}}}
                """);
        assertEquals(5.0, model.variable("p/op/tau").orElseThrow().value());
        assertEquals(3.0, model.variable("p/op/v").orElseThrow().value());
    }

    @Test
    void algebraicVariablesStandBehindWhatTheyNeedHoweverTheyAreWritten() {
        final Model model = Model.of(TestTemplates.operator(
                "[\"a = b + 1\", \"b = c*2\", \"c = x\", \"x' = a\"]",
                "{a: variable, b: variable, c: variable, x: output}"));
        assertEquals(List.of("p/Test/c", "p/Test/b", "p/Test/a"), paths(model.algebraicVariables()));
    }

    @Test
    void aLongChainOfAlgebraicVariablesIsOrdered() {
        final int length = 20_000;
        final String equations = IntStream.range(1, length)
                .mapToObj(i -> "\"a" + i + " = a" + (i - 1) + "\"")
                .collect(Collectors.joining(", ", "[\"x' = a" + (length - 1) + "\", \"a0 = x\", ", "]"));
        final String variables = IntStream.range(0, length)
                .mapToObj(i -> "a" + i + ": variable")
                .collect(Collectors.joining(", ", "{x: output, ", "}"));
        final Model model = Model.of(TestTemplates.operator(equations, variables));
        assertEquals("p/Test/a0", model.algebraicVariables().get(0).path());
        assertEquals(length, model.algebraicVariables().size());
    }

    @Test
    void timeAndPiAreKnownUnlessTheyAreDeclared() {
        final Model undeclared = Model.of(TestTemplates.operator("\"x' = pi*t\"", "{x: output}"));
        assertEquals(
                "3.141592653589793*t",
                undeclared.stateVariables().get(0).derivative().toString());
        final Model declared = Model.of(TestTemplates.operator("\"x' = pi*t\"", "{x: output, pi: 3.0, t: variable}"));
        assertEquals(
                "p/Test/pi*t", declared.stateVariables().get(0).derivative().toString());
        assertTrue(declared.variable("p/Test/t").isEmpty());
    }

    @Nested
    class Paths {
        private final Model model = model(TWO_OPERATORS);

        @ParameterizedTest
        @CsvSource({
            "all/sink/v, 4",
            "left/all/sink/v, 2",
            "all/x/sink/v, 2",
            "all/all/sink/v, 4",
            "all/source_a/m, 2",
            "left/x/sink/v, 1"
        })
        void allStandsForAnyCircuitOrNode(final String pattern, final int matches) {
            assertEquals(matches, model.matching(pattern).size());
        }

        @Test
        void whatMatchesNothingIsAnErrorWithNearMatches() {
            final InputException problem = assertThrows(InputException.class, () -> model.matching("left/x/sink/w"));
            assertEquals(
                    "no variable of Test matches 'left/x/sink/w'; did you mean 'left/x/sink/m' or 'left/x/sink/v' or "
                            + "'left/y/sink/m'?",
                    problem.getMessage());
        }

        @Test
        void whatIsNoPathIsAnErrorThatSaysWhatAPathIs() {
            final InputException problem = assertThrows(InputException.class, () -> model.matching("sink/v"));
            assertTrue(problem.getMessage().contains("expected node/operator/variable"), problem.getMessage());
        }

        @Test
        void unknownEdgesAreErrors() {
            assertAll(
                    () -> assertThrows(InputException.class, () -> model.edge("left/x/source_a/m", "left/y/sink/m", 0)),
                    () -> assertThrows(
                            InputException.class, () -> model.edge("left/x/source_a/m", "right/y/sink/m", 2)));
        }
    }

    @Nested
    class Signals {
        @Test
        void aSignalReplacesTheDeclaredValueAndAddsToWhatIsConnected() {
            final Model model = model(TWO_OPERATORS).drivenBy(List.of("left/x/sink/m", "right/y/sink/m"));
            assertEquals(2, model.signals().size());
            assertEquals(
                    "(left/x/source_a/m + left/x/source_b/m) + signal into left/x/sink/m",
                    expression(model, "left/x/sink/m"));
        }

        @Test
        void kindsAreNamedWithTheirArticle() {
            assertEquals("an algebraic variable", VariableKind.ALGEBRAIC.withArticle());
            assertEquals("a state variable", VariableKind.STATE.withArticle());
        }

        @Test
        void onlyInputsCanBeDrivenAndOnlyOnce() {
            final Model model = model(TWO_OPERATORS);
            assertAll(
                    () -> assertEquals(
                            "'left/x/sink/v' is no input but a state variable; signals can drive: left/x/sink/m, "
                                    + "left/y/sink/m, right/x/sink/m, right/y/sink/m",
                            assertThrows(InputException.class, () -> model.drivenBy(List.of("left/x/sink/v")))
                                    .getMessage()),
                    () -> assertThrows(
                            InputException.class, () -> model.drivenBy(List.of("left/x/sink/m", "left/x/sink/m"))));
        }
    }

    @Nested
    class Refusals {
        private static String message(final String text) {
            return assertThrows(InputException.class, () -> model(text)).getMessage();
        }

        private static String operatorMessage(final String equations, final String variables) {
            return assertThrows(InputException.class, () -> Model.of(TestTemplates.operator(equations, variables)))
                    .getMessage();
        }

        @Test
        void undeclaredVariablesAreShownWithTheirColumn() {
            final String message = operatorMessage("\"x' = -x + tua\"", "{x: output, tau: 1.0}");
            assertTrue(message.startsWith("test.yaml:3:"), message);
            assertTrue(message.contains("variable 'tua' is not declared; did you mean 'tau'?"), message);
            assertTrue(message.contains("^ column 11"), message);
            assertTrue(message.contains("in operator template 'Test'"), message);
        }

        @Test
        void syntaxErrorsAreShownWithTheirColumn() {
            final String message = operatorMessage("\"x' = 2 * * x\"", "{x: output}");
            assertTrue(message.contains("test.yaml:3:"), message);
            assertTrue(message.contains("^ column 10"), message);
        }

        @Test
        void algebraicLoopsNameTheirMembers() {
            final String message = operatorMessage(
                    "[\"a = b\", \"b = 2*c\", \"c = a + x\", \"x' = c\"]",
                    "{a: variable, b: variable, c: variable, x: output}");
            assertTrue(
                    message.contains("algebraic loop")
                            && message.contains("p/Test/a -> p/Test/b -> p/Test/c -> p/Test/a"),
                    message);
        }

        @Test
        void anInputThatFeedsItselfThroughAnEdgeIsALoop() {
            final String message = message("""
                    op: {base: OperatorTemplate, equations: "m = 2*i", variables: {m: output, i: input}}
                    node: {base: NodeTemplate, operators: [op]}
                    Test: {base: CircuitTemplate, nodes: {p: node}, edges: [[p/op/m, p/op/i, null, {weight: 1.0}]]}
                    """);
            assertTrue(message.contains("p/op/m -> p/op/i -> p/op/m"), message);
        }

        @Test
        void equationsMustFitTheDeclarations() {
            assertAll(
                    () -> assertTrue(operatorMessage("[\"x' = 1\", \"x = 2\"]", "{x: output}")
                            .contains("'x' has more than one equation")),
                    () -> assertTrue(operatorMessage("\"k' = 1\"", "{k: 2.0, x: variable}")
                            .contains(
                                    "'k' is declared as a constant but has an equation; declare it as variable(2.0)")),
                    () -> assertTrue(
                            operatorMessage("\"i = 1\"", "{i: input}").contains("'i' is declared as an input")),
                    () -> assertTrue(operatorMessage("\"x' = 1\"", "{x: variable, o: output}")
                            .contains("the output 'o' has no equation")));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "p/op/q; p/op/i; the source 'p/op/q' of an edge does not exist",
                    "p/op/m; p/op/j; the target 'p/op/j' of an edge does not exist",
                    "p/op/m; p/op/m; the target 'p/op/m' of an edge is no input; the inputs of its operator are: i"
                })
        void edgesMustLeadFromAVariableToAnInput(final String source, final String target, final String expected) {
            final String message = message("""
                    op: {base: OperatorTemplate, equations: "m' = i", variables: {m: output, i: input}}
                    node: {base: NodeTemplate, operators: [op]}
                    Test: {base: CircuitTemplate, nodes: {p: node}, edges: [[%s, %s, null, {weight: 1.0}]]}
                    """.formatted(source, target));
            assertTrue(message.contains(expected), message);
        }
    }

    @Test
    void flatteningIsLinearInTheNumberOfNodes() {
        final int nodes = 20_000;
        final String labels =
                IntStream.range(0, nodes).mapToObj(i -> "n" + i + ": node").collect(Collectors.joining(", "));
        final String edges = IntStream.range(1, nodes)
                .mapToObj(i -> "[n" + (i - 1) + "/op/m, n" + i + "/op/i, null, {weight: 1.0}]")
                .collect(Collectors.joining(", "));
        final String text = """
                op: {base: OperatorTemplate, equations: "m' = i", variables: {m: output, i: input}}
                node: {base: NodeTemplate, operators: [op]}
                Test: {base: CircuitTemplate, nodes: {%s}, edges: [%s]}
                """.formatted(labels, edges);
        final Model model = Assertions.assertTimeout(Duration.ofSeconds(20), () -> model(text));
        assertEquals(nodes, model.stateVariables().size());
    }
}
