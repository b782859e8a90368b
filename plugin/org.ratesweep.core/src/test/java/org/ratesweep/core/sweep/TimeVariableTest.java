/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.template.CircuitTemplate;

/** The variable t is the time, not a count of steps, whatever the solver and whatever else is called t. */
class TimeVariableTest {
    private static final double STEP = 0.01;

    private static Stream<Solver> solvers() {
        return Solver.all().stream();
    }

    private static Results run(final CircuitTemplate circuit, final Solver solver, final String path) {
        return Results.collect(
                Sweep.of(circuit)
                        .simulationTime(2)
                        .stepSize(STEP)
                        .solver(solver)
                        .output("out", path)
                        .build(),
                RunOptions.defaults());
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void isTheTimeUnderEverySolver(final Solver solver) {
        final CircuitTemplate circuit =
                TestTemplates.operator("[\"x' = 2*t\", \"y = t\"]", "{x: output, y: variable, t: variable}");
        final Results integral = run(circuit, solver, "p/Test/x");
        final Results time = run(circuit, solver, "p/Test/y");
        for (int row = 0; row < integral.rows(); row++) {
            final double t = integral.times()[row];
            // Euler's sum of 2*t*h over the steps before t is t*(t - h); all others are exact for a parabola.
            assertEquals(
                    t * t,
                    integral.series("out", "Test_0")[row],
                    solver.name().equals("euler") ? t * STEP + 1e-9 : 1e-9);
            assertEquals(t, time.series("out", "Test_0")[row], 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", t: 0.0", ", t: input", ", t: variable(float)"})
    void maybeDeclaredAsAnything(final String declaration) {
        final CircuitTemplate circuit = TestTemplates.operator("\"x = t\"", "{x: output" + declaration + "}");
        final double[] values = run(circuit, Solver.all().get(0), "p/Test/x").series("out", "Test_0");
        assertEquals(1.99, values[values.length - 1], 1e-12);
    }

    @Test
    void nodesCircuitsAndOperatorsMayBeCalledTheSame() {
        final CircuitTemplate circuit = TestTemplates.circuit("""
                t: {base: OperatorTemplate, equations: "x = 3*t + u", variables: {x: output, u: input}}
                node: {base: NodeTemplate, operators: [t]}
                inner: {base: CircuitTemplate, nodes: {t: node, o: node}, edges: [[t/t/x, o/t/u, null, {weight: 2.0}]]}
                Test: {base: CircuitTemplate, circuits: {t: inner}}
                """);
        for (final String path : List.of("t/o/t/x", "t/t/t/x")) {
            final double[] values = run(circuit, Solver.all().get(0), path).series("out", "Test_0");
            assertEquals(path.equals("t/t/t/x") ? 3.0 : 9.0, values[100], 1e-12);
        }
    }
}
