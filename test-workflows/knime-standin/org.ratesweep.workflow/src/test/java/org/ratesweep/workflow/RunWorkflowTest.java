/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs a workflow of three nodes: a line, points on it, and further points shifted by the number of the first. */
class RunWorkflowTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path workflow;
    private Path out;

    @BeforeEach
    void copyWorkflow() throws IOException, URISyntaxException {
        workflow = folder.resolve("demo workflow");
        out = folder.resolve("out");
        copyInto(workflow);
    }

    private static void copyInto(final Path target) throws IOException, URISyntaxException {
        final Path source = Path.of(RunWorkflowTest.class.getResource("/demo").toURI());
        try (Stream<Path> files = Files.walk(source)) {
            for (final Path file : files.toList()) {
                Files.copy(file, target.resolve(source.relativize(file).toString()));
            }
        }
    }

    private int run(final String... arguments) {
        final List<String> all = Stream.concat(
                        Stream.of(workflow.toString(), "--out", out.toString()), Stream.of(arguments))
                .toList();
        return RunWorkflow.run(new PrintStream(log, true, StandardCharsets.UTF_8), all.toArray(String[]::new));
    }

    private String table(final String name) throws IOException {
        return Files.readString(out.resolve(name));
    }

    private String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private void edit(final String file, final String before, final String after) throws IOException {
        final Path path = workflow.resolve(file);
        Files.writeString(path, Files.readString(path).replace(before, after));
    }

    @Test
    void writesEveryTable() throws IOException {
        assertEquals(0, run(), this::log);
        assertEquals(
                "Row ID,y,note\nP,2.5,\"\t<a> \"\"b\"\" & %%00009\n\"\nQ,5.0,\"\t<a> \"\"b\"\" & %%00009\n\"\n",
                table("2-Points-1.csv"));
        assertTrue(table("3-Points-1.csv").contains("all,\"[2.0, ?]\","));
        assertTrue(log().contains("WARN  Points (#3): The points are shifted."));
    }

    @Test
    void variablesOverrideSettings() throws IOException {
        assertEquals(0, run("--variable", "factor=10"), this::log);
        assertTrue(table("2-Points-1.csv").contains("P,25.0,"));
    }

    @Test
    void optionsOverrideSettings() throws IOException {
        assertEquals(0, run("--option", "2,points/1/place,4", "--option", "2,column,z"), this::log);
        assertTrue(table("2-Points-1.csv").startsWith("Row ID,z,note"));
        assertTrue(table("2-Points-1.csv").contains("Q,10.0,"));
    }

    @Test
    void badOptionsEndWith2() {
        assertEquals(2, run("--option", "2,nothing,4"));
        assertEquals(2, run("--option", "9,column,4"));
        assertEquals(2, run("--option", "2;column"));
        assertEquals(2, run("--variable", "factor"));
        assertEquals(2, run("--out"));
        assertEquals(2, run("--help"));
    }

    @Test
    void anUnknownNodeEndsWith3() throws IOException {
        edit("Line (#1)/settings.xml", "demo.LineNodeFactory", "demo.MissingFactory");
        assertEquals(3, run());
        assertTrue(log().contains("MissingFactory"), this::log);
    }

    @ParameterizedTest
    @CsvSource({"sourcePort, output 7", "destPort, input 7"})
    void aConnectionToNoPortEndsWith3(final String key, final String words) throws IOException {
        edit("workflow.knime", key + "\" type=\"xint\" value=\"1\"", key + "\" type=\"xint\" value=\"7\"");
        assertEquals(3, run());
        assertTrue(log().contains("a connection uses " + words), this::log);
    }

    @Test
    void invalidSettingsEndWith3() throws IOException {
        edit("Line (#1)/settings.xml", "value=\"y\"", "value=\" \"");
        assertEquals(3, run());
        assertTrue(log().contains("Line (#1): the settings cannot be loaded: The line needs a name."), this::log);
    }

    @Test
    void aFailureEndsWith4() throws IOException {
        Files.delete(workflow.resolve("data/slope.txt"));
        assertEquals(4, run());
        assertTrue(log().contains("Line (#1): Cannot read the slope:"), this::log);
    }

    @Test
    void twoRowsOfTheSameKeyEndWith4() throws IOException {
        edit("Points (#2)/settings.xml", "value=\"Q\"", "value=\"P\"");
        assertEquals(4, run());
        assertTrue(log().contains("Points (#2): Execute failed: two rows have the key 'P'"), this::log);
    }

    @Test
    void aVariableOfTheWrongTypeEndsWith4() throws IOException {
        edit(
                "Points (#2)/settings.xml",
                "key=\"used_variable\" type=\"xstring\" value=\"factor\"",
                "key=\"used_variable\" type=\"xstring\" value=\"word\"");
        assertEquals(4, run("--variable", "word=ten"));
        final String problem =
                "Points (#2): the setting 'factor' of type xdouble cannot be set by the variable 'word' of type String";
        assertTrue(log().contains("WARN  " + problem), this::log);
        assertTrue(log().contains("ERROR " + problem), this::log);
    }

    @Test
    void runsAtTheSameTimeDoNotMeet() throws Exception {
        final Path other = folder.resolve("other");
        copyInto(other);
        Files.writeString(other.resolve("data/slope.txt"), "7.25");
        final List<Integer> codes = Stream.of(workflow, other, workflow, other)
                .parallel()
                .map(each -> RunWorkflow.run(
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        each.toString(),
                        "--out",
                        out.resolve(each.getFileName()).toString()))
                .toList();
        assertEquals(List.of(0, 0, 0, 0), codes);
        assertTrue(table("demo workflow/2-Points-1.csv").contains("P,2.5,"));
        assertTrue(table("other/2-Points-1.csv").contains("P,7.25,"));
    }

    @Test
    void knimeIsCalledWithTheSameArguments() throws WorkflowException {
        final List<String> command = KnimeBatch.command(
                Path.of("knime-home"),
                Path.of("workspace"),
                Workflow.read(workflow),
                List.of(Variable.guessed("factor", "0.5")),
                List.of(NodeOption.parse("2,points/1/place,4")));
        assertEquals(
                List.of("-workflow.variable=factor,0.5,double", "-option=2,points/1/place,4,double"),
                command.subList(command.size() - 2, command.size()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theCommandOfKnimeIsRunAndItsExitCodeReturned() throws IOException {
        final Path program = folder.resolve("knime");
        Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$(dirname \"$0\")/arguments\"\nexit 4\n");
        assertTrue(program.toFile().setExecutable(true));
        final int code = RunWorkflow.runInKnime(
                folder,
                new PrintStream(log, true, StandardCharsets.UTF_8),
                workflow.toString(),
                "--variable",
                "word=one, \"two\"",
                "--variable",
                "count=3",
                "--option",
                "2,points/0/name,A,B",
                "--out",
                "elsewhere");
        assertEquals(4, code, this::log);
        assertTrue(log().contains("WARN  --out is of no use"), this::log);
        final List<String> given = Files.readAllLines(folder.resolve("arguments"));
        assertEquals(
                List.of(
                        "-nosplash",
                        "-consoleLog",
                        "-reset",
                        "-nosave",
                        "-failonloaderror",
                        "-application",
                        "org.knime.product.KNIME_BATCH_APPLICATION",
                        "-data"),
                given.subList(0, 8));
        assertFalse(Files.exists(Path.of(given.get(8))), "the workspace is deleted");
        assertEquals(
                List.of(
                        "-workflowDir=" + workflow,
                        "-workflow.variable=word,\"one, \\\"two\\\"\",String",
                        "-workflow.variable=count,3,int",
                        "-option=2,points/0/name,A,B,String"),
                given.subList(9, given.size()));
    }

    @Test
    void aFolderWithoutKnimeEndsWith2() {
        assertEquals(
                2,
                RunWorkflow.runInKnime(out, new PrintStream(log, true, StandardCharsets.UTF_8), workflow.toString()));
        assertTrue(log().contains("KNIME_HOME"), this::log);
    }
}
