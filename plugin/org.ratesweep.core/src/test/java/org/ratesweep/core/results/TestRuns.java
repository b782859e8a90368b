/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import java.util.List;
import java.util.Map;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.ParameterTarget.NodeVariables;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.Sweep;

/** Small runs whose results are known beforehand. */
final class TestRuns {
    /** Two nodes whose state variable grows by the parameter k per unit of time. */
    static final String TWO_NODES = """
            op:
              base: OperatorTemplate
              equations: "x' = k"
              variables: {x: output(0.5), k: 1.0}
            node: {base: NodeTemplate, operators: [op]}
            Test: {base: CircuitTemplate, nodes: {a: node, b: node}}
            """;

    private TestRuns() {}

    /** Returns the sweep of x' = k on two nodes, each set having one of the values of k on node a and 0 on node b. */
    static Sweep.Builder slopes(final double... slopes) {
        return Sweep.of(TestTemplates.circuit(TWO_NODES))
                .grid(ParameterGrid.pairwise(Map.of("k", slopes)))
                .map("k", new NodeVariables(List.of("op/k"), List.of("a")))
                .simulationTime(3)
                .stepSize(1);
    }

    static Results results(final Sweep.Builder sweep) {
        return Results.collect(sweep.build(), RunOptions.defaults().withThreads(2));
    }

    /** Returns results whose only row has the given numbers. */
    static Results oneRow(final double... numbers) {
        return results(Sweep.of(TestTemplates.operator("\"x' = 0\"", "{x: output(0.0)}"))
                .grid(ParameterGrid.pairwise(Map.of("x", numbers)))
                .map("x", new NodeVariables(List.of("Test/x"), List.of("p")))
                .simulationTime(1)
                .stepSize(1)
                .output("x", "p/Test/x"));
    }
}
