/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.parametergrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.knime.parametergrid.ParameterGridParameters.Combination;
import org.ratesweep.knime.parametergrid.ParameterGridParameters.Parameter;
import org.ratesweep.knime.parametergrid.ParameterGridParameters.Values;
import org.ratesweep.knime.port.ModelPortObjectSpec;

class GridDefinitionTest {
    private static final String REFERENCE = "model_templates.neural_mass_models.jansenrit.JRC";
    private static final ModelPortObjectSpec JRC =
            ModelPortObjectSpec.of(REFERENCE, Model.of(TemplateLibrary.builtIn().circuit(REFERENCE)));

    private static Parameter parameter(final String key, final Values values, final String... paths) {
        final Parameter parameter = new Parameter();
        parameter.m_key = key;
        parameter.m_values = values;
        parameter.m_list = "3, 1, 2";
        parameter.m_from = 1;
        parameter.m_to = 100;
        parameter.m_n = 3;
        parameter.m_paths = paths;
        return parameter;
    }

    private static ParameterGridParameters parameters(final Combination combination, final Parameter... all) {
        final ParameterGridParameters parameters = new ParameterGridParameters();
        parameters.m_parameters = all;
        parameters.m_combination = combination;
        parameters.m_randomN = 8;
        return parameters;
    }

    private static void assertProblem(final String expected, final ParameterGridParameters parameters) {
        final String message = assertThrows(InputException.class, () -> {
                    final GridDefinition grid = GridDefinition.of(parameters);
                    grid.size();
                    grid.paths(JRC);
                })
                .getMessage();
        assertTrue(message.startsWith(expected), message);
    }

    @Test
    void valuesAreListedOrSpaced() {
        final ParameterGrid grid = GridDefinition.of(parameters(
                        Combination.PAIRWISE,
                        parameter("a", Values.LIST, "pc/pro/s"),
                        parameter("b", Values.LINEAR, "ein/pro/s"),
                        parameter("c", Values.LOGARITHMIC, "iin/pro/s")))
                .grid();
        assertArrayEquals(new double[] {3, 1, 2}, grid.column("a"));
        assertArrayEquals(new double[] {1, 50.5, 100}, grid.column("b"));
        assertArrayEquals(new double[] {1, 10, 100}, grid.column("c"));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNIFORM", "LATIN_HYPERCUBE", "SOBOL"})
    void randomParametersAreDrawnTogether(final Values values) {
        final ParameterGridParameters parameters = parameters(
                Combination.PAIRWISE, parameter("a", values, "pc/pro/s"), parameter("b", values, "ein/pro/s"));
        final ParameterGrid grid = GridDefinition.of(parameters).grid();
        assertEquals(8, grid.size());
        assertTrue(grid.value(0, "a") != grid.value(0, "b"));
        assertArrayEquals(grid.column("b"), GridDefinition.of(parameters).grid().column("b"));
    }

    @ParameterizedTest
    @EnumSource
    void sizeIsCountedWithoutMakingTheGrid(final Combination combination) {
        final ParameterGridParameters parameters = parameters(
                combination,
                parameter("a", Values.LIST, "pc/pro/s"),
                parameter("b", Values.LINEAR, "ein/pro/s"),
                parameter("c", Values.LOGARITHMIC, "iin/pro/s"));
        final GridDefinition definition = GridDefinition.of(parameters);
        assertEquals(combination == Combination.PAIRWISE ? 3 : 27, definition.size());
        assertEquals(definition.size(), definition.grid().size());
    }

    @Test
    void noParameterIsASingleSet() {
        final GridDefinition definition = GridDefinition.of(new ParameterGridParameters());
        assertEquals(1, definition.size());
        assertEquals(1, definition.grid().size());
        assertEquals(Map.of(), definition.paths(JRC));
    }

    @Test
    void keysSetFullPaths() {
        assertEquals(
                Map.of(
                        "s", List.of("pc/pro/s", "ein/pro/s", "iin/pro/s"),
                        "w", List.of("pc/pro/m->ein/rpo_e/m_in/weight")),
                GridDefinition.of(parameters(
                                Combination.PAIRWISE,
                                parameter("s", Values.LIST, " all/pro/s ", ""),
                                parameter("w", Values.LIST, "pc/pro/m->ein/rpo_e/m_in/weight")))
                        .paths(JRC));
    }

    @Test
    void problemsAreNamed() {
        final Parameter good = parameter("C", Values.LIST, "pc/pro/s");
        assertProblem("parameter 1 has no key", parameters(Combination.PAIRWISE, parameter(" ", Values.LIST, "p")));
        assertProblem("the key 'C' is there twice", parameters(Combination.PAIRWISE, good, good));
        assertProblem("the parameter 'C' sets nothing", parameters(Combination.PAIRWISE, parameter("C", Values.LIST)));
        assertProblem(
                "the parameter key 'status' has the name of a column",
                parameters(Combination.PAIRWISE, parameter("status", Values.LIST, "p")));
        assertProblem(
                "no variable of JRC matches 'pc/pro/ss'; did you mean 'pc/pro/s'",
                parameters(Combination.PAIRWISE, parameter("C", Values.LIST, "pc/pro/ss")));
        assertProblem(
                "'pc/pro/m' cannot be swept",
                parameters(Combination.PAIRWISE, parameter("C", Values.LIST, "pc/pro/m")));
        assertProblem(
                "both 'C' and 'D' set 'pc/pro/s'",
                parameters(Combination.PAIRWISE, good, parameter("D", Values.LIST, "all/pro/s")));
        assertProblem(
                "the values of 'C' and 'D' are unequally many (3 and 8)",
                parameters(Combination.PAIRWISE, good, parameter("D", Values.SOBOL, "ein/pro/s")));
        final Parameter many = parameter("D", Values.LINEAR, "ein/pro/s");
        many.m_n = 100_000;
        final Parameter more = parameter("E", Values.LINEAR, "iin/pro/s");
        more.m_n = 100_000;
        assertProblem("the grid has more than", parameters(Combination.ALL_COMBINATIONS, good, many, more));
        final Parameter empty = parameter("C", Values.LIST, "pc/pro/s");
        empty.m_list = "";
        assertProblem("the list of values is empty", parameters(Combination.PAIRWISE, empty));
        final Parameter reversed = parameter("C", Values.UNIFORM, "pc/pro/s");
        reversed.m_to = 0;
        assertProblem("nothing can be drawn between 1.0 and 0.0", parameters(Combination.PAIRWISE, reversed));
        assertProblem(
                "the list of values is empty; expected at least one number" + System.lineSeparator()
                        + "  in the parameter 'C'",
                parameters(Combination.PAIRWISE, empty));
    }
}
