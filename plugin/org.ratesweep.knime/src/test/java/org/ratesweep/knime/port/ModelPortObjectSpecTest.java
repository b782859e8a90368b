/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.ModelVariable;
import org.ratesweep.core.template.TemplateKind;
import org.ratesweep.core.template.TemplateLibrary;
import org.ratesweep.core.template.TemplateSummary;
import org.ratesweep.knime.port.ModelPortObjectSpec.Variable;

class ModelPortObjectSpecTest {
    private static final String JRC = "model_templates.neural_mass_models.jansenrit.JRC";

    private static ModelPortObjectSpec spec(final String reference) {
        return ModelPortObjectSpec.of(reference, model(reference));
    }

    private static Model model(final String reference) {
        return Model.of(TemplateLibrary.builtIn().circuit(reference));
    }

    private static Stream<String> circuits() {
        return TemplateLibrary.builtIn().list().stream()
                .filter(summary -> summary.kind() == TemplateKind.CIRCUIT)
                .map(TemplateSummary::reference);
    }

    @ParameterizedTest
    @MethodSource("circuits")
    void variablesAreThoseOfTheModelAndSurviveSaving(final String reference) throws InvalidSettingsException {
        final ModelPortObjectSpec spec = saved(spec(reference));
        assertEquals(reference, spec.reference());
        assertEquals(model(reference).name(), spec.modelName());
        final List<ModelVariable> variables = model(reference).variables();
        assertEquals(variables.size(), spec.variables().size());
        for (int i = 0; i < variables.size(); i++) {
            final ModelVariable variable = variables.get(i);
            assertEquals(
                    new Variable(
                            variable.path(),
                            variable.kind().words(),
                            variable.extent(),
                            variable.values().isSame() ? variable.value() : Double.NaN,
                            variable.equation(),
                            variable.sweepable(),
                            variable.recordable()),
                    spec.variables().get(i));
        }
        assertEquals(spec(reference), spec);
    }

    @ParameterizedTest
    @MethodSource("circuits")
    void pathsAndPatternsMatchAsInTheModel(final String reference) {
        final Model model = model(reference);
        final ModelPortObjectSpec spec = spec(reference);
        for (final ModelVariable variable : model.variables()) {
            assertMatchAlike(variable.path(), model, spec);
            final String[] levels = variable.path().split("/");
            if (!variable.path().contains("->")) {
                assertMatchAlike("all/" + levels[1] + "/" + levels[2], model, spec);
                assertMatchAlike("all/all/" + levels[1] + "/" + levels[2], model, spec);
                assertMatchAlike(levels[0] + "/all/" + levels[1] + "/" + levels[2], model, spec);
            }
        }
    }

    private static void assertMatchAlike(final String pattern, final Model model, final ModelPortObjectSpec spec) {
        final List<String> expected =
                model.find(pattern).stream().map(ModelVariable::path).toList();
        if (expected.isEmpty()) {
            assertThrows(InputException.class, () -> spec.matching(pattern), pattern);
        } else {
            assertEquals(
                    expected,
                    spec.matching(pattern).stream().map(Variable::path).toList(),
                    pattern);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pc/pro/mm", "pc/pro", "all/pro/s_", "pc//m", ""})
    void whatDoesNotMatchIsSaidAsTheModelSaysIt(final String pattern) {
        final String expected = assertThrows(
                        InputException.class, () -> model(JRC).matching(pattern))
                .getMessage();
        final String actual = assertThrows(InputException.class, () -> spec(JRC).matching(pattern))
                .getMessage();
        assertEquals(expected, actual);
    }

    @Test
    void weightsAreNearToWhatLooksLikeOne() {
        final String message = assertThrows(
                        InputException.class, () -> spec(JRC).matching("pc/pro/m->ein/rpo_e/m_i/weight"))
                .getMessage();
        assertTrue(message.contains("did you mean 'pc/pro/m->ein/rpo_e/m_in/weight'"), message);
    }

    @Test
    void sweepablePathsAreFullAndDistinct() {
        final ModelPortObjectSpec spec = spec(JRC);
        assertEquals(
                List.of("pc/pro/s", "ein/pro/s", "iin/pro/s"),
                spec.sweepablePaths(List.of("pc/pro/s", "all/pro/s", "pc/pro/s")));
        assertEquals(
                "'pc/pro/m' cannot be swept: its value follows from m = m_max / (1 + exp(s*(v_thr-v)))",
                assertThrows(InputException.class, () -> spec.sweepablePaths(List.of("all/pro/m")))
                        .getMessage());
    }

    @Test
    void choicesFollowFromTheVariables() {
        final ModelPortObjectSpec spec = spec(JRC);
        assertTrue(spec.sweepablePaths().contains("pc/pro/m->ein/rpo_e/m_in/weight"));
        assertFalse(spec.sweepablePaths().contains("pc/pro/m"));
        assertTrue(spec.recordablePaths().contains("pc/pro/m"));
        assertTrue(spec.inputPaths().contains("pc/rpo_e_in/u"));
        assertFalse(spec.inputPaths().contains("pc/rpo_e_in/tau"));
    }

    @Test
    void laterFormatsAreRefused() {
        final ModelContent content = new ModelContent("spec");
        spec(JRC).save(content);
        content.addInt("format", 2);
        content.addString("writtenBy", "9.9.9");
        assertEquals(
                "this model was saved by Ratesweep 9.9.9 (format 2), and this version reads formats up to 1; update"
                        + " the Ratesweep extension",
                assertThrows(InvalidSettingsException.class, () -> new ModelPortObjectSpec().load(content))
                        .getMessage());
    }

    private static ModelPortObjectSpec saved(final ModelPortObjectSpec spec) throws InvalidSettingsException {
        final ModelContent content = new ModelContent("spec");
        spec.save(content);
        final ModelPortObjectSpec loaded = new ModelPortObjectSpec();
        loaded.load(content);
        return loaded;
    }
}
