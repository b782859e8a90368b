/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The command that measures and writes the tables. */
public final class Main {
    private static final List<Chapter> CHAPTERS = List.of(
            new SpeedChapter(),
            new ModelsChapter(),
            new StagesChapter(),
            new MemoryChapter(),
            new LargeChapter(),
            new WritingChapter());
    private static final String USAGE = """
            usage: benchmarks/run [--quick] [TABLE ...]
                   benchmarks/run jmh [OPTION ...]

            Measures and writes tables as Markdown: speed, models, stages, memory, large, writing; all unless some are named.
            --quick takes seconds and tells only that everything runs. 'jmh' runs the benchmarks of JMH, with its options.
            """;

    private Main() {}

    /**
     * Measures.
     *
     * @param arguments which tables
     */
    public static void main(final String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** Does it and returns the exit status. */
    static int run(final List<String> arguments, final PrintStream out, final PrintStream err) {
        final List<String> names = new ArrayList<>(arguments);
        if (names.remove("--help")) {
            out.print(USAGE);
            return 0;
        }
        final Effort effort = names.remove("--quick") ? Effort.QUICK : Effort.FULL;
        final List<String> known = CHAPTERS.stream().map(Chapter::name).toList();
        for (final String name : names) {
            if (!known.contains(name)) {
                err.println("benchmarks: there is no table '" + name + "'; there are: " + String.join(", ", known));
                return 2;
            }
        }
        out.println(Machine.description() + (effort.quick() ? ". Too short to mean anything." : "."));
        out.println();
        for (final Chapter chapter : CHAPTERS) {
            if (names.isEmpty() || names.contains(chapter.name())) {
                err.println("measuring: " + chapter.name());
                chapter.tables(effort).forEach(table -> table.markdown().forEach(out::println));
            }
        }
        return 0;
    }
}
