/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.expression.Expression;
import org.ratesweep.core.results.FinalStateCsv;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.solve.SampledInput;
import org.ratesweep.core.solve.StepControl;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.core.template.TemplateLibrary;

class SweepFileTest {
    private static final String MODEL = """
            op:
              base: OperatorTemplate
              equations: "x' = k*u + c"
              variables: {x: output(0.0), k: 1.0, c: 0.0, u: input(0.0)}
            node: {base: NodeTemplate, operators: [op]}
            two: {base: CircuitTemplate, nodes: {a: node, b: node}}
            joined:
              base: two
              edges:
                - [a/op/x, b/op/u, null, {weight: 1.0}]
                - [a/op/x, b/op/u, null, {weight: 2.0}]
            """;

    /** Lines 1 to 7; what a test adds starts at line 8. */
    private static final String HEAD = """
            circuit_template: model.yaml/two
            simulation_time: 4
            step_size: 1
            outputs:
              x: a/op/x
              y: b/op/x
              all: all/op/x
            """;

    private static final String MAP_K = "param_map: {k: {vars: [op/k], nodes: [a]}}\n";

    @TempDir
    Path folder;

    @Test
    void everyKeyIsUnderstood() {
        final SweepFile file = read("""
                description: [anything, at: all]
                circuit_template: model.yaml/two
                param_grid: {k: [1, 2.5], c: [0.5, -1e-3]}
                permute_grid: false
                param_map:
                  k: {vars: [op/k], nodes: [a, b]}
                  c: {vars: op/c, nodes: all}
                simulation_time: 4.0
                step_size: 0.5
                sampling_step_size: 1.0
                cutoff: 2
                solver: rk4
                inputs:
                  a/op/u: 3
                outputs: {x: a/op/x, all: all/op/x}
                plot: {expression: 2*x + pi, label: twice x, time_unit: s}
                """);
        assertEquals(folder.resolve("sweep.yaml"), file.path());
        assertEquals("model.yaml/two", file.template());
        assertEquals(Map.of(), file.seeds());
        assertEquals("rk4", file.sweep().solver().name());
        assertEquals(8, file.sweep().times().steps());
        assertEquals(List.of("k", "c"), file.sweep().grid().keys());
        assertEquals(
                Optional.of(new PlotDescription(Expression.parse("2*x + pi"), "twice x", Optional.of("s"))),
                file.plot());

        final Results results = run(file);
        assertArrayEquals(new double[] {2, 3}, results.times());
        assertEquals(2 * (3 + 0.5), results.series("x", "two_0")[0], 1e-12);
        assertEquals(2 * (2.5 * 3 - 1e-3), results.series("x", "two_1")[0], 1e-12);
        assertEquals(2 * -1e-3, results.series("all", "two_1", "b/op/x")[0], 1e-12);
        assertEquals(
                2 * results.series("x", "two_1")[1] + Math.PI,
                file.plot().orElseThrow().curve(results, "two_1")[1]);
    }

    @Test
    void adaptiveSolversHaveKeysOfTheirOwn() {
        final Sweep sweep = read(HEAD + """
                solver: dopri5
                rtol: 1.0e-4
                atol: 1.0e-5
                max_step: 2
                first_step: 0.5
                max_steps: 99
                input_interpolation: linear
                """).sweep();
        assertEquals(new StepControl(1e-4, 1e-5, 2, 0.5, 99), sweep.stepControl());
        assertEquals(SampledInput.Interpolation.LINEAR, sweep.interpolation());
        assertEquals(
                new StepControl(1e-6, 1e-9, 4, 1, 10_000_000),
                read(HEAD + "solver: rodas4\n").sweep().stepControl());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "solver: RK45; sweep.yaml:8:9: no solver is called 'RK45'; in place of scipy's solver",
                "solver: dopri; sweep.yaml:8:9: no solver is called 'dopri'; did you mean 'dopri5'",
                "rtol: 1.0e-3; sweep.yaml:8:1: rtol has no effect under the solver 'euler'",
                "{solver: dopri5, rtol: 0.0}; rtol is 0.0; expected a number from 1.0E-13",
                "{solver: dopri5, max_steps: 0.5}; 'max_steps' must be",
                "{solver: dopri5, input_interpolation: cubic}; 'input_interpolation' must be held or linear"
            })
    void mistakesInTheKeysOfSolversArePlaced(final String lines, final String expected) {
        final String block =
                lines.startsWith("{") ? lines.substring(1, lines.length() - 1).replace(", ", "\n") : lines;
        final String message = assertThrows(InputException.class, () -> read(HEAD + block + "\n"))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"euler", "heun", "rk4"})
    void aRunGoesOnWhereAnotherOneEndedToTheLastBit(final String solver) throws IOException {
        final String sweep = """
                circuit_template: model_templates.neural_mass_models.jansenrit.JRC2
                param_grid: {C: [68.0, 135.0, 270.0]}
                param_map: {C: {vars: jrc_op/c, nodes: jrc}}
                step_size: 1.0e-3
                outputs: {V: jrc/jrc_op/V_e}
                solver: %s
                """.formatted(solver);
        final Results whole = run(read(sweep + "simulation_time: 0.3\n"));
        continued(sweep, whole, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dopri5", "dop853", "rodas4"})
    void aRunGoesOnWhereAnotherOneEndedWithinItsTolerance(final String solver) throws IOException {
        final String sweep = """
                circuit_template: model_templates.neural_mass_models.jansenrit.JRC2
                param_grid: {C: [68.0, 135.0, 270.0]}
                param_map: {C: {vars: jrc_op/c, nodes: jrc}}
                step_size: 1.0e-3
                outputs: {V: jrc/jrc_op/V_e}
                rtol: 1.0e-8
                solver: %s
                """.formatted(solver);
        final Results whole = run(read(sweep + "simulation_time: 0.3\n"));
        continued(sweep, whole, 1e-9);
    }

    private void continued(final String sweep, final Results whole, final double tolerance) throws IOException {
        final SweepFile first = read(sweep + "simulation_time: 0.2\nfinal_state: true\n");
        try (OutputStream out = Files.newOutputStream(folder.resolve("final_state.csv"))) {
            FinalStateCsv.write(first.sweep(), run(first), out);
        }
        final Results second = run(read(sweep + "simulation_time: 0.1\ninitial_state: final_state.csv\n"));
        for (final String set : List.of("JRC2_0", "JRC2_1", "JRC2_2")) {
            assertArrayEquals(Arrays.copyOfRange(whole.series("V", set), 200, 300), second.series("V", set), tolerance);
        }
    }

    @Test
    void theSeedOfNoiseIsKnownBeforeTheRun() {
        write("noisy.yaml", """
                noisy: {base: OperatorTemplate, equations: "x' = noise(s)", variables: {x: output(0.0), s: 1.0}}
                """);
        final String sweep = """
                circuit_template: noisy.yaml/noisy
                simulation_time: 1
                step_size: 0.1
                outputs: {x: p/noisy/x}
                """;
        assertEquals(Map.of("noise", 12L), read(sweep + "noise_seed: 12\n").seeds());
        final SweepFile drawn = read(sweep);
        assertEquals(drawn.sweep().noiseSeed().orElseThrow(), drawn.seeds().get("noise"));
        assertNotEquals(drawn.seeds(), read(sweep).seeds());
    }

    @Test
    void oneRowOfAnInitialStateIsForAllSetsAndWhatItLacksIsSaid() {
        write("start.csv", "a/op/x\n7.5\n");
        final SweepFile file = read(HEAD + "param_grid: {k: [1, 2]}\n" + MAP_K + "initial_state: start.csv\n");
        final Results results = run(file);
        assertEquals(7.5, results.series("x", "two_1")[0]);
        assertEquals(0.0, results.series("y", "two_1")[0]);
        assertEquals(
                List.of("the initial state has no value of b/op/x, which start at their declared values"),
                file.sweep().warnings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a/op/y,1; is no variable of two; did you mean 'a/op/x'",
                "a/op/k,1; 'a/op/k' is a constant, not a state variable",
                "a/op/x,1,2; has 2 rows; expected 1, or one for each of the 1 parameter sets",
                "a/op/x,nan; 'nan' is not a finite number",
                "1,2; must hold the paths of state variables, but holds numbers"
            })
    void initialStatesThatDoNotFitAreErrors(final String column, final String expected) {
        write("start.csv", column.replace(",", "\n") + "\n");
        final String message = assertThrows(InputException.class, () -> read(HEAD + "initial_state: start.csv\n"))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    void aStateVariableCannotStartAtTwoValues() {
        write("start.csv", "a/op/x\n1\n");
        final String message = assertThrows(
                        InputException.class,
                        () -> read(HEAD
                                + "param_grid: {x0: [1]}\nparam_map: {x0: {vars: op/x, nodes: a}}\n"
                                + "initial_state: start.csv\n"))
                .getMessage();
        assertTrue(
                message.contains("both the parameter grid and the initial state give 'a/op/x' an initial value"),
                message);
        assertTrue(message.contains("sweep.yaml:10:1"), message);
    }

    @Test
    void withoutAGridItIsASingleSimulation() {
        final SweepFile file = read(HEAD);
        assertEquals(1, file.sweep().grid().size());
        assertEquals("two_0", file.sweep().setName(0));
        assertEquals("euler", file.sweep().solver().name());
        assertEquals(4, file.sweep().times().keptRows());
        assertEquals(Optional.empty(), file.plot());
        assertEquals(1, read(HEAD + "param_map: {}\n").sweep().grid().size());
    }

    @Test
    void valuesCanBeSpaced() {
        final ParameterGrid grid = read(HEAD + """
                param_grid: {k: {linspace: [0, 1, 11]}, c: {logspace: [-5, 5, 11]}}
                param_map: {k: {vars: op/k, nodes: a}, c: {vars: op/c, nodes: a}}
                """).sweep().grid();
        assertEquals(0.30000000000000004, grid.value(3, "k"));
        assertEquals(0.7000000000000001, grid.value(7, "k"));
        assertEquals(1.0, grid.value(10, "k"));
        assertArrayEquals(new double[] {1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 10, 100, 1e3, 1e4, 1e5}, grid.column("c"));
    }

    @Test
    void permutedGridsHaveTheOrderOfTheReference() {
        final ParameterGrid grid = read(HEAD + """
                param_grid: {k: [1, 2, 3], c: [10, 20]}
                permute_grid: true
                param_map: {k: {vars: op/k, nodes: a}, c: {vars: op/c, nodes: a}}
                """).sweep().grid();
        assertArrayEquals(new double[] {1, 2, 3, 1, 2, 3}, grid.column("k"));
        assertArrayEquals(new double[] {10, 10, 10, 20, 20, 20}, grid.column("c"));
    }

    @Test
    void aGridCanBeACsvFile() {
        write("sets.csv", "k,c\n1,10\n2,20\n3,30\n");
        final ParameterGrid grid = read(HEAD + """
                param_grid: sets.csv
                permute_grid: false
                param_map: {c: {vars: op/c, nodes: a}, k: {vars: op/k, nodes: a}}
                """).sweep().grid();
        assertEquals(List.of("k", "c"), grid.keys());
        assertArrayEquals(new double[] {10, 20, 30}, grid.column("c"));
    }

    @Test
    void edgesAreAddressedBySourceTargetAndIndex() {
        final String joined = HEAD.replace("two", "joined") + "inputs: {a/op/u: 1}\nparam_grid: {w: [0, 10]}\n";
        for (final String edges : List.of("[[a/op/x, b/op/u, 1]]", "[a/op/x, b/op/u, 1]")) {
            final Results results = run(read(joined + "param_map: {w: {vars: weight, edges: " + edges + "}}\n"));
            assertArrayEquals(new double[] {0, 0, 1, 3}, results.series("y", "joined_0"));
            assertArrayEquals(new double[] {0, 0, 11, 33}, results.series("y", "joined_1"));
        }
        final Results first = run(read(joined + "param_map: {w: {vars: [weight], edges: [[a/op/x, b/op/u]]}}\n"));
        assertArrayEquals(new double[] {0, 0, 12, 36}, first.series("y", "joined_1"));
    }

    @Test
    void inputsCanBeCsvFiles() {
        write("one.csv", "u\n1\n2\n3\n4\n");
        write("each.csv", "1,10\n1,10\n1,10\n1,10\n");
        final Results shared = run(read(HEAD + "inputs: {all/op/u: one.csv}\n"));
        assertArrayEquals(new double[] {0, 1, 3, 6}, shared.series("x", "two_0"));
        assertArrayEquals(new double[] {0, 1, 3, 6}, shared.series("y", "two_0"));
        final Results each = run(read(HEAD + "inputs: {all/op/u: each.csv}\n"));
        assertArrayEquals(new double[] {0, 10, 20, 30}, each.series("y", "two_0"));
        final Results sets = run(read(HEAD + "param_grid: {k: [1, 2]}\n" + MAP_K + "inputs: {a/op/u: each.csv}\n"));
        assertArrayEquals(new double[] {0, 20, 40, 60}, sets.series("x", "two_1"));
    }

    @Test
    void inputsMayComeFromAllowedFolders() throws IOException {
        final Path other = Files.createDirectories(folder.resolve("other"));
        final Path sweeps = Files.createDirectories(folder.resolve("sweeps"));
        Files.writeString(sweeps.resolve("model.yaml"), MODEL);
        Files.writeString(other.resolve("u.csv"), "1\n2\n3\n4\n");
        final Path file = Files.writeString(sweeps.resolve("sweep.yaml"), HEAD + "inputs: {a/op/u: ../other/u.csv}\n");
        final TemplateLibrary library = TemplateLibrary.builtIn();
        assertEquals(
                file + ":8:18: the data file '../other/u.csv' is outside of the sweep file's folder '" + sweeps
                        + "'; copy it there, or allow the folder DIR that it is in by --data-path DIR",
                assertThrows(InputException.class, () -> SweepFile.read(file, library))
                        .getMessage());
        assertEquals(
                1, SweepFile.read(file, library, List.of(other)).sweep().grid().size());
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        final SweepFile seeded = read(HEAD + "inputs: {a/op/u: {uniform: [120, 320], seed: 4294967295}}\n");
        assertEquals(Map.of("a/op/u", 4_294_967_295L), seeded.seeds());
        final double[] once = run(seeded).series("x", "two_0");
        assertTrue(once[1] >= 120 && once[1] < 320);
        assertArrayEquals(once, run(seeded).series("x", "two_0"));
        assertArrayEquals(
                once,
                run(read(HEAD + "inputs: {a/op/u: {uniform: [120, 320], seed: 4294967295}}\n"))
                        .series("x", "two_0"));
    }

    @Test
    void aSeedThatWasDrawnIsRecorded() {
        final String drawn = HEAD + "inputs: {a/op/u: {uniform: [0, 1]}, b/op/u: {uniform: [0, 1]}}\n";
        final SweepFile first = read(drawn);
        assertNotEquals(first.seeds(), read(drawn).seeds());
        final SweepFile again = read(HEAD + "inputs: {a/op/u: {uniform: [0, 1], seed: "
                + first.seeds().get("a/op/u") + "}}\n");
        assertArrayEquals(run(first).series("x", "two_0"), run(again).series("x", "two_0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    parm_grid: {}|8:1: a sweep file has no key 'parm_grid'; did you mean 'param_grid'?
                    step_size: 2|8:1: the key 'step_size'
                    solver: heum|8:9: no solver is called 'heum'; did you mean 'heun'?
                    solver: 3|8:9: 'solver' must be a text
                    pre_history: none|8:14: 'pre_history' must be 'zero' or 'initial'
                    cutoff: 7|8:1: cutoff (7.0) is beyond the last sample, which is at 3.0
                    cutoff: .nan|8:9: 'cutoff' must be a finite number, but is the number .nan
                    sampling_step_size: 1.5|8:1: sampling_step_size (1.5) is no multiple of step_size (1.0)
                    sampling_step_size: -1|8:1: sampling_step_size is -1.0; expected a positive time
                    sampling_step_size: fast|8:21: 'sampling_step_size' must be a number, but is the text 'fast'
                    param_grid: {}|8:13: the parameter grid is empty: it names no parameter
                    param_grid: 3|8:13: 'param_grid' must be a mapping from keys to values, or the path of a CSV file, b
                    param_grid:|8:12: 'param_grid' must be a mapping from keys to values, or the path of a CSV file, but
                    param_grid: {k: []}|8:17: the grid's key 'k' has no values
                    param_grid: {k: [1, two]}|8:21: a value of the grid's key 'k' must be a number, but is the text 'two
                    param_grid: {k: [1, .inf]}|8:21: a value of the grid's key 'k' must be a finite number
                    param_grid: {k: 1}|8:17: the grid's key 'k' must be a list of numbers, {linspace: [from, to, n]} or
                    param_grid: {k: {linspce: [1, 2, 3]}}|8:18: the grid's key 'k' has no key 'linspce'; did you mean 'l
                    param_grid: {k: {linspace: [1, 2]}}|8:28: 'linspace' must be a list of three numbers: from, to, and
                    param_grid: {k: {linspace: [1, 2, 3.5]}}|8:35: the number of values of 'linspace' must be a whole nu
                    param_grid: {k: {linspace: [1, 2, 0]}}|8:35: the number of values of 'linspace' must be from 1 to 10
                    param_grid: {k: {logspace: [1, 999, 2]}}|8:28: powers of ten with exponents from 1.0 to 999.0
                    param_grid: {k: [1], k: [2]}|8:22: the key 'k'
                    param_grid: {status: [1]}|8:14: the parameter key 'status' is the name of a column that results maps
                    param_grid: {k: [1]}|8:14: 'param_grid' has the key 'k', which 'param_map' does not have; there are
                    param_grid: {k: [1, 2], c: [1]}|8:13: the values of 'k' and 'c' are unequally many (2 and 1)
                    param_grid: missing.csv|8:13: there is no file '
                    permute_grid: maybe|8:15: 'permute_grid' must be true or false, but is the text 'maybe'
                    permute_grid: true|8:15: there is no 'param_grid' to permute
                    param_map: {k: {vars: op/k, nodes: a}}|8:13: 'param_map' has the key 'k', which has no values: there
                    param_map: [k]|8:12: 'param_map' must be a mapping
                    param_map: {k: {nodes: a}}|8:16: the parameter map's key 'k' needs the key 'vars', which is missing
                    param_map: {k: {vars: op/k}}|8:13: the parameter map's key 'k' needs either 'nodes' or 'edges', but
                    param_map: {k: {vars: op/k, nodes: a, edges: []}}|8:13: the parameter map's key 'k' needs either 'no
                    param_map: {k: {var: op/k, nodes: a}}|8:17: the parameter map's key 'k' has no key 'var'; did you me
                    param_map: {k: {vars: [], nodes: a}}|8:23: 'vars' is an empty list
                    param_map: {k: {vars: [3], nodes: a}}|8:24: an element of 'vars' must be a text
                    param_map: {k: {vars: weight, edges: [a]}}|8:38: an edge must be [source, target] or [source, target
                    param_map: {k: {vars: weight, edges: [[a, b, c]]}}|8:46: the index of an edge must be a whole number
                    inputs: {a/op/v: 1}|8:10: no variable of two matches 'a/op/v'; did you mean
                    inputs: {a/op/k: 1}|8:10: 'a/op/k' is no input but a constant
                    inputs: {all/op/u: 1, a/op/u: 2}|8:23: the input 'a/op/u' is driven by more than one signal
                    inputs: {a/op/u: true}|8:18: the input 'a/op/u' must be the path of a CSV file, {csv: path, columns:
                    inputs: {a/op/u: {uniform: [1]}}|8:28: 'uniform' must be a list of two numbers: the lower and the up
                    inputs: {a/op/u: {uniform: [2, 1]}}|8:10: the lower bound 2.0 is above the upper bound 1.0
                    inputs: {a/op/u: {uniform: [1, 2], seed: 1.5}}|8:42: 'seed' must be a whole number of at most 2^53
                    inputs: {a/op/u: {uniform: [1, 2], sed: 1}}|8:36: the input 'a/op/u' has no key 'sed'; did you mean
                    inputs: {a/op/u: /etc/passwd}|8:18: the data file '/etc/passwd' is outside of the sweep file's folde
                    plot: {}|8:7: a plot needs the key 'expression', which is missing
                    plot: {expression: x, colour: red}|8:23: a plot has no key 'colour'
                    plot: {expression: x - Y}|8:20: there is no output 'Y'; did you mean 'y'
                    plot: {expression: x -}|8:20: cannot read the equation
                    plot: {expression: all}|8:20: the output 'all' holds 2 variables, so it has no one curve
                    """)
    void everyProblemHasItsPlace(final String line, final String message) {
        assertProblem(message, HEAD + line + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    circuit_template: model.yaml/two|model.yaml/tow|1:19: there is no template 'tow' in
                    circuit_template: model.yaml/two|../model.yaml/two|1:19: the reference '../model.yaml/two' leads out
                    circuit_template: model.yaml/two|3|1:19: 'circuit_template' must be a text
                    simulation_time: 4|0|2:1: simulation_time is 0.0; expected a positive time
                    simulation_time: 4|soon|2:18: 'simulation_time' must be a number, but is the text 'soon'
                    step_size: 1|9|3:1: step_size (9.0) is larger than simulation_time (4.0)
                    x: a/op/x|a/op/z|5:3: no variable of two matches 'a/op/z'
                    x: a/op/x|a/op/k|5:3: 'a/op/k' cannot be recorded: it is a constant and stays the same during a run
                    x: a/op/x|[a/op/x]|5:6: the output 'x' must be a text
                    """)
    void everyProblemOfAValueHasItsPlace(final String line, final String value, final String message) {
        final String key = line.substring(0, line.indexOf(": ") + 2);
        assertProblem(message, HEAD.replaceFirst(line, key + value));
    }

    @Test
    void requiredKeysMustBeThere() {
        for (final String key : List.of("circuit_template", "simulation_time", "step_size")) {
            assertProblem(
                    "1:1: a sweep file needs the key '" + key + "', which is missing",
                    HEAD.replaceFirst(key + ": .*\n", ""));
        }
        assertProblem(
                "1:1: a sweep file needs the key 'outputs', which is missing",
                HEAD.substring(0, HEAD.indexOf("outputs")));
        assertProblem(
                "4:10: 'outputs' is empty: name at least one output",
                HEAD.substring(0, HEAD.indexOf("outputs")) + "outputs: {}\n");
    }

    @Test
    void problemsOfTheMapPointAtItsKey() {
        assertProblem(
                "9:13: no variable of two matches 'a/op/kk'",
                HEAD + "param_grid: {k: [1]}\nparam_map: {k: {vars: op/kk, nodes: a}}\n");
        assertProblem(
                "9:42: both 'k' and 'l' set 'a/op/k'",
                HEAD + "param_grid: {k: [1], l: [1]}\n"
                        + "param_map: {k: {vars: op/k, nodes: all}, l: {vars: op/k, nodes: a}}\n");
        assertProblem(
                "9:13: no edge of two leads from 'a/op/x' to 'b/op/u'",
                HEAD + "param_grid: {k: [1]}\nparam_map: {k: {vars: weight, edges: [[a/op/x, b/op/u]]}}\n");
        assertProblem(
                "9:42: 'param_map' has the key 'K', which 'param_grid' does not have; did you mean 'k'?",
                HEAD + "param_grid: {k: [1]}\nparam_map: {k: {vars: op/k, nodes: all}, K: {vars: op/k, nodes: a}}\n");
    }

    @Test
    void problemsOfDataFilesPointAtBothFiles() {
        write("u.csv", "1\n2\nthree\n");
        assertEquals(
                folder.resolve("u.csv") + ":3:1: 'three' is not a finite number (cell 1 of 1)" + System.lineSeparator()
                        + "  in the sweep file (" + folder.resolve("sweep.yaml") + ":8:18)",
                problem(HEAD + "inputs: {a/op/u: u.csv}\n"));
        write("short.csv", "1\n2\n3\n");
        assertProblem("8:10: the signal is too short: 3 samples for 4 steps", HEAD + "inputs: {a/op/u: short.csv}\n");
        write("wide.csv", "1,2,3\n".repeat(4));
        assertProblem("8:10: the signal has 3 columns; expected 1", HEAD + "inputs: {all/op/u: wide.csv}\n");
    }

    @Test
    void columnsOfSignalsBelongToWhatTheFileSays() {
        write("wide.csv", "1,2\n".repeat(4));
        final String grid = HEAD + "param_grid: {k: [1, 1]}\nparam_map: {k: {vars: op/k, nodes: all}}\n";
        final Results byTarget = run(read(grid + "inputs: {all/op/u: {csv: wide.csv, columns: targets}}\n"));
        assertArrayEquals(new double[] {0, 1, 2, 3}, byTarget.series("x", "two_1"));
        final Results bySet = run(read(grid + "inputs: {all/op/u: {csv: wide.csv, columns: sets}}\n"));
        assertArrayEquals(new double[] {0, 2, 4, 6}, bySet.series("x", "two_1"));
        write("wider.csv", "1,2,3,4\n".repeat(4));
        final Results byBoth = run(read(grid + "inputs: {all/op/u: {csv: wider.csv, columns: targets_and_sets}}\n"));
        assertArrayEquals(new double[] {0, 2, 4, 6}, byBoth.series("x", "two_1"));
        assertArrayEquals(new double[] {0, 3, 6, 9}, byBoth.series("y", "two_0"));
        assertProblem("10:10: the signal has 2 columns, and there are as", grid + "inputs: {all/op/u: wide.csv}\n");
        assertProblem(
                "10:45: 'columns' must be targets, sets, targets_and_sets, but is the text 'set'",
                grid + "inputs: {all/op/u: {csv: wide.csv, columns: set}}\n");
        assertProblem(
                "10:20: the input 'all/op/u' needs the key 'csv' or 'uniform'",
                grid + "inputs: {all/op/u: {columns: sets}}\n");
        assertProblem(
                "10:36: the input 'all/op/u' has no key 'seed'",
                grid + "inputs: {all/op/u: {csv: wide.csv, seed: 1}}\n");
    }

    @Test
    void unequallyManyValuesComeWithTheKeyThatCombinesThem() {
        final String problem = problem(HEAD + "param_grid: {k: [1, 2], c: [1]}\n");
        assertTrue(problem.endsWith("give equally many, or ask for all combinations (permute_grid: true)"), problem);
    }

    @Test
    void problemsOfGridFilesPointAtTheirHeader() {
        final String grid = HEAD + "param_grid: sets.csv\n";
        write("sets.csv", "k,status\n1,2\n");
        assertTrue(problem(grid).startsWith(folder.resolve("sets.csv") + ":1:3: the parameter key 'status'"));
        write("sets.csv", "k,k\n1,2\n");
        assertTrue(problem(grid).startsWith(folder.resolve("sets.csv") + ":1:3: the key 'k' is there twice (cell 2)"));
        write("sets.csv", "k,\n1,2\n");
        assertTrue(problem(grid).startsWith(folder.resolve("sets.csv") + ":1:3: this key is empty (cell 2)"));
        write("sets.csv", "1,2\n");
        assertTrue(
                problem(grid).startsWith(folder.resolve("sets.csv") + ":1:1: the first row of a parameter grid must"));
        write("sets.csv", "k,c\n1,2\n");
        assertTrue(problem(grid + MAP_K).startsWith(folder.resolve("sets.csv") + ":1:3: 'param_grid' has the key 'c'"));
        assertProblem("9:15: a CSV file holds one row a parameter set", grid + "permute_grid: true\n");
    }

    @Test
    void problemsOfTemplatesLeadBackToTheSweepFile() {
        write("bad.yaml", "bad: {base: CircuitTemplate, nodes: {a: nothing}}\n");
        final String problem = problem(HEAD.replace("model.yaml/two", "bad.yaml/bad"));
        assertTrue(problem.contains("bad.yaml"), problem);
        assertTrue(problem.endsWith("in the sweep file (" + folder.resolve("sweep.yaml") + ":1:19)"), problem);
    }

    @Test
    void aMissingFileIsReported() {
        final Path missing = folder.resolve("missing.yaml");
        assertEquals(
                "there is no file '" + missing + "'",
                assertThrows(InputException.class, () -> SweepFile.read(missing, TemplateLibrary.builtIn()))
                        .getMessage());
    }

    private void assertProblem(final String message, final String text) {
        final String problem = problem(text);
        final String expected = folder.resolve("sweep.yaml") + ":" + message;
        assertTrue(problem.startsWith(expected), () -> "expected: " + expected + "\nbut was: " + problem);
    }

    private String problem(final String text) {
        return assertThrows(InputException.class, () -> read(text)).getMessage();
    }

    private SweepFile read(final String text) {
        write("model.yaml", MODEL);
        write("sweep.yaml", text);
        return SweepFile.read(folder.resolve("sweep.yaml"), TemplateLibrary.builtIn());
    }

    private static Results run(final SweepFile file) {
        return Results.collect(file.sweep(), RunOptions.defaults());
    }

    private void write(final String name, final String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (final IOException problem) {
            throw new AssertionError(problem);
        }
    }
}
