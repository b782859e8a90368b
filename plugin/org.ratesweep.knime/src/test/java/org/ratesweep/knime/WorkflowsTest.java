/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ratesweep.workflow.RunWorkflow;

/** The example workflows, run as a user runs them, and what comes out of them. */
class WorkflowsTest {
    private static final Path FOLDER = Path.of("../../test-workflows");
    private static final Path EXPECTED = FOLDER.resolve("expected");
    private static final Path WITH_KNIME_NODES = FOLDER.resolve("with-knime-nodes");

    /** Of the largest number in the column. */
    private static final double TOLERANCE = 1e-9;

    @TempDir
    private Path out;

    static List<String> workflows() throws IOException {
        return workflows(FOLDER);
    }

    static List<String> workflowsWithKnimeNodes() throws IOException {
        return workflows(WITH_KNIME_NODES);
    }

    private static List<String> workflows(final Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(folder -> Files.exists(folder.resolve("workflow.knime")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> files(final Path folder, final String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> found(final String pattern, final List<Path> files) throws IOException {
        final Set<String> found = new TreeSet<>();
        for (final Path file : files) {
            final Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    private void run(final String workflow, final String... more) {
        final ByteArrayOutputStream log = new ByteArrayOutputStream();
        final List<String> arguments =
                new ArrayList<>(List.of(FOLDER.resolve(workflow).toString(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        final int exit =
                RunWorkflow.run(new PrintStream(log, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
        assertEquals("", log.toString(StandardCharsets.UTF_8), "warnings and errors of " + workflow);
        assertEquals(0, exit);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyWorkflowGivesItsExpectedTables(final String workflow) throws IOException {
        final List<Path> expected = new ArrayList<>(files(EXPECTED.resolve(workflow), ".csv"));
        expected.addAll(files(EXPECTED.resolve(workflow), ".csv.gz"));
        assertTrue(expected.size() >= 5, "the tables of four nodes");
        run(workflow);
        for (final Path table : expected) {
            final String name = table.getFileName().toString().replace(".gz", "");
            assertSame(CsvTable.read(table), CsvTable.read(out.resolve(name)), workflow + "/" + name);
        }
    }

    /**
     * Texts must be the same; numbers may deviate by a billionth of the largest in the column, or in the list that is their
     * cell; times taken are left out.
     */
    private static void assertSame(final CsvTable expected, final CsvTable actual, final String name) {
        assertEquals(
                expected.header(),
                actual.header().stream()
                        .filter(column -> !column.equals("seconds"))
                        .toList(),
                name);
        assertEquals(expected.rows().size(), actual.rows().size(), name);
        for (final String column : expected.header()) {
            final List<String> wanted = expected.column(column);
            final List<String> texts = actual.column(column);
            final double largest = DoubleStream.of(expected.numbers(column))
                    .filter(number -> !Double.isNaN(number))
                    .map(Math::abs)
                    .max()
                    .orElse(0);
            for (int row = 0; row < texts.size(); row++) {
                final String place = name + ", column " + column + ", row " + row;
                assertSame(wanted.get(row), texts.get(row), largest * TOLERANCE, place);
            }
        }
    }

    private static void assertSame(
            final String expected, final String actual, final double tolerance, final String place) {
        if (isList(expected) && isList(actual)) {
            final String[] wanted = elements(expected);
            final String[] elements = elements(actual);
            assertEquals(wanted.length, elements.length, place);
            final double largest = Arrays.stream(wanted)
                    .flatMap(element -> CsvTable.number(element).stream())
                    .mapToDouble(Math::abs)
                    .filter(number -> !Double.isNaN(number))
                    .max()
                    .orElse(0);
            for (int i = 0; i < wanted.length; i++) {
                assertSame(wanted[i], elements[i], largest * TOLERANCE, place + ", element " + i);
            }
        } else if (!expected.equals(actual)) {
            assertTrue(
                    CsvTable.number(expected).isPresent()
                            && CsvTable.number(actual).isPresent(),
                    () -> place + ": expected '" + expected + "' but was '" + actual + "'");
            assertEquals(Double.parseDouble(expected), Double.parseDouble(actual), tolerance, place);
        }
    }

    private static boolean isList(final String cell) {
        return cell.startsWith("[") && cell.endsWith("]");
    }

    private static String[] elements(final String list) {
        return list.substring(1, list.length() - 1).split(", ");
    }

    @Test
    void theTutorialGivesTheNumbersOfTheReferenceWithinATenthOfANanovolt() throws IOException {
        run("jansen-rit-connectivity");
        final CsvTable golden = CsvTable.golden("seed_noise_euler.csv.gz");
        final CsvTable tidy = CsvTable.read(out.resolve("4-Results-Map-2.csv"));
        assertEquals(9000, tidy.rows().size());
        final String[] strengths = {"68", "128", "135", "270", "675", "1350"};
        for (int set = 0; set < strengths.length; set++) {
            final double[] excitatory = golden.numbers("V_pce|JRC2_" + set + "|jrc|jrc_op/V_e");
            final double[] inhibitory = golden.numbers("V_pci|JRC2_" + set + "|jrc|jrc_op/V_i");
            final double[] difference = IntStream.range(0, excitatory.length)
                    .mapToDouble(i -> excitatory[i] - inhibitory[i])
                    .toArray();
            assertWithin(1e-10, excitatory, tidy.numbers("V_pce|C=" + strengths[set]));
            assertWithin(1e-10, inhibitory, tidy.numbers("V_pci|C=" + strengths[set]));
            assertWithin(2e-10, difference, tidy.numbers("V|C=" + strengths[set]));
        }
    }

    private static void assertWithin(final double tolerance, final double[] expected, final double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], tolerance, "row " + i);
        }
    }

    @Test
    void flowVariablesAndOptionsChangeWhatIsRun() throws IOException {
        run(
                "wilson-cowan-two-parameters",
                "--variable",
                "values_of_P=3",
                "--variable",
                "highest_P=1.0",
                "--variable",
                "simulation_time=300.0",
                "--option",
                "3,samplingStepSize,10.0");
        final CsvTable map = CsvTable.read(out.resolve("3-Grid-Search-2.csv"));
        assertEquals(15, map.rows().size());
        assertEquals(Set.of("0.0", "0.5", "1.0"), Set.copyOf(map.column("P")));
        assertEquals(Set.of("300.0"), Set.copyOf(map.column("time reached")));
        assertEquals(
                15 * 30,
                CsvTable.read(out.resolve("4-Results-Map-2.csv")).rows().size());
    }

    /** David and Friston (2003), figure 4: the rhythms of the EEG, each in its part of the plane. */
    @Test
    void synapsesSetTheRhythmOfAColumn() throws IOException {
        final CsvTable map = expected("jansen-rit-frequency-map");
        assertEquals(400, map.rows().size());
        final double[] frequencies = map.numbers("dominant frequency(V)");
        final double[] excitatory = map.numbers("tau_e");
        final double[] inhibitory = map.numbers("tau_i");
        for (int set = 0; set < frequencies.length; set++) {
            final double frequency = frequencies[set];
            if (Math.abs(excitatory[set] - 0.01) < 1e-3 && Math.abs(inhibitory[set] - 0.02) < 1e-3) {
                assertTrue(frequency > 8 && frequency < 13, "alpha, but was " + frequency);
            } else if (Math.max(excitatory[set], inhibitory[set]) < 0.005) {
                assertTrue(frequency > 30, "gamma, but was " + frequency);
            } else if (Math.min(excitatory[set], inhibitory[set]) > 0.04) {
                assertTrue(frequency < 4, "delta, but was " + frequency);
            }
        }
    }

    /** The tongue has its tip at the oscillator's own frequency and widens with the strength of the drive. */
    @Test
    void theDriveEntrainsAnOscillatorWithinATongue() throws IOException {
        final CsvTable map = expected("van-der-pol-entrainment");
        assertEquals(400, map.rows().size());
        final double[] strengths = map.numbers("J");
        final double[] own = map.numbers("dominant frequency(x)");
        final double[] drive = map.numbers("dominant frequency(s)");
        long narrower = 0;
        for (final double strength : Arrays.stream(strengths).distinct().toArray()) {
            final long entrained = IntStream.range(0, own.length)
                    .filter(set -> strengths[set] == strength && Math.abs(own[set] - drive[set]) < 1e-3)
                    .count();
            assertTrue(entrained >= narrower, "J = " + strength + ": " + entrained + " after " + narrower);
            assertTrue(strength > 0 || entrained == 1, "without a drive only the own frequency agrees");
            narrower = entrained;
        }
        assertTrue(narrower >= 15, "at the strongest drive " + narrower);
    }

    private static CsvTable expected(final String workflow) throws IOException {
        return CsvTable.read(EXPECTED.resolve(workflow).resolve("4-Results-Map-1.csv"));
    }

    @Test
    void everyNodeIsUsedInAWorkflow() throws IOException {
        final Set<String> unused = found("factory-class=\"([^\"]+)\"", List.of(Path.of("plugin.xml")));
        assertFalse(unused.isEmpty());
        for (final String workflow : workflows()) {
            unused.removeAll(found(
                    "key=\"factory\" type=\"xstring\" value=\"([^\"]+)\"",
                    files(FOLDER.resolve(workflow), "settings.xml")));
        }
        assertEquals(Set.of(), unused, "nodes that no workflow uses");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyWorkflowExplainsItself(final String workflow) throws IOException {
        final List<Path> saved = assertReadyToOpen(FOLDER, workflow);
        final String annotations = found("key=\"text\" type=\"xstring\" value=\"([^\"]+)\"", saved).stream()
                .collect(Collectors.joining("\n"));
        for (final String node : found("key=\"node-name\" type=\"xstring\" value=\"([^\"]+)\"", saved)) {
            assertTrue(annotations.contains(" " + node + "&lt;/h3&gt;"), "no annotation says what " + node + " does");
        }
    }

    @ParameterizedTest
    @MethodSource("workflowsWithKnimeNodes")
    void everyWorkflowWithKnimesNodesIsReadyToOpen(final String workflow) throws IOException {
        final Set<String> ours = found(
                "key=\"factory\" type=\"xstring\" value=\"(org.ratesweep[^\"]+)\"",
                assertReadyToOpen(WITH_KNIME_NODES, workflow));
        assertFalse(ours.isEmpty());
        ours.removeAll(found("factory-class=\"([^\"]+)\"", List.of(Path.of("plugin.xml"))));
        assertEquals(Set.of(), ours, "nodes that there are not");
    }

    /** Checks what KNIME shows before anything is run, and returns the files in which the workflow is saved. */
    private static List<Path> assertReadyToOpen(final Path parent, final String workflow) throws IOException {
        final Path folder = parent.resolve(workflow);
        // KNIME 5.8 hides errors in the settings of a node whose state is IDLE.
        final List<Path> saved = new ArrayList<>(files(folder, "settings.xml"));
        saved.add(folder.resolve("workflow.knime"));
        assertEquals(Set.of("CONFIGURED"), found("key=\"state\" type=\"xstring\" value=\"([^\"]*)\"", saved));
        final String description = Files.readString(folder.resolve("workflow-metadata.xml"));
        assertTrue(description.contains("<description><![CDATA[<h2>"), description);
        assertTrue(Files.readString(parent.resolve("README.md")).contains("`" + workflow + "`"));
        return saved;
    }
}
