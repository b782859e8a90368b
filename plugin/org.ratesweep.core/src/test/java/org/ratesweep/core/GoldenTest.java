/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.results.ResultsMap;
import org.ratesweep.core.results.SeriesName;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweepfile.SweepFile;
import org.ratesweep.core.template.TemplateLibrary;

/** Whole runs, from a sweep file to its results, against numbers of the reference and of independent integrators. */
class GoldenTest {
    @TempDir
    private Path folder;

    private static InputStream golden(final String name) {
        final InputStream stream = GoldenTest.class.getResourceAsStream("/golden/" + name);
        if (stream == null) {
            throw new IllegalArgumentException("no golden file " + name);
        }
        return stream;
    }

    private static List<String[]> table(final String name) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(golden(name)), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split(",")).toList();
        } catch (final IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private Results run(final String name) throws IOException {
        try (InputStream sweep = golden(name + ".yaml");
                InputStream signal = new GZIPInputStream(golden("seed_noise_input.csv.gz"))) {
            Files.copy(sweep, folder.resolve(name + ".yaml"));
            Files.copy(signal, folder.resolve("seed_noise_input.csv"));
        }
        final SweepFile file = SweepFile.read(folder.resolve(name + ".yaml"), TemplateLibrary.builtIn());
        return Results.collect(file.sweep(), RunOptions.defaults());
    }

    /** Golden columns have the form {@code key|set|node|operator/variable} or, of single runs, are paths. */
    private static double[] series(final Results results, final String column) {
        final String[] levels = column.split("\\|");
        if (levels.length == 1) {
            final SeriesName name = results.columns().stream()
                    .filter(other -> other.path().equals(column))
                    .findFirst()
                    .orElseThrow();
            return results.series(name.output(), name.set(), column);
        }
        return results.series(
                levels[0], levels[1], String.join("/", Arrays.asList(levels).subList(2, levels.length)));
    }

    /** Checks every number, and returns the largest deviation from a golden one that is allowed to deviate. */
    private static void assertReproduced(
            final Results results, final String name, final double absolute, final double relative) {
        final List<String[]> table = table(name + ".csv.gz");
        final String[] header = table.get(0);
        assertEquals(table.size() - 1, results.rows());
        assertEquals(header.length - 1, results.columns().size());
        final double[] times = results.times();
        for (int column = 1; column < header.length; column++) {
            final double[] series = series(results, header[column]);
            for (int row = 0; row < times.length; row++) {
                final String[] cells = table.get(row + 1);
                assertEquals(Double.parseDouble(cells[0]), times[row], "time of row " + row);
                final double expected = Double.parseDouble(cells[column]);
                final double tolerance = absolute + relative * Math.abs(expected);
                assertTrue(
                        Math.abs(expected - series[row]) <= tolerance,
                        "row " + row + " of " + header[column] + ": " + expected + " but was " + series[row]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"seed_noise_euler", "seed_const_euler", "ref_const_trueheun", "ref_const_rk4", "ref_const_exact"})
    void theTutorialIsReproducedWithinATenthOfANanovolt(final String name) throws IOException {
        final Results results = run(name);
        assertEquals(9000, results.rows());
        assertEquals(12, results.columns().size());
        assertReproduced(results, name, 1e-10, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "base_templates.li_op",
        "base_templates.biexp_op",
        "base_templates.alpha_op",
        "base_templates.nonlinear_li_node",
        "jansenrit.JRC",
        "jansenrit.JRC2",
        "wilsoncowan.WC",
        "vanderpol.vdp",
        "kuramoto.kmo",
        "kuramoto.kmo_2coupled",
        "kuramoto.kmo_mf",
        "jansenrit.JRC_2delaycoupled",
        "ik.ik_theta",
        "qif.qif",
        "qif.qif_sfa",
        "stuartlandau.sl",
        "theta.kmo_theta",
        "sweep_jrc2_2d_permute",
        "sweep_jrc2_pairwise",
        "sweep_jrc_edge_weight",
        "sweep_jrc_edge_delay",
        "sweep_vdp_mu"
    })
    void modelsAndSweepsAreReproducedWithinABillionth(final String name) throws IOException {
        // Values that pass through zero are held to a billionth of what is typical for them, 1e-3, not of themselves.
        assertReproduced(run(name), name, 1e-12, 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "seed_noise_euler",
        "seed_const_euler",
        "sweep_jrc2_2d_permute",
        "sweep_jrc2_pairwise",
        "sweep_jrc_edge_weight",
        "sweep_jrc_edge_delay",
        "sweep_vdp_mu"
    })
    void theMapNamesTheParametersOfEverySetInTheReferencesOrder(final String name) throws IOException {
        final ResultsMap map = run(name).map();
        final List<String> expected;
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(golden(name + "_map.csv"), StandardCharsets.UTF_8))) {
            expected = reader.lines().toList();
        }
        assertEquals(expected.get(0), "," + String.join(",", map.keys()));
        assertEquals(
                expected.subList(1, expected.size()),
                map.rows().stream()
                        .map(row -> row.set() + ","
                                + String.join(
                                        ",",
                                        row.values().stream()
                                                .map(String::valueOf)
                                                .toList()))
                        .toList());
    }

    @Test
    void resultsAreTheSameToTheLastBitForAnyNumberOfThreads() throws IOException {
        final Results some = run("sweep_jrc_edge_weight");
        final SweepFile file = SweepFile.read(folder.resolve("sweep_jrc_edge_weight.yaml"), TemplateLibrary.builtIn());
        final Results others =
                Results.collect(file.sweep(), RunOptions.defaults().withThreads(1));
        for (final SeriesName name : some.columns()) {
            assertTrue(
                    Arrays.equals(some.series(name.output(), name.set()), others.series(name.output(), name.set())),
                    name.toString());
        }
    }
}
