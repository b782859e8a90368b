/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.loadtemplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ratesweep.core.error.InputException;

class TemplateFileLocationTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve("inner"));
        file = Files.writeString(folder.resolve("inner").resolve("my model.yaml"), """
                fast:
                  base: slow
                  description: Faster. Much faster.
                  variables:
                    tau: 0.1
                slow:
                  base: OperatorTemplate
                  equations: "d/dt * x = -x/tau"
                  variables:
                    x: output(1.0)
                    tau: 2.0
                net:
                  base: CircuitTemplate
                  nodes:
                    a: node
                node:
                  base: NodeTemplate
                  operators:
                    - fast
                outside:
                  base: ../other/slow
                """);
        Files.writeString(folder.resolve("other.yaml"), Files.readString(file));
    }

    @Test
    void listsWhatCanBeRunCircuitsFirst() {
        final TemplateFileLocation location = TemplateFileLocation.of(file.toString());
        assertEquals(
                List.of("net", "fast", "slow", "node"),
                location.templates().stream().map(location::nameOf).toList());
    }

    @Test
    void loadsByName() {
        final LoadTemplateParameters parameters = new LoadTemplateParameters();
        parameters.m_source = LoadTemplateParameters.Source.FILE;
        parameters.m_file = file.toUri().toString();
        parameters.m_templateInFile = "net";
        assertEquals(
                0.1,
                TemplateChoice.of(parameters)
                        .load()
                        .getSpec()
                        .matching("a/fast/tau")
                        .get(0)
                        .value());
    }

    @Test
    void noFileOutsideOfTheFolderIsRead() {
        final TemplateFileLocation location = TemplateFileLocation.of(file.toString());
        final String message = assertThrows(
                        InputException.class, () -> location.library().circuit(location.reference("outside")))
                .getMessage();
        assertTrue(message.contains("leads out of the folder"), message);
    }

    @Test
    void problemsAreNamed() {
        assertProblem("", "no template file is given");
        assertProblem("model.yaml", "named relative to no folder");
        assertProblem(folder.resolve("none.yaml").toString(), "there is no template file");
        assertProblem(folder.toString(), "that is a folder");
        final String message = assertThrows(
                        InputException.class,
                        () -> TemplateFileLocation.of(file.toString()).reference(" "))
                .getMessage();
        assertEquals("no template of 'my model.yaml' is chosen; it has net, fast, slow, node", message);
    }

    @Test
    void onlyYamlFilesAreRead() throws IOException {
        assertProblem(Files.createFile(folder.resolve("notes.txt")).toString(), "ends in .yaml or .yml");
    }

    private static void assertProblem(final String location, final String part) {
        final String message = assertThrows(InputException.class, () -> TemplateFileLocation.of(location))
                .getMessage();
        assertTrue(message.contains(part), message);
    }
}
