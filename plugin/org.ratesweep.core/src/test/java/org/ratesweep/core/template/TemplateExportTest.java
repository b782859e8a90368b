/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.results.SeriesName;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.Sweep;

class TemplateExportTest {
    private static final TemplateLibrary LIBRARY = TemplateLibrary.builtIn();

    private static List<String> runnable() {
        return LIBRARY.list().stream()
                .filter(summary -> summary.kind() != TemplateKind.EDGE)
                .map(TemplateSummary::reference)
                .toList();
    }

    private static Template readBack(final String yaml, final String name) {
        return library(yaml).template("exported." + name);
    }

    private static TemplateLibrary library(final String yaml) {
        return TemplateLibrary.builtIn().with(new MemorySource(List.of(new TemplateFile("exported.yaml", yaml))));
    }

    private static Results run(final CircuitTemplate circuit) {
        final Sweep.Builder sweep = Sweep.of(circuit).simulationTime(0.02).stepSize(1e-3);
        Model.of(circuit).variables().stream()
                .filter(variable -> variable.recordable())
                .forEach(variable -> sweep.output(variable.path(), variable.path()));
        return Results.collect(sweep.build(), RunOptions.defaults());
    }

    @ParameterizedTest
    @MethodSource("runnable")
    void whatWasExportedRunsToTheSameNumbers(final String reference) {
        final String name = reference.substring(reference.lastIndexOf('.') + 1);
        final String yaml = TemplateExport.yaml(LIBRARY.template(reference));
        final Results original = run(LIBRARY.circuit(reference));
        final Results again = run(library(yaml).circuit("exported." + name));
        assertEquals(original.columns(), again.columns());
        for (final SeriesName column : original.columns()) {
            assertArrayEquals(
                    original.series(column.output(), column.set(), column.path()),
                    again.series(column.output(), column.set(), column.path()),
                    column.path());
        }
        assertEquals(yaml, TemplateExport.yaml(readBack(yaml, name)), "exporting again changes nothing");
    }

    @Test
    void everyFormIsWrittenAsTheReferenceReadsIt() {
        final String yaml = TemplateExport.yaml(library("""
                op:
                  base: OperatorTemplate
                  description: 'He said: "\\".'
                  equations: ["d/dt x = a*x + b +\n  i*t", "y' = u"]
                  variables: {x: output(1e-3), a: 2, b: 1.0e+22, y: "variable(complex)", i: -0.5-1j, u: "input(0.5+0j)"}
                gain: {base: OperatorTemplate, equations: m = k*s*o, variables: {m: output, s: input, o: input, k: 2.0}}
                on: {base: NodeTemplate, operators: {op: {a: -7.5, i: 2}}}
                plastic: {base: EdgeTemplate, operators: [gain]}
                inner:
                  base: CircuitTemplate
                  nodes: {'y': on, p q: on}
                  edges:
                    - [y/op/x, p q/op/u, null, {delay: 0.5, spread: 0.1}]
                    - [y/op/x, p q/op/u, plastic, {weight: -2, plastic/gain/s: source, gain/o: y/op/x, gain/k: 3}]
                Test: {base: CircuitTemplate, circuits: {a: inner, b: inner}}
                """).template("exported.Test"));
        assertEquals("""
                %YAML 1.2
                ---

                op:
                  base: OperatorTemplate
                  description: "He said: \\"\\\\\\"."
                  equations:
                    - "x' = a*x + b + i*t"
                    - "y' = u"
                  variables:
                    x: output(0.001)
                    a: 2.0
                    b: 1.0e+22
                    "y": variable(complex)
                    i: -0.5-1.0j
                    u: input(0.5+0.0j)
                    t: variable(0.0)

                gain:
                  base: OperatorTemplate
                  equations:
                    - "m = k*s*o"
                  variables:
                    m: output(0.0)
                    s: input(0.0)
                    o: input(0.0)
                    k: 2.0

                "on":
                  base: NodeTemplate
                  operators:
                    op: {a: -7.5, i: 2.0+0.0j}

                plastic:
                  base: EdgeTemplate
                  operators:
                    - gain

                inner:
                  base: CircuitTemplate
                  nodes:
                    "y": "on"
                    "p q": "on"
                  edges:
                    - ["y/op/x", "p q/op/u", null, {weight: 1.0, delay: 0.5, spread: 0.1}]
                    - ["y/op/x", "p q/op/u", plastic, {weight: -2.0, gain/k: 3.0, "plastic/gain/s": "source", "plastic/gain/o": "y/op/x"}]

                Test:
                  base: CircuitTemplate
                  circuits:
                    a: inner
                    b: inner
                """, yaml);
        assertEquals(yaml, TemplateExport.yaml(readBack(yaml, "Test")));
    }

    @Test
    void twoOperatorsOfOneNameDoNotFitIntoOneFile() {
        final TemplateLibrary library = LIBRARY.with(new MemorySource(List.of(new TemplateFile("both.yaml", """
                Both:
                  base: CircuitTemplate
                  nodes:
                    a: model_templates.oscillators.stuartlandau.sl_burst_pop
                    b: model_templates.base_templates.nonlinear_li_node
                """))));
        final InputException refused =
                assertThrows(InputException.class, () -> TemplateExport.yaml(library.template("both.Both")));
        assertTrue(refused.problem().startsWith("two operators are called 'sigmoid_op' ("), refused::problem);
    }

    @Test
    void levelsUponLevelsAreWrittenOnceEach() {
        final StringBuilder text = new StringBuilder("""
                op: {base: OperatorTemplate, equations: "x' = 1.0", variables: {x: output}}
                n: {base: NodeTemplate, operators: [op]}
                c0: {base: CircuitTemplate, nodes: {a: n}}
                """);
        for (int level = 1; level <= 60; level++) {
            final String inner = "c" + (level - 1);
            text.append("c" + level + ": {base: CircuitTemplate, circuits: {a: " + inner + ", b: " + inner + "}}\n");
        }
        final String yaml = TemplateExport.yaml(library(text.toString()).template("exported.c60"));
        assertEquals(63, yaml.lines().filter(line -> line.startsWith("  base:")).count());
    }

    @Test
    void nodesOfOneNameAreNumbered() {
        final TemplateLibrary library = library("""
                n: {base: CircuitTemplate, nodes: {a: other.n, b: exported.m}}
                op: {base: OperatorTemplate, equations: "x' = 1.0", variables: {x: output}}
                m: {base: NodeTemplate, operators: [op]}
                """)
                .with(new MemorySource(List.of(new TemplateFile(
                        "other.yaml", "n: {base: NodeTemplate, operators: {exported.op: {x: 2.0}}}"))));
        final String yaml = TemplateExport.yaml(library.template("exported.n"));
        final CircuitTemplate back = (CircuitTemplate) readBack(yaml, "n");
        assertEquals("n_2", back.nodes().get("a").name());
        assertFalse(back.nodes().get("a").operators().get(0).overrides().isEmpty());
    }
}
