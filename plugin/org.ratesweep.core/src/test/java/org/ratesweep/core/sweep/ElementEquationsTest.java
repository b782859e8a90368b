/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.ModelVariable;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.results.ResultsMap;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.sweep.ParameterTarget.Paths;
import org.ratesweep.core.template.CircuitTemplate;
import org.ratesweep.core.template.MemorySource;
import org.ratesweep.core.template.TemplateExport;
import org.ratesweep.core.template.TemplateFile;
import org.ratesweep.core.template.TemplateLibrary;

/** Equations of single elements of vectors: against those of scalars, and what is wrong with them. */
class ElementEquationsTest {
    private static CircuitTemplate operator(final List<String> equations, final String variables) {
        return TestTemplates.operator(
                equations.stream().map(equation -> '"' + equation + '"').collect(Collectors.joining(", ", "[", "]")),
                "{" + variables + "}");
    }

    private static Sweep.Builder sweep(final String variables, final String... equations) {
        return Sweep.of(operator(List.of(equations), variables))
                .simulationTime(1)
                .stepSize(0.25);
    }

    private static Results run(final Sweep.Builder sweep) {
        return Results.collect(sweep.build(), RunOptions.defaults());
    }

    private static double[] first(final Results results, final String set) {
        return results.columns().stream()
                .filter(column -> column.set().equals(set))
                .mapToDouble(column -> results.series(column.output(), set, column.path())[0])
                .toArray();
    }

    private static void assertRefused(final String variables, final String equations, final String... parts) {
        final String message = assertThrows(
                        InputException.class,
                        () -> sweep(variables, equations.split(" ; ")).build())
                .getMessage();
        for (final String part : parts) {
            assertTrue(message.contains(part), () -> "'" + part + "' is missing in: " + message);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "euler, 1",
        "heun, 1",
        "rk4, 1",
        "dopri5, 1",
        "dop853, 1",
        "rodas4, 1",
        "euler, 70",
        "rk4, 9",
        "dopri5, 9",
    })
    void statesAreThoseOfScalars(final String solver, final int sets) {
        final double[] k = new double[sets];
        Arrays.setAll(k, set -> 0.5 + 0.01 * set);
        final Results vector = run(sweep(
                        "v: {vtype: output, value: [1, 2, 6, 4]}, k: 0.5, last: 3",
                        "index(v, last)' = sin(k*t) - index(v, 0)",
                        "d/dt * index_range(v, 1, -1) = k*(index(v, 0) - index_range(v, 1, 3))",
                        "d/dt * index(v, 0) = exp(-k*index(v, 3))*index(v, 1) - 1")
                .solver(Solver.named(solver))
                .grid(ParameterGrid.pairwise(Map.of("k", k)))
                .map("k", new Paths(List.of("p/Test/k")))
                .output("v", "p/Test/v"));
        final Results scalars = run(sweep(
                        "a: variable(1.0), b: variable(2.0), c: variable(6.0), d: variable(4.0), k: 0.5",
                        "a' = exp(-k*d)*b - 1",
                        "b' = k*(a - b)",
                        "c' = k*(a - c)",
                        "d' = sin(k*t) - a")
                .solver(Solver.named(solver))
                .grid(ParameterGrid.pairwise(Map.of("k", k)))
                .map("k", new Paths(List.of("p/Test/k")))
                .output("a", "p/Test/a")
                .output("b", "p/Test/b")
                .output("c", "p/Test/c")
                .output("d", "p/Test/d"));
        for (int set = 0; set < sets; set++) {
            for (int element = 0; element < 4; element++) {
                assertArrayEquals(
                        scalars.series(List.of("a", "b", "c", "d").get(element), "Test_" + set),
                        vector.series("v", "Test_" + set, "p/Test/v[" + element + "]"),
                        solver.equals("rodas4") ? 1e-12 : 0);
            }
        }
    }

    @Test
    void algebraicElementsMayNeedOthersInAnyOrder() {
        final Results results = run(sweep(
                        "a: \"variable(0.0, 5)\", b: variable, s: output, k: 2.0",
                        "index(a, 4) = vsum(index_range(a, 1, 4)) + b",
                        "index_range(a, 1, 3) = index(a, 0)*10 + index_range(a, 3, 4)",
                        "b = 100*index(a, -2)",
                        "index(a, 3) = index(a, 0) + 1",
                        "index(a, 0) = k",
                        "s = vsum(a)")
                .grid(ParameterGrid.pairwise(Map.of("k", new double[] {2, 3})))
                .map("k", new Paths(List.of("p/Test/k")))
                .output("a", "p/Test/a")
                .output("s", "p/Test/s"));
        assertArrayEquals(new double[] {2, 23, 23, 3, 349, 400}, first(results, "Test_0"));
        assertArrayEquals(new double[] {3, 34, 34, 4, 472, 547}, first(results, "Test_1"));
    }

    @Test
    void elementsAreReadAcrossOperatorsAndEdges() {
        final Results results = Results.collect(
                Sweep.of(TestTemplates.circuit("""
                        one: {base: OperatorTemplate, equations: ["index(a, 1) = u", "index(a, 0) = 5"],
                          variables: {a: "output(0.0, 2)", u: "input"}}
                        two: {base: OperatorTemplate, equations: ["b = index(a, 0)*index(a, 1)"], variables: {a: "input(0.0, 2)", b: output}}
                        n: {base: NodeTemplate, operators: [one, two]}
                        Test: {base: CircuitTemplate, nodes: {p: n, q: n}, edges: [[p/two/b, q/one/u, null, {weight: 2.0}]]}
                        """))
                        .input("p/one/u", new InputSignal.Constant(3))
                        .simulationTime(1)
                        .stepSize(0.5)
                        .output("b", "all/two/b")
                        .build(),
                RunOptions.defaults());
        assertArrayEquals(new double[] {15, 150}, first(results, "Test_0"));
    }

    @Test
    void complexElementsAreSplit() {
        final Results results = run(sweep(
                        "z: {vtype: output, value: [1, 1j]}, c: {vtype: variable, dtype: complex, shape: [2]}",
                        "index(z, 0)' = I*index(z, 0)",
                        "index(z, 1)' = -2",
                        "index(c, 0) = index(z, 1)*I",
                        "index(c, 1) = index(c, 0) + index(z, 0)")
                .output("z", "p/Test/z")
                .output("c", "p/Test/c"));
        assertEquals(
                List.of(1.0, 0.0, 0.0, 1.0, -1.0, 0.0, 0.0, 0.0),
                Arrays.stream(first(results, "Test_0"))
                        .boxed()
                        .map(value -> value + 0.0)
                        .toList());
        assertArrayEquals(new double[] {0, 0.25, 0.5, 0.734375}, results.series("z", "Test_0", "p/Test/z.imag[0]"));
        assertRefused(
                "a: \"output(0.0, 2)\", z: variable(1j)",
                "index(a, 0) = 1 ; index(a, 1) = z ; z' = 1",
                "test.yaml:",
                "'p/Test/a element 1' is real, but its equation is complex");
    }

    @Test
    void delaysNoiseAndInitialValuesAreThoseOfElements() {
        final Results late = run(sweep(
                        "v: {vtype: output, value: [1, 3]}, a: \"variable(0.0, 2)\"",
                        "index(v, 0)' = index(past(v, 0.25), 1)",
                        "index(v, 1)' = index(a(t-0.5), 0)",
                        "index(a, 1) = 7",
                        "index(a, 0) = index(v, 0)")
                .output("v", "p/Test/v"));
        assertArrayEquals(new double[] {1, 1.75, 2.5, 3.3125}, late.series("v", "Test_0", "p/Test/v[0]"));
        assertArrayEquals(new double[] {3, 3.25, 3.5, 3.75}, late.series("v", "Test_0", "p/Test/v[1]"));
        final Sweep.Builder vector = sweep(
                "v: \"output(0.0, 3)\", k: 1.0", "index(v, 0)' = noise(k)", "index_range(v, 1, 3)' = -1 + 2*noise(k)");
        final Sweep.Builder apart =
                sweep("x: output, y: \"variable(0.0, 2)\", k: 1.0", "x' = noise(k)", "y' = -1 + 2*noise(k)");
        for (final Sweep.Builder sweep : List.of(vector, apart)) {
            sweep.noiseSeed(5)
                    .grid(ParameterGrid.pairwise(Map.of("k", new double[] {1, 2})))
                    .map("k", new Paths(List.of("p/Test/k")));
        }
        final Results noisy = run(vector.output("v", "p/Test/v"));
        final Results scalar = run(apart.output("x", "p/Test/x").output("y", "p/Test/y"));
        assertArrayEquals(scalar.series("x", "Test_1"), noisy.series("v", "Test_1", "p/Test/v[0]"));
        assertArrayEquals(scalar.series("y", "Test_1", "p/Test/y[1]"), noisy.series("v", "Test_1", "p/Test/v[2]"));
        assertTrue(noisy.series("v", "Test_1", "p/Test/v[1]")[3] != noisy.series("v", "Test_1", "p/Test/v[2]")[3]);
        final Results initial = run(sweep("v: \"output(0.5, 2)\"", "index(v, 0)' = 0", "index(v, 1)' = 1")
                .grid(ParameterGrid.pairwise(Map.of("v", new double[] {0, 4})))
                .map("v", new Paths(List.of("p/Test/v[1]")))
                .output("v", "p/Test/v"));
        assertArrayEquals(new double[] {0.5, 0.5, 0.5, 0.5}, initial.series("v", "Test_1", "p/Test/v[0]"));
        assertArrayEquals(new double[] {4, 4.25, 4.5, 4.75}, initial.series("v", "Test_1", "p/Test/v[1]"));
    }

    @Test
    void placesMayBeSwept() {
        final Results results = run(sweep(
                        "v: \"output(0.0, 3)\", i: 1", "index(v, i)' = 4", "index(v, 0)' = 8", "index(v, 3 - i)' = 12")
                .grid(ParameterGrid.pairwise(Map.of("i", new double[] {1, 2, 0})))
                .map("i", new Paths(List.of("p/Test/i")))
                .output("v", "p/Test/v"));
        assertEquals(1, results.series("v", "Test_0", "p/Test/v[1]")[1]);
        assertEquals(3, results.series("v", "Test_1", "p/Test/v[1]")[1]);
        assertEquals(1, results.series("v", "Test_1", "p/Test/v[2]")[1]);
        final Results ofNode = Results.collect(
                Sweep.of(TestTemplates.circuit("""
                        op: {base: OperatorTemplate, equations: ["index(v, i)' = 4", "index(v, 1 - i)' = 8"],
                          variables: {v: "output(0.0, 2)", i: 0}}
                        n: {base: NodeTemplate, operators: [op]}
                        m: {base: NodeTemplate, operators: {op: {i: 1}}}
                        Test: {base: CircuitTemplate, nodes: {p: n, q: m}}
                        """))
                        .simulationTime(1)
                        .stepSize(0.5)
                        .output("v", "all/op/v[0]")
                        .build(),
                RunOptions.defaults());
        assertArrayEquals(new double[] {0, 2}, ofNode.series("v", "Test_0", "p/op/v[0]"));
        assertArrayEquals(new double[] {0, 4}, ofNode.series("v", "Test_0", "q/op/v[0]"));
        final ResultsMap.Row row = results.map().rows().get(2);
        assertEquals(SetStatus.FAILED, row.status());
        assertTrue(row.message().contains("asks for element 3 of 3"), row.message());
    }

    @Test
    void everyElementNeedsOneEquation() {
        final String vector = "v: \"output(0.0, 6)\", y: variable";
        assertRefused(
                vector,
                "index(v, 0)' = 1 ; index_range(v, 3, 5)' = 1",
                "test.yaml:",
                "each of the 6 elements of 'v' needs one equation, or the whole vector needs one: no equation gives"
                        + " elements 1 to 2, 5",
                "operator template 'Test'");
        assertRefused(
                vector,
                "index_range(v, 0, 4) = 1 ; index(v, -3) = 1 ; index(v, 4) = 1",
                "more than one equation gives element 3, and no equation gives element 5");
        assertRefused(
                vector,
                "v' = 1 ; index(v, 0)' = 2",
                "'v' has an equation for all of its elements and one for index(v, 0)");
        assertRefused(
                vector,
                "index(v, 0)' = 2 ; v' = 1",
                "'v' has an equation for all of its elements and one for index(v, 0)");
        assertRefused(
                vector,
                "index_range(v, 0, 5)' = 2 ; index(v, 5) = 1",
                "all elements of a vector must have the same kind");
        assertRefused(vector, "index(v, 6)' = 2", "'index(p/Test/v, 6)' asks for element 6 of 6", "index(v, 6)' = 2");
        assertRefused(vector, "index_range(v, 3, 3)' = 2", "is empty: it ends at 3");
        assertRefused(vector, "index_axis(v, 0, 1)' = 2", "asks for an axis that a vector does not have");
        assertRefused(vector, "index(v, y)' = 2 ; y' = 1", "must be a whole number", "but depends on p/Test/y");
        assertRefused(vector, "index(v, w)' = 2", "variable 'w' is not declared");
        assertRefused(vector, "index(w, 0)' = 2", "variable 'w' is not declared");
        assertRefused("v: \"output(0.0, 2)\", c: 1.0", "index(c, 0)' = 2", "declared as a constant");
        assertRefused(
                vector,
                "index_range(v, 0, 4)' = index_range(v, 0, 3) ; index_range(v, 4, 6)' = 1",
                "the right-hand side has 3 units",
                "index_range(v, 0, 4)' = index_range(v, 0, 3)");
        assertRefused(
                "W: {vtype: constant, shape: [1, 2], value: [[1, 2]]}, v: output",
                "v' = 1 ; index(W, 0) = 1",
                "declared as a constant");
    }

    @Test
    void elementsThatNeedEachOtherAreALoop() {
        assertRefused(
                "a: \"output(0.0, 2)\"",
                "index(a, 0) = 2*index(a, 1) ; index(a, 1) = index(a, 0)",
                "algebraic loop",
                "p/Test/a element 0 -> p/Test/a element 1 -> p/Test/a element 0");
        assertRefused(
                "a: \"output(0.0, 3)\"",
                "index(a, 0) = 1 ; index_range(a, 1, 3) = index_range(a, 0, 2)",
                "p/Test/a elements 1 to 2 -> p/Test/a elements 1 to 2",
                "give each element an equation of its own and read others by index(x, i)");
        assertRefused(
                "a: \"output(0.0, 2)\"",
                "index(a, 0) = 1 ; index(a, 1) = vsum(a)",
                "p/Test/a -> p/Test/a element 1 -> p/Test/a");
    }

    @Test
    void scalarsAreVectorsOfOneElementButPopulationsAreNot() {
        final Results results = run(sweep("x: output(1.0)", "index(x, -1)' = 2").output("x", "p/Test/x"));
        assertArrayEquals(new double[] {1, 1.5, 2, 2.5}, results.series("x", "Test_0"));
        final String message = assertThrows(InputException.class, () -> Sweep.of(TestTemplates.circuit("""
                        op: {base: OperatorTemplate, equations: ["index(x, 0)' = 1"], variables: {x: output}}
                        n: {base: NodeTemplate, operators: [op]}
                        Test: {base: CircuitTemplate, populations: {p: {node: n, n: 3}}}
                        """)))
                .getMessage();
        assertTrue(message.contains("'index(p/op/x, 0)' would be of one unit of the population alone"), message);
    }

    @Test
    void exportedTemplatesAreTheSame() {
        final CircuitTemplate circuit = operator(
                List.of(
                        "d/dt index(v, 0) = index(a, 1)",
                        "index_range(v, 1, 3)' = 1 == 1",
                        "index_axis(a, k == 0) = 3",
                        "index(a, 1) = t"),
                "v: \"output(0.0, 3)\", a: \"variable(0.0, 2)\", k: 2");
        final String exported = TemplateExport.yaml(circuit);
        for (final String line : List.of(
                "- \"index(v, 0)' = index(a, 1)\"",
                "- \"index_range(v, 1, 3)' = 1 == 1\"",
                "- \"index(a, k == 0) = 3\"")) {
            assertTrue(exported.contains(line), exported);
        }
        final Model again = Model.of(TemplateLibrary.builtIn()
                .with(new MemorySource(List.of(new TemplateFile("again.yaml", exported))))
                .circuit("again." + circuit.name()));
        assertEquals(
                Model.of(circuit).variables().stream().map(ModelVariable::path).toList(),
                again.variables().stream().map(ModelVariable::path).toList());
    }
}
