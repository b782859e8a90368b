/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ratesweep.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that runs a sweep. */
@Command(
        name = "run",
        description = "Run the sweep that a file describes.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Writes results.csv (the series), results_map.csv (the parameter sets and how they fared),",
            "figure.svg, figure.png and run.json.",
            "",
            "Exit status: 0 if all is well; 1 if some parameter sets failed, the results of all being written;",
            "2 if the input cannot be used; 130 after Ctrl-C, nothing being written."
        })
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private SweepSource source;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder for the results; a folder named after the sweep file, in the current one, unless"
                    + " given.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--force", description = "Overwrite the results of an earlier run.")
    private boolean force;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads compute; one a processor unless given. The results are the same.")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--no-figure", description = "Draw no figure.")
    private boolean noFigure;

    @Option(names = "--quiet", description = "Show no progress and no summary; warnings and errors only.")
    private boolean quiet;

    @Option(names = "--json", description = "Write the summary as one JSON object, for scripts.")
    private boolean json;

    RunCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        final OutputFolder folder = out.map(OutputFolder::new).orElseGet(() -> OutputFolder.namedAfter(source.file()));
        final Run.Report report = json ? Run.Report.JSON : quiet ? Run.Report.NONE : Run.Report.LINE;
        final int processors = Runtime.getRuntime().availableProcessors();
        return new Run(source, folder, force, threads.orElse(processors), !noFigure, quiet, report, terminal).execute();
    }
}
