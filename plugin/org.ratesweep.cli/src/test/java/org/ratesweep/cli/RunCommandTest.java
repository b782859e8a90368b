/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final Set<String> ALL_FILES =
            Set.of("results.csv", "results_map.csv", "figure.svg", "figure.png", "run.json");

    @TempDir
    private Path folder;

    @Test
    void writesAllFilesAndSumsUpInOneLine() throws IOException {
        final Execution run = run(SweepFiles.withPlot(folder));

        assertEquals("", run.err());
        assertEquals(0, run.status());
        assertEquals(ALL_FILES, files(out()));
        assertEquals(1, run.out().lines().count());
        assertTrue(run.out().contains("3 parameter sets of 5,000 steps"), run.out());
        assertEquals(5_001, Files.readAllLines(out().resolve("results.csv")).size());
    }

    @Test
    void drawsThePanelsInTheOrderOfTheValues() throws IOException {
        run(SweepFiles.withPlot(folder));

        final String svg = Files.readString(out().resolve("figure.svg"));
        final List<Integer> places =
                Stream.of("C = 68<", "C = 135<", "C = 270<").map(svg::indexOf).toList();
        assertTrue(places.get(0) > 0);
        assertEquals(places.stream().sorted().toList(), places);
        assertTrue(svg.contains("V_pce - V_pci"));
        assertTrue(svg.contains("time (s)"));
        assertTrue(svg.length() < 500_000);
    }

    @Test
    void drawsAllOutputsUnlessToldWhat() throws IOException {
        run(SweepFiles.jansenRit(folder));

        final String svg = Files.readString(out().resolve("figure.svg"));
        assertTrue(svg.contains("V_pce<"));
        assertTrue(svg.contains("V_pci<"));
    }

    @Test
    void drawsNoFigureWhenAskedNotTo() throws IOException {
        final Execution run = run(SweepFiles.withPlot(folder), "--no-figure");

        assertEquals(0, run.status());
        assertEquals(Set.of("results.csv", "results_map.csv", "run.json"), files(out()));
    }

    @Test
    void saysNothingWhenQuiet() throws IOException {
        final Execution run = run(SweepFiles.withPlot(folder), "--quiet");

        assertEquals(new Execution(0, "", ""), run);
    }

    @Test
    void doesNotOverwriteUnlessForced() throws IOException {
        final Path sweep = SweepFiles.jansenRit(folder);
        Files.createDirectories(out());
        final Path map = Files.writeString(out().resolve("results_map.csv"), "precious");
        final Path other = Files.writeString(out().resolve("notes.txt"), "mine");

        final Execution refused = run(sweep);
        assertEquals(2, refused.status());
        assertTrue(refused.err().contains("already holds results_map.csv"), refused.err());
        assertTrue(refused.err().contains("--force"), refused.err());
        assertEquals("precious", Files.readString(map));
        assertEquals(Set.of("results_map.csv", "notes.txt"), files(out()));

        final Execution forced = run(sweep, "--force");
        assertEquals(0, forced.status());
        assertTrue(Files.readString(map).startsWith("parameter_set,C,status"));
        assertEquals("mine", Files.readString(other));
    }

    @Test
    void leavesNoFigureOfAnEarlierRunBesideNewResults() throws IOException {
        final Path sweep = SweepFiles.jansenRit(folder);
        run(sweep);
        run(sweep, "--force", "--no-figure");

        assertEquals(Set.of("results.csv", "results_map.csv", "run.json"), files(out()));
    }

    @Test
    void writesFinalStatesOnlyWhenAskedTo() throws IOException {
        final Path sweep = SweepFiles.jansenRit(folder);
        Files.writeString(sweep, Files.readString(sweep) + "final_state: true\n");
        assertEquals(0, run(sweep, "--no-figure").status());
        final Path state = out().resolve("final_state.csv");
        assertTrue(Files.readString(state).startsWith("jrc/jrc_op/"), Files.readString(state));

        Files.writeString(sweep, Files.readString(sweep).replace("final_state: true", ""));
        run(sweep, "--no-figure", "--force");
        assertEquals(Set.of("results.csv", "results_map.csv", "run.json"), files(out()));
    }

    @Test
    void refusesAFileInThePlaceOfTheFolder() throws IOException {
        Files.writeString(out(), "a file");

        final Execution run = run(SweepFiles.jansenRit(folder));
        assertEquals(2, run.status());
        assertTrue(run.err().contains("is a file, not a folder"), run.err());
    }

    @Test
    void namesTheFolderAfterTheSweepFile() {
        assertEquals(
                Path.of("first.sweep"),
                OutputFolder.namedAfter(Path.of("/some/where/first.sweep.yaml")).path());
        assertEquals(
                Path.of("first_results"),
                OutputFolder.namedAfter(Path.of("first")).path());
    }

    @Test
    void writesTheRestWhenSomeSetsDiverge() throws IOException {
        final Execution run = run(SweepFiles.diverging(folder, 8));

        assertEquals(1, run.status(), run.err());
        assertTrue(run.err().contains("7 of 8 parameter sets failed: growth_1 (p/growth/x became "), run.err());
        assertTrue(run.err().contains("growth_5"), run.err());
        assertFalse(run.err().contains("growth_6"), run.err());
        assertTrue(run.err().contains("and 2 more"), run.err());
        assertEquals(ALL_FILES, files(out()));
        assertTrue(Files.readString(out().resolve("results_map.csv")).contains("diverged"));
        assertTrue(Files.readString(out().resolve("figure.svg")).contains("(diverged at time "));
    }

    @Test
    void writesJsonForScripts() throws IOException {
        final Execution run = run(SweepFiles.diverging(folder, 2), "--json");

        assertEquals(1, run.status());
        final Set<String> fields = new TreeSet<>();
        try (JsonParser json = new JsonFactory().createParser(run.out())) {
            assertEquals(JsonToken.START_OBJECT, json.nextToken());
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    fields.add(json.currentName());
                }
            }
        }
        assertTrue(fields.containsAll(Set.of("parameter_sets", "failed_sets", "total_seconds", "files", "failures")));
        assertTrue(run.out().contains("\"status\":\"diverged\""), run.out());
    }

    @Test
    void explainsAnUnknownKey() throws IOException {
        final Path sweep = SweepFiles.jansenRit(folder);
        Files.writeString(sweep, Files.readString(sweep).replace("step_size", "stepsize"));

        final Execution run = run(sweep);
        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("error: " + sweep), run.err());
        assertTrue(run.err().contains("'stepsize'"), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
        assertFalse(Files.exists(out()));
    }

    @Test
    void showsAStackTraceOnRequest() {
        final Execution run = run(folder.resolve("missing.yaml"), "--stacktrace");

        assertEquals(2, run.status());
        assertTrue(run.err().contains("missing.yaml"), run.err());
        assertTrue(run.err().contains("\tat org.ratesweep."), run.err());
    }

    @Test
    void givesTheSameResultsWhateverTheNumberOfThreads() throws IOException {
        final Path sweep = SweepFiles.jansenRit(folder);
        run(sweep, "--threads", "1");
        final byte[] one = Files.readAllBytes(out().resolve("results.csv"));
        run(sweep, "--threads", "3", "--force");

        assertEquals(-1, Arrays.mismatch(one, Files.readAllBytes(out().resolve("results.csv"))));
        assertEquals(2, run(sweep, "--threads", "0", "--force").status());
    }

    private Execution run(final Path sweep, final String... options) {
        final List<String> arguments = Stream.concat(
                        Stream.of("run", "--out", out().toString(), sweep.toString()), Stream.of(options))
                .toList();
        return Execution.of(arguments.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private static Set<String> files(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
