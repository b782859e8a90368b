/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.StateVariable;

/** The generated code against the plain evaluation of the equations. */
class CompiledModelTest {
    private static final int LANES = 8;

    /** Derivatives of all states in all lanes for random parameters and states. */
    private static double[] derivatives(
            final Model model, final List<String> varied, final int lanes, final int used, final long seed) {
        final Block block =
                CompiledModel.compile(model, lanes, varied, Set.of(), List.of()).newBlock(used);
        final Random random = new Random(seed);
        for (final String path : varied) {
            for (int lane = 0; lane < used; lane++) {
                block.set(path, lane, random.nextDouble() + 0.5);
            }
        }
        block.prepare();
        final double[] derivative = new double[block.state().length];
        block.derivatives(0.25, block.state(), derivative);
        final double[] advanced = new double[derivative.length];
        block.advance(0.25, 0.1, block.state(), advanced);
        final double[] start = random.doubles(derivative.length).toArray();
        final double[] stage = new double[derivative.length];
        block.advance(0.25, 0.1, block.state(), start, stage);
        final double[] end = new double[derivative.length];
        block.finish(0.25, 0.1, block.state(), 0.3, start, end);
        for (int slot = 0; slot < block.stateVariables(); slot++) {
            for (int i = slot * lanes; i < slot * lanes + used; i++) {
                assertEquals(block.state()[i] + 0.1 * derivative[i], advanced[i], "advanced by an Euler step");
                assertEquals(start[i] + 0.1 * derivative[i], stage[i], "advanced from another state");
                final double mean = start[i] + 0.3 * (block.state()[i] - start[i]);
                assertEquals(mean + 0.1 * derivative[i], end[i], "advanced from a mean");
            }
        }
        return Arrays.copyOf(derivative, block.stateVariables() * lanes);
    }

    /** The derivatives of all states in one lane, by evaluating one equation after the other. */
    private static double[] expected(final Model model, final List<String> varied, final long seed, final int lane) {
        final Random random = new Random(seed);
        final Map<String, Double> known = new HashMap<>();
        known.put(Model.TIME, 0.25);
        model.variables().forEach(variable -> known.put(variable.path(), variable.value()));
        for (final String path : varied) {
            for (int other = 0; other < LANES; other++) {
                final double value = random.nextDouble() + 0.5;
                if (other == lane) {
                    known.put(path, value);
                }
            }
        }
        model.algebraicVariables()
                .forEach(variable ->
                        known.put(variable.path(), variable.expression().evaluate(known::get)));
        return model.stateVariables().stream()
                .mapToDouble(state -> state.derivative().evaluate(known::get))
                .toArray();
    }

    private static void assertAgrees(final Model model, final List<String> varied) {
        final double[] actual = derivatives(model, varied, LANES, LANES, 1);
        for (int lane = 0; lane < LANES; lane++) {
            final double[] expected = expected(model, varied, 1, lane);
            for (int state = 0; state < expected.length; state++) {
                assertEquals(
                        expected[state],
                        actual[state * LANES + lane],
                        8 * Math.ulp(expected[state]),
                        model.stateVariables().get(state).path() + " in lane " + lane);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"JRC", "JRC2"})
    void libraryModelsHaveTheDerivativesOfTheirEquations(final String name) {
        final Model model = Model.of(TestTemplates.jansenRit(name));
        final List<String> states =
                model.stateVariables().stream().map(StateVariable::path).toList();
        assertAgrees(model, states);
        final List<String> constants = model.parameters().stream()
                .map(parameter -> parameter.path())
                .filter(path -> path.endsWith("/tau") || path.endsWith("/c") || path.endsWith("weight"))
                .toList();
        assertAgrees(
                model,
                IntStream.range(0, 2)
                        .boxed()
                        .flatMap(i -> (i == 0 ? states : constants).stream())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "k",
                "t",
                "3.0",
                "-x",
                "k*k",
                "sin(t)*x",
                "x*k/t - t/k*x",
                "2*x/k^2 - k*x^3/t",
                "-(x*k)/(-k*t)",
                "exp(x)*exp(k)*exp(t)",
                "where(x > k, x, k)*x",
                "where(k > t and not k > 1, 2*x, erf(x*k))",
                "where(k > 0, x, t)",
                "heaviside(x - k)*round(x) + (x >= k or t < 0) + (k != 1)*E",
                "(x/k)/(x/t)",
                "1/(x*k)",
                "1/x/k",
                "sigmoid(k*(x - t))*k",
                "x^k + k^x + t^t",
                "maxi(x, k) - mini(x, t)",
                "sin(cos(sin(cos(x*k))))",
                "x + k + t + x*k + x*t + k*t + x*k*t + 1",
                "(x + 1)*(x + 2)*(x + 3)*(x + 4)*(x + 5)*(x + 6)*(x + 7)*(x + 8)*(x + 9)*(x + 10)*(x + 11)*(x + 12)",
                "(x + k)^2 + (x + k)^3 + 1/(x + k) + (x + k)"
            })
    void everyKindOfExpressionIsComputedAsItIsWritten(final String right) {
        final Model model = Model.of(TestTemplates.operator(
                "[\"x' = " + right + "\", \"y' = x\"]", "{x: output(0.7), y: variable, k: 1.3}"));
        assertAgrees(model, List.of("p/Test/x", "p/Test/k"));
        assertAgrees(model, List.of("p/Test/x"));
        assertAgrees(model, List.of());
    }

    @Test
    void aFixedParameterGivesTheSameBitsAsASweptOne() {
        final Model model = Model.of(TestTemplates.jansenRit("JRC2"));
        final Block fixed = CompiledModel.compile(
                        model, 4, List.of("jrc/jrc_op/V_e", "jrc/jrc_op/V_ein"), Set.of(), List.of())
                .newBlock(4);
        final List<String> all =
                model.parameters().stream().map(parameter -> parameter.path()).toList();
        final Block swept = CompiledModel.compile(
                        model,
                        4,
                        IntStream.range(0, all.size() + 2)
                                .mapToObj(i -> i < all.size()
                                        ? all.get(i)
                                        : List.of("jrc/jrc_op/V_e", "jrc/jrc_op/V_ein")
                                                .get(i - all.size()))
                                .toList(),
                        Set.of(),
                        List.of())
                .newBlock(4);
        for (int lane = 0; lane < 4; lane++) {
            for (final Block block : List.of(fixed, swept)) {
                block.set("jrc/jrc_op/V_e", lane, 0.003 * lane);
                block.set("jrc/jrc_op/V_ein", lane, 0.001 + 0.002 * lane);
            }
            for (final String path : all) {
                swept.set(path, lane, model.variable(path).orElseThrow().value());
            }
        }
        fixed.prepare();
        swept.prepare();
        final double[] one = new double[fixed.state().length];
        final double[] other = new double[swept.state().length];
        fixed.derivatives(0, fixed.state(), one);
        swept.derivatives(0, swept.state(), other);
        assertArrayEquals(one, other);
    }

    @Test
    void aLaneDoesNotDependOnTheNumberOfLanes() {
        final Model model = Model.of(TestTemplates.jansenRit("JRC2"));
        final List<String> varied = List.of("jrc/jrc_op/c", "jrc/jrc_op/V_e");
        final double[] narrow = derivatives(model, varied, 3, 3, 5);
        final double[] wide = derivatives(model, varied, 64, 3, 5);
        for (int state = 0; state < model.stateVariables().size(); state++) {
            for (int lane = 0; lane < 3; lane++) {
                assertEquals(narrow[state * 3 + lane], wide[state * 64 + lane]);
            }
        }
    }

    @Test
    void unusedLanesStayAsTheyAre() {
        final Model model = Model.of(TestTemplates.operator("\"x' = 1 + x\"", "{x: output}"));
        final double[] derivative = derivatives(model, List.of(), 8, 5, 0);
        assertArrayEquals(new double[] {1, 1, 1, 1, 1, 0, 0, 0}, derivative);
    }

    /** Far more loops than one method may call, and more code than one method may hold. */
    @Test
    void largeSystemsAreSplitIntoMethodsThatHotSpotCompiles() {
        final int states = 3000;
        final String equations = IntStream.range(0, states)
                .mapToObj(i -> "\"x" + i + "' = exp(x" + (i + 1) % states + ") - sin(t + " + i + ")*x" + i + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
        final String variables = IntStream.range(0, states)
                .mapToObj(i -> "x" + i + ": variable(" + i / 10000.0 + ")")
                .collect(Collectors.joining(", ", "{", "}"));
        assertAgrees(Model.of(TestTemplates.operator(equations, variables)), List.of());
    }

    @Test
    void aSumOfThousandsOfTermsIsSplitIntoSmallLoops() {
        final int states = 2000;
        final String sum = IntStream.range(0, states).mapToObj(i -> "x" + i).collect(Collectors.joining(" + "));
        final String equations = IntStream.range(1, states)
                .mapToObj(i -> "\"x" + i + "' = 1\"")
                .collect(Collectors.joining(", ", "[\"x0' = " + sum + "\", ", "]"));
        final String variables = IntStream.range(0, states)
                .mapToObj(i -> "x" + i + ": variable(" + (i + 0.25) + ")")
                .collect(Collectors.joining(", ", "{", "}"));
        assertAgrees(Model.of(TestTemplates.operator(equations, variables)), List.of("p/Test/x0"));
    }

    @Test
    void algebraicVariablesAreObserved() {
        final Model model = Model.of(TestTemplates.operator(
                "[\"a = k*x + t\", \"b = 2*k\", \"c = t\", \"x' = a\"]",
                "{a: variable, b: variable, c: variable, x: output(3.0), k: 1.0}"));
        final Block block = CompiledModel.compile(
                        model, 2, List.of("p/Test/k"), Set.of(), List.of("p/Test/a", "p/Test/b", "p/Test/c"))
                .newBlock(2);
        block.set("p/Test/k", 0, 10);
        block.set("p/Test/k", 1, 20);
        block.prepare();
        block.observe(0.5);
        final double[] seen = new double[8];
        int i = 0;
        for (final String path : List.of("p/Test/a", "p/Test/b", "p/Test/c", "p/Test/x")) {
            final Block.Probe probe = block.probe(path);
            seen[i++] = probe.values()[probe.offset()];
            seen[i++] = probe.values()[probe.offset() + 1];
        }
        assertArrayEquals(new double[] {30.5, 60.5, 20, 40, 0.5, 0.5, 3, 3}, seen);
    }
}
