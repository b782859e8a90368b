/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.template.TemplateFile;
import org.ratesweep.core.template.TemplateLibrary;

class ModelPortObjectTest {
    private static final String JRC2 = "model_templates.neural_mass_models.jansenrit.JRC2";

    @TempDir
    private Path folder;

    @Test
    void needsNoFileOnceLoaded() throws Exception {
        final Path file = folder.resolve("mine.yaml");
        Files.writeString(file, """
                slow:
                  base: OperatorTemplate
                  equations: "d/dt * x = -x/tau"
                  variables:
                    x: output(1.0)
                    tau: 2.0
                """);
        final ModelPortObject model =
                ModelPortObject.load(TemplateLibrary.builtIn().relativeTo(folder), "mine.yaml/slow");
        Files.delete(file);
        final ModelPortObject copy = copy(model);
        assertEquals("slow", copy.circuit().name());
        assertEquals(
                List.of("p/slow/x", "p/slow/tau"),
                Model.of(copy.circuit()).variables().stream()
                        .map(variable -> variable.path())
                        .toList());
        assertEquals(model, copy);
    }

    @Test
    void holdsTheLibraryFilesThatItNeeds() {
        final ModelPortObject model = ModelPortObject.load(TemplateLibrary.builtIn(), JRC2);
        assertEquals(
                List.of("model_templates/neural_mass_models/jansenrit.yaml"),
                model.files().stream().limit(1).map(TemplateFile::name).toList());
        assertEquals(TemplateLibrary.builtIn().filesOf(JRC2), model.files());
        assertEquals("JRC2: 21 variables", model.getSummary());
    }

    @Test
    void prefersItsOwnTextsToTheLibrary() throws Exception {
        final ModelPortObject model = ModelPortObject.load(TemplateLibrary.builtIn(), JRC2);
        final ModelContent content = new ModelContent("model");
        model.save(content, new ExecutionMonitor());
        final String[] texts = content.getStringArray("fileTexts");
        texts[0] = texts[0].replace("c: 135.0", "c: 136.0");
        content.addStringArray("fileTexts", texts);
        final ModelPortObject changed = new ModelPortObject();
        changed.load(content, model.getSpec(), new ExecutionMonitor());
        assertEquals(
                136.0,
                Model.of(changed.circuit())
                        .variable("jrc/jrc_op/c")
                        .orElseThrow()
                        .value());
    }

    @Test
    void faultyTemplatesAreNotLoaded() {
        assertThrows(InputException.class, () -> ModelPortObject.load(TemplateLibrary.builtIn(), "no.such.Template"));
    }

    @Test
    void laterFormatsAreRefused() throws Exception {
        final ModelPortObject model = ModelPortObject.load(TemplateLibrary.builtIn(), JRC2);
        final ModelContent content = new ModelContent("model");
        model.save(content, new ExecutionMonitor());
        content.addInt("format", 2);
        assertThrows(
                InvalidSettingsException.class,
                () -> new ModelPortObject().load(content, model.getSpec(), new ExecutionMonitor()));
    }

    private static ModelPortObject copy(final ModelPortObject model) throws Exception {
        final ModelContent content = new ModelContent("model");
        model.save(content, new ExecutionMonitor());
        final ModelPortObject copy = new ModelPortObject();
        copy.load(content, model.getSpec(), new ExecutionMonitor());
        return copy;
    }
}
