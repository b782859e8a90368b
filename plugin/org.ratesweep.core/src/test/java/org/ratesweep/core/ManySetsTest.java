/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.ParameterTarget.NodeVariables;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.Sweep;

/** A sweep of thousands of sets in a process with little memory. */
class ManySetsTest {
    private static final int SETS = 6000;

    /** Runs the sweep and prints how many series it has and the last of the potentials. */
    static final class Program {
        private Program() {}

        public static void main(final String[] arguments) {
            final double[] connectivities =
                    IntStream.range(0, SETS).mapToDouble(i -> 68 + 0.2 * i).toArray();
            final Sweep sweep = Sweep.of(TestTemplates.jansenRit("JRC2"))
                    .grid(ParameterGrid.pairwise(Map.of("C", connectivities)))
                    .map("C", new NodeVariables(List.of("jrc_op/c"), List.of("jrc")))
                    .simulationTime(0.1)
                    .stepSize(1e-4)
                    .samplingStepSize(1e-2)
                    .output("V_pce", "jrc/jrc_op/V_e")
                    .output("V_pci", "jrc/jrc_op/V_i")
                    .build();
            final Results results = Results.collect(sweep, RunOptions.defaults());
            System.out.println(results.columns().size() + " series of " + results.rows());
        }
    }

    @Test
    void sixThousandSetsFitIntoAHundredMegabytes() throws IOException, InterruptedException {
        final Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx100m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectErrorStream(true)
                .start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        assertEquals("12000 series of 10" + System.lineSeparator(), output);
        assertEquals(0, process.exitValue());
    }
}
