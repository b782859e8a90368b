/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweepfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.results.ResultsMap;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.template.TemplateLibrary;

/** Every file that a newcomer runs first must run. */
class ExamplesTest {
    private static final Path FOLDER = Path.of("../../examples");

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itRunsAndCanBeDrawn(final Path example) {
        final SweepFile file = SweepFile.read(example, TemplateLibrary.builtIn());
        assertEquals(List.of(), file.sweep().warnings());
        final Results results = Results.collect(file.sweep(), RunOptions.defaults());
        assertEquals(0, results.summary().failedSets());
        assertTrue(results.grid().size() > 1);
        final ResultsMap.Row last = results.map().rows().get(results.grid().size() - 1);
        file.plot().ifPresent(plot -> {
            assertEquals(results.rows(), plot.curve(results, last.set()).length);
        });
    }
}
