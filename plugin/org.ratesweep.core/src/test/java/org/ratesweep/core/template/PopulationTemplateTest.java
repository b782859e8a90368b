/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.ModelVariable;
import org.ratesweep.core.model.UnitValues;

/** What circuits say about populations and connections, and what is refused. */
class PopulationTemplateTest {
    private static final String PARTS = """
            op: {base: OperatorTemplate, equations: "x' = k - x + u", variables: {x: output, k: 1.0, u: input}}
            gain: {base: OperatorTemplate, equations: m = c*(a - b), variables: {m: output, a: input, b: input, c: 2.0}}
            long: {base: OperatorTemplate, equations: "x' = u", variables: {x: "output(0.0,3)", u: "input(0.0,3)"}}
            node: {base: NodeTemplate, operators: [op]}
            vector: {base: NodeTemplate, operators: [long]}
            edge: {base: EdgeTemplate, operators: [gain]}
            wide: {base: EdgeTemplate, operators: [long]}
            """;

    @TempDir
    private Path folder;

    private static CircuitTemplate circuit(final String body) {
        return library(body, "k.csv", "a,b\n1,10\n2,20\n3,30\n", "one.csv", "5\n6\n7\n", "w.csv", "1,2,3\n4,5,6\n")
                .circuit("m.Test");
    }

    private static TemplateLibrary library(final String body, final String... files) {
        final String[] all = new String[files.length + 2];
        all[0] = "m.yaml";
        all[1] = PARTS + "Test: {base: CircuitTemplate, " + body + "}\n";
        System.arraycopy(files, 0, all, 2, files.length);
        return Texts.library(all);
    }

    private static List<Double> values(final String k) {
        final Model model = Model.of(circuit("populations: {p: {node: node, n: 3, params: {op/k: " + k + "}}}"));
        final UnitValues values = model.variable("p/op/k").orElseThrow().values();
        return List.of(values.get(0), values.get(1), values.get(2));
    }

    @Test
    void parametersAreGivenInEveryForm() {
        assertEquals(List.of(4.0, 4.0, 4.0), values("4"));
        assertEquals(List.of(4.0, 5.0, -1.0), values("[4, 5, -1]"));
        assertEquals(List.of(10.0, 20.0, 30.0), values("{file: k.csv, column: b}"));
        assertEquals(List.of(5.0, 6.0, 7.0), values("{file: one.csv}"));
        for (final double value : values("{uniform: [2, 3], seed: 1}")) {
            assertTrue(value > 2 && value < 3);
        }
    }

    @Test
    void randomParametersAreQuantilesOfTheSameNumbers() {
        final List<Double> uniform = values("{uniform: [0, 1], seed: 7}");
        final List<Double> lorentz = values("{lorentz: [1.0, 0.5], seed: 7}");
        final List<Double> scaled = values("{uniform: [-2, 2], seed: 7}");
        for (int i = 0; i < 3; i++) {
            assertEquals(1 + 0.5 * Math.tan(Math.PI * (uniform.get(i) - 0.5)), lorentz.get(i), 1e-12);
            assertEquals(4 * uniform.get(i) - 2, scaled.get(i), 1e-15);
        }
        assertEquals(uniform, values("{uniform: [0, 1], seed: 7}"));
        assertNotEquals(uniform, values("{uniform: [0, 1], seed: 8}"));
        assertNotEquals(uniform.get(0), uniform.get(1));
    }

    @Test
    void normalParametersHaveTheirMeanAndDeviation() {
        final Model model = Model.of(
                circuit("populations: {p: {node: node, n: 10000, params: {op/k: {normal: [3.0, 0.5], seed: 4}}}}"));
        final UnitValues values = model.variable("p/op/k").orElseThrow().values();
        double mean = 0;
        double square = 0;
        for (int i = 0; i < 10_000; i++) {
            mean += values.get(i) / 10_000;
            square += (values.get(i) - 3) * (values.get(i) - 3) / 10_000;
        }
        assertEquals(3, mean, 4 * 0.5 / 100);
        assertEquals(0.25, square, 4 * 0.25 * Math.sqrt(2) / 100);
    }

    @Test
    void populationsAreInheritedByLabelAndConnectionsAppended() {
        final CircuitTemplate child = Texts.library("m.yaml", PARTS + """
                parent:
                  base: CircuitTemplate
                  populations: {p: {node: node, n: 2}, q: {node: node, n: 3}}
                  connections: [[p/op/x, q/op/u, null, {weight: 2}]]
                Test:
                  base: parent
                  populations: {q: {node: node, n: 5}, r: {node: node, n: 1}}
                  connections: [[q/op/x, p/op/u, null, {}]]
                """).circuit("m.Test");
        assertEquals(List.of("p", "q", "r"), List.copyOf(child.populations().keySet()));
        assertEquals(5, child.populations().get("q").size());
        assertEquals(2, child.connections().size());
        assertEquals(2, child.connections().get(0).edge().weight());
        assertEquals(
                Map.of("p/op/x", 2, "q/op/x", 5, "r/op/x", 1),
                Model.of(child).stateVariables().stream()
                        .collect(Collectors.toMap(ModelVariable::path, ModelVariable::extent)));
    }

    @Test
    void filesWithNumbersTravelWithTheTemplate() throws IOException {
        Files.writeString(
                folder.resolve("m.yaml"),
                PARTS
                        + "Test: {base: CircuitTemplate, populations: {p: {node: node, n: 2, params: {op/k: {file: data/k.csv}}}},"
                        + " connections: [[p/op/x, p/op/u, null, {weight: {file: data/w.csv}}]]}\n");
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("data/k.csv"), "1\n2\n");
        Files.writeString(folder.resolve("data/w.csv"), "1,2\n3,4\n");
        final List<TemplateFile> files =
                TemplateLibrary.builtIn().withFolder(folder).filesOf("m.Test");
        assertEquals(
                List.of("m.yaml", "data/k.csv", "data/w.csv"),
                files.stream().map(TemplateFile::name).toList());
        final CircuitTemplate again =
                TemplateLibrary.builtIn().with(new MemorySource(files)).circuit("m.Test");
        assertEquals(
                UnitValues.each(1, 2),
                Model.of(again).variable("p/op/k").orElseThrow().values());
    }

    @Test
    void noFileOutsideOfTheFolderIsRead() throws IOException {
        final Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(folder.resolve("secret.csv"), "1\n2\n");
        Files.createSymbolicLink(inside.resolve("link.csv"), folder.resolve("secret.csv"));
        for (final String name : List.of("../secret.csv", "/etc/hosts", "link.csv", "C:secret.csv", "none.csv")) {
            Files.writeString(
                    inside.resolve("m.yaml"),
                    PARTS + "Test: {base: CircuitTemplate, populations: {p: {node: node, n: 2, params: {op/k: {file: '"
                            + name + "'}}}}}\n");
            final TemplateLibrary library = TemplateLibrary.builtIn().withFolder(inside);
            Texts.assertMessage(
                    () -> library.circuit("m.Test"),
                    "m.yaml:8:",
                    switch (name) {
                        case "../secret.csv" ->
                            "leads out of the folder that its files are read from; copy the file into that folder";
                        case "link.csv" -> "leads out of the folder";
                        case "none.csv" -> "there is no file 'none.csv' in the folder";
                        default -> "is not the path of a file relative to the folder";
                    });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{n: 3} | needs the key 'node'",
                "{node: node} | needs the key 'n'",
                "{node: node, n: 0} | 'n' must be a number of units from 1 to 1000000, but is the number 0",
                "{node: node, n: 2.5} | 'n' must be a whole number",
                "{node: node, n: 3, parms: {}} | no key 'parms'; did you mean 'params'?",
                "{node: nod, n: 3} | there is no template 'nod' in m.yaml; did you mean 'node'?",
                "{node: op, n: 3} | 'op' is an operator template, but a node template is needed here",
                "{node: vector, n: 3} | the node 'vector' has the vector 'long/x', so that it cannot make a population",
                "{node: node, n: 3, params: {op/kk: 1}} | has no variable 'op/kk' (operator/variable); did you mean 'op/k'?",
                "{node: node, n: 3, params: {op/k: x}} | the value of 'op/k' must be a number",
                "{node: node, n: 3, params: {op/k: [1, 2]}} | the value of 'op/k' has 2 numbers for 3 units",
                "{node: node, n: 3, params: {op/k: {}}} | the value of 'op/k' must be a number, a list of one for each unit",
                "{node: node, n: 3, params: {op/k: {uniform: [0, 1]}}} | needs the key 'seed'",
                "{node: node, n: 3, params: {op/k: {uniform: [1, 0], seed: 1}}} | in order: the lower and the upper bound",
                "{node: node, n: 3, params: {op/k: {normal: [1, -1], seed: 1}}} | the standard deviation, which is not negative",
                "{node: node, n: 3, params: {op/k: {normal: [1], seed: 1}}} | a list of two numbers",
                "{node: node, n: 3, params: {op/k: {normal: [0, 1], uniform: [0, 1], seed: 1}}} | one of uniform, normal",
                "{node: node, n: 3, params: {op/k: {normal: [0, 1], seed: 0.5}}} | 'seed' must be a whole number",
                "{node: node, n: 3, params: {op/k: {gamma: [0, 1], seed: 1}}} | no key 'gamma'",
                "{node: node, n: 3, params: {op/k: {file: k.csv}}} | a column of the file, which has 2",
                "{node: node, n: 3, params: {op/k: {file: k.csv, column: c}}} | the file has no column 'c'; did you mean 'a' or 'b'?",
                "{node: node, n: 4, params: {op/k: {file: one.csv}}} | has 3 numbers for 4 units",
                "{node: node, n: 3, params: {op/k: 1j}} | the value of 'p/op/k' is complex, but the variable is declared",
            })
    void faultyPopulationsAreRefused(final String population, final String expected) {
        Texts.assertMessage(() -> Model.of(circuit("populations: {p: " + population + "}")), expected, "m.yaml:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[p/op/x, q/op/u, null, {weight: [1, 2]}] | 'weight' must be a number, a matrix [[…], …] with a row",
                "[p/op/x, q/op/u, null, {weight: [[1, 2], [3]]}] | a row of 'weight' must be a list of 2 numbers (it has 1)",
                "[p/op/x, q/op/u, null, {weight: [[1, 2], [3, 4]]}] | has 2 rows and 2 columns; expected a row for each of the 3"
                        + " target units and a column for each of the 2 source units",
                "[p/op/x, q/op/u, null, {weight: {file: w.csv}}] | has 2 rows and 3 columns; expected a row for each of the 3",
                "[p/op/x, q/op/u, null, {weight: {file: v.csv}}] | there is no file 'v.csv' in the files of the model",
                "[p/op/x, q/op/u, null, {weight: {file: k.csv, format: coo}}] | 'format' must be 'dense' or 'triplets'",
                "[p/op/x, q/op/u, null, {weight: {file: k.csv, format: triplets}}] | a file of triplets has three columns",
                "[p/op/x, q/op/u, null, {weight: {triplets: [[1, 2]]}}] | must be a list [target, source, weight]",
                "[p/op/x, q/op/u, null, {weight: {triplets: []}}] | the weights join no pair of units",
                "[p/op/x, q/op/u, null, {weight: {triplets: [[3, 0, 1]]}}] | name the target unit 3, but there are 3",
                "[p/op/x, q/op/u, null, {weight: {triplets: [[0, 2, 1]]}}] | name the source unit 2, but there are 2",
                "[p/op/x, q/op/u, null, {weight: {triplets: [[-1, 2, 1]]}}] | -1.0 is not the number of a unit",
                "[p/op/x, q/op/u, null, {weight: {triplets: [[1, 1, 1], [1, 1, 2]]}}] | the pair of target unit 1 and source unit"
                        + " 1 twice",
                "[p/op/x, q/op/u, null, {weight: {random: {seed: 1}}}] | needs the key 'probability'",
                "[p/op/x, q/op/u, null, {weight: {random: {probability: 0.5}}}] | needs the key 'seed'",
                "[p/op/x, q/op/u, null, {weight: {random: {probability: 2, seed: 1}}}] | a number from 0 to 1",
                "[p/op/x, q/op/u, null, {weight: {random: {probability: 0, seed: 1}}}] | the weights join no pair of units",
                "[p/op/x, q/op/u, null, {wieght: 1}] | has no attribute 'wieght'; did you mean 'weight'?",
                "[p/op/x, q/op/v, null, {}] | the target 'q/op/v' of an edge does not exist; did you mean 'q/op/k' or 'q/op/u'",
                "[p/op/x, q/op/x, null, {}] | is no input; the inputs of its operator are: u",
                "[p/op/x, q/op/u, edge, {}] | leaves open what drives gain/a and gain/b",
                "[p/op/x, q/op/u, edge, {gain/a: source, gain/b: source/op/y}] | 'source/op/y' does not exist; did you mean",
                "[p/op/x, q/op/u, edge, {gain/a: source, gain/b: r/op/x}] | 'r/op/x' has 4 units that belong neither to the source"
                        + " 'p/op/x' nor to the target 'q/op/u'",
                "[big/op/x, big/op/u, edge, {gain/a: source, gain/b: target/op/x}] | has 25000000 pairs of units, more than 16777216",
                "[big/op/x, big/op/u, null, {weight: {random: {probability: 0.1, seed: 1}}}] | has 25000000 pairs of units",
                "[p/op/x, q/op/u, wide, {}] | 'p/op/x->q/op/u/long/x' is a vector, but its operator has 6 units",
            })
    void faultyConnectionsAreRefused(final String connection, final String expected) {
        Texts.assertMessage(
                () -> Model.of(
                        circuit("populations: {p: {node: node, n: 2}, q: {node: node, n: 3}, r: {node: node, n: 4},"
                                + " big: {node: node, n: 5000}}, connections: [" + connection + "]")),
                expected,
                "m.yaml:");
    }

    @Test
    void whatAPopulationCannotBeIsRefused() {
        Texts.assertMessage(
                () -> circuit("nodes: {p: node}, populations: {p: {node: node, n: 2}}"),
                "'p' is the label of a node and of a population");
        Texts.assertMessage(() -> circuit("populations: {all: {node: node, n: 2}}"), "must not be 'all'");
        Texts.assertMessage(
                () -> Model.of(Texts.library("m.yaml", PARTS + """
                        sum: {base: OperatorTemplate, equations: y = mean(z), variables: {y: output, z: input}}
                        means: {base: NodeTemplate, operators: [sum]}
                        Test: {base: CircuitTemplate, populations: {p: {node: means, n: 2}}}
                        """).circuit("m.Test")),
                "'mean(p/sum/z)' would be of one unit of the population alone; sums over its units are written under"
                        + " 'connections'");
    }

    @Test
    void whatWasExportedIsTheSameModel() {
        final CircuitTemplate circuit =
                circuit("nodes: {v: vector}, populations: {p: {node: node, n: 2, params: {op/k: [1, 2.5],"
                        + " op/x: 0.5}}, q: {node: node, n: 3, params: {op/k: {lorentz: [0, 1], seed: 3}}}}, connections: ["
                        + "[p/op/x, q/op/u, null, {weight: 2, delay: 0.5, spread: 0.25}],"
                        + "[p/op/x, q/op/u, null, {weight: [[1, 2], [3, 4], [5, 6]]}],"
                        + "[p/op/x, q/op/u, null, {weight: {triplets: [[2, 0, 0.5]]}}],"
                        + "[q/op/x, p/op/u, null, {weight: {random: {probability: 0.75, weight: {normal: [1, 0.1]}, seed: 5}}}],"
                        + "[v/long/x, p/op/u, null, {}],"
                        + "[p/op/x, q/op/u, edge, {weight: 3, gain/a: source, gain/b: target/op/x, gain/c: 4}]]");
        final String yaml = TemplateExport.yaml(circuit);
        final CircuitTemplate again = Texts.library("e.yaml", yaml).circuit("e.Test");
        assertEquals(yaml, TemplateExport.yaml(again), "exporting again changes nothing");
        assertEquals(
                Model.of(circuit).variables().stream().map(Object::toString).toList(),
                Model.of(again).variables().stream().map(Object::toString).toList());
        assertEquals(Model.of(circuit).variables(), Model.of(again).variables());
    }

    @Test
    void vectorsAndMatricesAreExportedElementByElement() {
        final String yaml = TemplateExport.yaml(Texts.library("m.yaml", """
                op:
                  base: OperatorTemplate
                  equations: ["x' = matvec(W, x) + c"]
                  variables:
                    x: {vtype: output, value: [1, 2]}
                    c: {vtype: constant, shape: [2], value: 0.5}
                    W: {vtype: constant, shape: [2, 2], value: [[1, 2], [3, 4]]}
                """).template("m.op"));
        assertTrue(yaml.contains("x: {vtype: output, dtype: float, shape: [2], value: [1.0, 2.0]}"), yaml);
        assertTrue(yaml.contains("c: {vtype: constant, dtype: float, shape: [2], value: 0.5}"), yaml);
        assertTrue(
                yaml.contains("W: {vtype: constant, dtype: float, shape: [2, 2], value: [[1.0, 2.0], [3.0, 4.0]]}"),
                yaml);
        assertEquals(yaml, TemplateExport.yaml(Texts.library("e.yaml", yaml).template("e.op")));
    }
}
