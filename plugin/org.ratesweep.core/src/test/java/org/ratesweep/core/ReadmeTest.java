/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ratesweep.core.sweepfile.SweepFile;
import org.ratesweep.core.template.TemplateLibrary;

/** What the README shows must work as it stands there. */
class ReadmeTest {
    private static final Path README = Path.of("..", "..", "README.md");

    @TempDir
    private Path folder;

    private static String block(final String language) throws IOException {
        final Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README, StandardCharsets.UTF_8));
        assertTrue(block.find(), "no block of " + language);
        return block.group(1);
    }

    @Test
    void theSweepFileRuns() throws IOException {
        final Path file = folder.resolve("sweep.yaml");
        Files.writeString(file, block("yaml"));
        assertEquals(
                6,
                SweepFile.read(file, TemplateLibrary.builtIn()).sweep().grid().size());
    }

    @Test
    void theProgramCompilesAndPrintsALineForEachSet() throws IOException, ReflectiveOperationException {
        final Path source = folder.resolve("Connectivity.java");
        Files.writeString(source, block("java"));
        final int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertEquals(0, status);
        final List<String> lines = output("Connectivity");
        assertEquals(6, lines.size());
        assertTrue(lines.get(0).startsWith("JRC2_0 [68.0] ok 0.01"), lines.get(0));
    }

    private List<String> output(final String program) throws IOException, ReflectiveOperationException {
        final PrintStream console = System.out;
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            classes.loadClass(program).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(console);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
