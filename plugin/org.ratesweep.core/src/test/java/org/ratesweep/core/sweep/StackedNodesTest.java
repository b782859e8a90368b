/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.model.AlgebraicVariable;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.StackedModel;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.sweep.ParameterTarget.EdgeAddress;
import org.ratesweep.core.sweep.ParameterTarget.EdgeAttributes;
import org.ratesweep.core.sweep.ParameterTarget.Paths;

/**
 * Nodes that are alike are computed together, and give the same bits as nodes that are not: here each node of the other
 * network has a constant of its own, which nothing needs.
 */
class StackedNodesTest {
    private static final int NODES = 12;

    private static final String PARTS = """
            rate:
              base: OperatorTemplate
              equations: ["r' = (m - r)/tau + u + sin(t)", "s = sin(r) + g"]
              variables: {r: output(0.1), s: variable, m: input, u: input(0.25), tau: 2.0, g: 0.5}
            gain: {base: OperatorTemplate, equations: "m = k*r_in^2", variables: {m: output, k: 0.3, r_in: input(0.5)}}
            """;

    private static final String TRACE = """
            trace:
              base: OperatorTemplate
              equations: ["w%1$s' = (pre - w%1$s)/a", "d = w%1$s*post"]
              variables: {d: output, w%1$s: variable(0.2), pre: input, post: input, a: 1.5}
            """;

    /** A network with edges of the wanted kind from everywhere to everywhere, and others. */
    private static String network(final String edges, final boolean alike) {
        final Random random = new Random(7);
        final StringBuilder text = new StringBuilder(PARTS);
        final StringBuilder circuit = new StringBuilder("Test:\n  base: CircuitTemplate\n  nodes:\n");
        for (int i = 0; i < NODES; i++) {
            final String mark = alike ? "" : "_" + i;
            text.append(
                    "mark%1$d: {base: OperatorTemplate, equations: z = 2*c%2$s, variables: {z: output, c%2$s: 1.0}}%n"
                            .formatted(i, mark));
            text.append("n%d: {base: NodeTemplate, operators: {rate: {tau: %s, r: %s}, gain: {}, %s}}%n"
                    .formatted(
                            i,
                            1 + random.nextDouble(),
                            random.nextGaussian(),
                            alike ? "mark0: {}" : "mark" + i + ": {}"));
            circuit.append("    p%d: n%d%n".formatted(i, i));
        }
        circuit.append("  edges:\n");
        for (int target = 0; target < NODES; target++) {
            for (int source = 0; source < NODES; source++) {
                final boolean isThere =
                        edges.equals("full") || source != target && random.nextInt(3) > 0 || source == 0;
                if (isThere) {
                    final String mark = alike ? "" : "_" + source + "_" + target;
                    final String template = edges.equals("template") ? "memory" + mark : "null";
                    final String attributes = switch (edges) {
                        case "template" ->
                            ", trace%s/pre: source, trace%s/post: p%d/rate/r".formatted(mark, mark, target);
                        case "late" -> ", delay: " + 0.25 * random.nextInt(4);
                        case "spread" -> ", delay: 1.0, spread: " + (0.5 + 0.1 * random.nextInt(3));
                        default -> "";
                    };
                    if (edges.equals("template") && (!alike || source + target == 0)) {
                        text.append(TRACE.formatted(mark).replace("trace:", "trace" + mark + ":"));
                        text.append("memory%s: {base: EdgeTemplate, operators: [trace%s]}%n".formatted(mark, mark));
                    }
                    circuit.append("    - [p%d/rate/%s, p%d/gain/r_in, %s, {weight: %s%s}]%n"
                            .formatted(
                                    source,
                                    source % 2 == 0 ? "r" : "s",
                                    target,
                                    template,
                                    random.nextGaussian() / NODES,
                                    attributes));
                }
            }
        }
        return text.append(circuit).toString();
    }

    private static Results run(final String circuit, final Solver solver) {
        final double[] signal = new Random(3).doubles(24).toArray();
        return Results.collect(
                Sweep.of(TestTemplates.circuit(circuit))
                        .simulationTime(3)
                        .stepSize(0.125)
                        .solver(solver)
                        .grid(ParameterGrid.combinations(Map.of(
                                "w", new double[] {-0.5, 1}, "tau", new double[] {1.5, 2, 3}, "start", new double[] {
                                    0, 1
                                })))
                        .map(
                                "w",
                                new EdgeAttributes(
                                        List.of("weight"), List.of(new EdgeAddress("p0/rate/r", "p5/gain/r_in", 0))))
                        .map("tau", new Paths(List.of("p3/rate/tau", "p4/rate/tau")))
                        .map("start", new Paths(List.of("p7/rate/r")))
                        .input("all/rate/u", InputSignal.Samples.of(signal))
                        .output("r", "all/rate/r")
                        .output("m", "all/gain/m")
                        .output("in", "p2/gain/r_in")
                        .keepFinalState()
                        .build(),
                RunOptions.defaults());
    }

    private static void assertEqual(final Results expected, final Results actual, final double tolerance) {
        for (final String output : expected.outputs()) {
            assertEquals(expected.paths(output), actual.paths(output));
            for (final SetOutcome outcome : expected.outcomes()) {
                for (final String path : expected.paths(output)) {
                    final double[] series = expected.series(output, outcome.name(), path);
                    assertNotEquals(series[0], series[series.length - 1]);
                    assertArrayEquals(
                            series, actual.series(output, outcome.name(), path), tolerance, () -> outcome + " " + path);
                }
            }
        }
        assertEquals(expected.outcomes(), actual.outcomes());
    }

    @ParameterizedTest
    @CsvSource({
        "full, euler",
        "full, rk4",
        "sparse, euler",
        "sparse, heun",
        "late, euler",
        "late, rk4",
        "spread, heun",
        "template, euler",
        "template, rk4"
    })
    void nodesThatAreAlikeGiveTheSameBits(final String edges, final String solver) {
        final Results alone = run(network(edges, false), Solver.named(solver));
        final Results together = run(network(edges, true), Solver.named(solver));
        assertEqual(alone, together, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sparse", "late", "template"})
    void adaptiveSolversTakeTheSameStepsUpToTheLastBits(final String edges) {
        assertEqual(
                run(network(edges, false), Solver.named("dopri5")),
                run(network(edges, true), Solver.named("dopri5")),
                1e-12);
    }

    private static int together(final String circuit, final Set<String> varied) {
        return Model.of(TestTemplates.circuit(circuit)).stacked(varied).units().size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "sparse", "late"})
    void allVariablesOfNodesThatAreAlikeArePutTogether(final String edges) {
        assertEquals(NODES * 11, together(network(edges, true), Set.of()));
        assertEquals(
                NODES * 11, together(network(edges, true), Set.of("p3/rate/tau", "p0/rate/r->p5/gain/r_in/weight")));
        assertEquals(0, together(network(edges, false), Set.of()));
    }

    @Test
    void signalsStandBesideTheEdgesInOneMatrix() {
        final Model driven =
                Model.of(TestTemplates.circuit(network("sparse", true))).drivenBy(List.of("p2/gain/r_in"));
        final StackedModel stacked = driven.stacked(Set.of());
        final AlgebraicVariable inputs = (AlgebraicVariable)
                stacked.model().variable("12 like p0/gain/r_in").orElseThrow();
        final Expression.Joined sources = (Expression.Joined) ((Expression.Combination) inputs.expression()).operand();
        assertEquals(
                List.of(NODES, NODES, 1),
                sources.parts().stream()
                        .map(Expression.Joined.Part::extent)
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void edgesThatAreAlikeArePutTogetherToo() {
        final String network = network("template", true);
        final int edges = network.split("null|memory, \\{").length - 1;
        assertEquals(NODES * 11 + edges * 5, together(network, Set.of()));
        assertEquals(0, together(network("template", false), Set.of()));
    }

    @Test
    void nodesThatPassOnWhatTheyGetAtOnceStayApart() {
        final StringBuilder chain = new StringBuilder("""
                pass: {base: OperatorTemplate, equations: y = 2*x + b, variables: {y: output, x: input(1.0), b: 0.5}}
                leak: {base: OperatorTemplate, equations: "v' = u - v", variables: {v: output(0.0), u: input(0.0)}}
                node: {base: NodeTemplate, operators: [pass, leak]}
                Test:
                  base: CircuitTemplate
                  nodes: {%s}
                  edges:
                """.formatted(
                IntStream.range(0, NODES).mapToObj(i -> "p" + i + ": node").collect(Collectors.joining(", "))));
        for (int i = 1; i < NODES; i++) {
            chain.append("    - [p%d/pass/y, p%d/pass/x, null, {weight: 0.5}]%n".formatted(i - 1, i));
            chain.append("    - [p%d/pass/y, p%d/leak/u, null, {weight: 1.0}]%n".formatted(i, i));
        }
        assertEquals(0, together(chain.toString(), Set.of()));
        final Results run = run(chain.toString());
        // Each node adds b to what it gets: y = 2.5, 3, 3.5, …
        final double expected = (2.5 + 0.5 * (NODES - 1)) * (1 - Math.pow(1 - 0.125, 23));
        final double[] last = run.series("v", "Test_0", "p" + (NODES - 1) + "/leak/v");
        assertEquals(expected, last[last.length - 1], 1e-12);
    }

    private static Results run(final String circuit) {
        return Results.collect(
                Sweep.of(TestTemplates.circuit(circuit))
                        .simulationTime(3)
                        .stepSize(0.125)
                        .output("v", "all/leak/v")
                        .build(),
                RunOptions.defaults());
    }

    @Test
    void aNodeThatExplodesIsNamed() {
        final String nodes = """
                grow: {base: OperatorTemplate, equations: "x' = k*x^3", variables: {x: output(1.0), k: -1.0}}
                node: {base: NodeTemplate, operators: [grow]}
                wild: {base: NodeTemplate, operators: {grow: {k: 50.0}}}
                Test: {base: CircuitTemplate, nodes: {%s}}
                """.formatted(IntStream.range(0, NODES)
                .mapToObj(i -> "p" + i + (i == 7 ? ": wild" : ": node"))
                .collect(Collectors.joining(", ")));
        assertEquals(NODES * 2, together(nodes, Set.of()));
        final Results run = Results.collect(
                Sweep.of(TestTemplates.circuit(nodes))
                        .simulationTime(3)
                        .stepSize(0.125)
                        .output("x", "p0/grow/x")
                        .build(),
                RunOptions.defaults());
        assertEquals(SetStatus.DIVERGED, run.outcomes().get(0).status());
        assertTrue(run.outcomes().get(0).message().startsWith("p7/grow/x became "), run.outcomes()::toString);
    }

    /** Numbers that differ from one another fill the constants of a class, of which there are no more than 65,535. */
    @Test
    void aNetworkWithTensOfThousandsOfDifferentWeightsRuns() {
        for (final boolean alike : List.of(true, false)) {
            final StringBuilder text = new StringBuilder(PARTS);
            final StringBuilder edges = new StringBuilder();
            final StringBuilder nodes = new StringBuilder();
            final int number = 150;
            for (int i = 0; i < number; i++) {
                text.append(
                        "mark%1$d: {base: OperatorTemplate, equations: z = 2*c%1$d, variables: {z: output, c%1$d: 1.0}}%n"
                                .formatted(i));
                text.append("n%d: {base: NodeTemplate, operators: [rate, gain, mark%d]}%n".formatted(i, alike ? 0 : i));
                nodes.append("    p%d: n%d%n".formatted(i, i));
                for (int j = 0; j < number; j++) {
                    edges.append("    - [p%d/rate/s, p%d/gain/r_in, null, {weight: %s}]%n"
                            .formatted(j, i, Math.sin(number * i + j) / number));
                }
            }
            text.append("Test:\n  base: CircuitTemplate\n  nodes:\n" + nodes + "  edges:\n" + edges);
            final Results run = Results.collect(
                    Sweep.of(TestTemplates.circuit(text.toString()))
                            .simulationTime(1)
                            .stepSize(0.25)
                            .output("in", "p149/gain/r_in")
                            .build(),
                    RunOptions.defaults());
            double expected = 0;
            for (int j = 0; j < number; j++) {
                expected += Math.sin(number * 149 + j) / number * (Math.sin(0.1) + 0.5);
            }
            assertEquals(expected, run.series("in", "Test_0", "p149/gain/r_in")[0], 1e-13);
        }
    }
}
