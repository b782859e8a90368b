/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    @TempDir
    private Path folder;

    @Test
    void listsCircuitsWithADescription() {
        final Execution list = Execution.of("list");

        assertEquals(0, list.status());
        final List<String> lines = list.out().lines().toList();
        final int file = lines.indexOf("model_templates.neural_mass_models.jansenrit");
        assertTrue(file >= 0, list.out());
        assertTrue(lines.get(file + 1).matches("  JRC +Jansen-Rit column.*"), list.out());
        assertFalse(list.out().contains("jrc_op "), list.out());
    }

    @Test
    void listsTheirPartsOnRequest() {
        final Execution list = Execution.of("list", "--all");

        assertTrue(
                list.out().lines().anyMatch(line -> line.matches("  jrc_op +operator +Whole Jansen-Rit.*")),
                list.out());
        assertTrue(list.out().lines().anyMatch(line -> line.matches("  JRC2 +circuit +Jansen-Rit.*")), list.out());
    }

    @Test
    void listsTemplatesOfTheUser() throws IOException {
        SweepFiles.diverging(folder, 1);

        final Execution list = Execution.of("list", "--all", "--template-path", folder.toString());
        assertTrue(list.out().contains("\n  growth "), list.out());
    }

    @Test
    void exportsAFileThatRunsOnItsOwn() throws IOException {
        final Execution export = Execution.of("export", "WC");

        assertEquals(0, export.status());
        Files.writeString(folder.resolve("own.yaml"), export.out());
        final Execution show = Execution.of("show", "own.WC", "--template-path", folder.toString());
        assertEquals(
                Execution.of("show", "WC").out().lines().skip(1).toList(),
                show.out().lines().skip(1).toList());
        assertEquals(2, Execution.of("export", "WX").status());
    }

    @Test
    void showsWhatCanBeSweptAndRecorded() {
        final Execution show = Execution.of("show", "JRC2");

        assertEquals(0, show.status());
        assertTrue(show.out().startsWith("model_templates.neural_mass_models.jansenrit.JRC2\n"), show.out());
        assertTrue(
                show.out().lines().anyMatch(line -> line.matches("jrc/jrc_op/c +constant +135 +yes +-")), show.out());
        assertTrue(
                show.out()
                        .lines()
                        .anyMatch(line -> line.matches("jrc/jrc_op/V_e +state variable +0 +yes +yes +d/dt V_e = X_e")),
                show.out());
        assertTrue(show.out().contains("tau_e and tau_i in s"), show.out());
        assertEquals(
                show.out(),
                Execution.of("show", "model_templates.neural_mass_models.jansenrit.JRC2")
                        .out());
    }

    @Test
    void showsAModelAsJson() {
        final Execution show = Execution.of("show", "JRC2", "--json");

        assertTrue(
                show.out()
                        .contains("{\"path\":\"jrc/jrc_op/c\",\"kind\":\"constant\",\"value\":135.0,\"sweepable\":true,"
                                + "\"recordable\":false,\"equation\":\"\"}"),
                show.out());
    }

    @Test
    void showsWhatTheCompilerMakesOfAModel() {
        final Execution compile = Execution.of("compile", "JRC2", "--show", "--vary", "jrc/jrc_op/c");

        assertEquals(0, compile.status(), compile.err());
        assertTrue(compile.out().startsWith("model_templates.neural_mass_models.jansenrit.JRC2\n"), compile.out());
        assertTrue(compile.out().contains("* jrc/jrc_op/c\n"), compile.out());
        assertTrue(compile.out().contains("\n  calls   scratch[0..2] = exp(scratch[0..2])\n"), compile.out());
        assertFalse(compile.out().contains("flattening"), compile.out());
    }

    @Test
    void tellsHowLongEachStageTakes() {
        final Execution compile = Execution.of("compile", "JRC2");

        assertEquals(0, compile.status(), compile.err());
        assertTrue(
                compile.out()
                        .matches("(?s).* operations, 3 calls\\R.*  reading +\\d.* ms\\R  flattening +\\d.* ms\\R"
                                + "  compiling +\\d.* ms\\R  first evaluation +\\d.* ms\\R.*"),
                compile.out());
        assertFalse(compile.out().contains("loop "), compile.out());
    }

    @Test
    void variesOnlyWhatASweepCanVary() {
        final Execution unknown = Execution.of("compile", "JRC2", "--vary", "jrc/jrc_op/d");
        assertEquals(2, unknown.status());
        assertTrue(unknown.err().contains("no variable of JRC2 matches 'jrc/jrc_op/d'"), unknown.err());

        final Execution computed = Execution.of("compile", "JRC2", "--vary", "jrc/jrc_op/m");
        assertEquals(2, computed.status());
        assertTrue(computed.err().contains("'jrc/jrc_op/m' cannot be swept: it is "), computed.err());
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        final Execution show = Execution.of("show", "JRC22");

        assertEquals(2, show.status());
        assertTrue(show.err().contains("no template is called 'JRC22'; did you mean 'JRC2'"), show.err());
    }

    @Test
    void checksWithoutRunning() throws IOException {
        final Path sweep = SweepFiles.withPlot(folder);

        final Execution check = Execution.of("check", sweep.toString());
        assertEquals(0, check.status(), check.err());
        assertTrue(check.out().contains("parameter sets  3 of C"), check.out());
        assertTrue(check.out().contains("5,000 of 1e-4 (euler), 15,000 for all sets"), check.out());
        assertTrue(check.out().contains("5,000 rows of 7 columns, about "), check.out());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "list", "show", "compile"})
    void hasHelpForEveryCommand(final String command) {
        final Execution option = Execution.of(command, "--help");
        final Execution help = Execution.of("help", command);

        assertEquals(0, option.status());
        assertTrue(option.out().startsWith("Usage: ratesweep " + command), option.out());
        assertEquals(option, help);
    }

    @Test
    void tellsItsVersion() {
        final Execution version = Execution.of("--version");

        assertEquals(0, version.status());
        assertTrue(
                version.out()
                        .matches("Ratesweep \\S+\\RJava " + Runtime.version().feature() + "[\\s\\S]*"),
                version.out());
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        final Execution wrong = Execution.of("runn");

        assertEquals(2, wrong.status());
        assertTrue(wrong.err().contains("there is no command 'runn'"), wrong.err());
        assertTrue(wrong.err().contains("Did you mean: ratesweep run?"), wrong.err());
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        final Execution wrong = Execution.of("run", "--forc", "sweep.yaml");

        assertEquals(2, wrong.status());
        assertTrue(wrong.err().contains("'--forc'"), wrong.err());
        assertTrue(wrong.err().contains("--force"), wrong.err());
    }

    @Test
    void needsACommandAndAFile() {
        assertEquals(2, Execution.of().status());
        assertEquals(2, Execution.of("run").status());
        assertEquals("", Execution.of("run").out());
    }
}
