/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ratesweep.cli.terminal.Terminal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command that runs a sweep. */
final class RunCommand implements Callable<Integer> {
    private static final String[] FOOTER = {
        "",
        "Writes results.csv (the series), results_map.csv (the parameter sets and how they fared),",
        "figure.svg, figure.png and run.json.",
        "",
        "Exit status: 0 if all is well; 1 if some parameter sets failed, the results of all being written;",
        "2 if the input cannot be used; 130 after Ctrl-C, nothing being written."
    };

    private final SweepSource source = new SweepSource();

    private final OptionSpec out = Options.value(
            "--out",
            "DIR",
            Path.class,
            "The folder for the results; a folder named after the sweep file, in the current one, unless given.");

    private final OptionSpec force = Options.flag("--force", "Overwrite the results of an earlier run.");

    private final OptionSpec threads = Options.value(
            "--threads",
            "N",
            Integer.class,
            "How many threads compute; one a processor unless given. The results are the same.");

    private final OptionSpec noFigure = Options.flag("--no-figure", "Draw no figure.");

    private final OptionSpec quiet =
            Options.flag("--quiet", "Show no progress and no summary; warnings and errors only.");

    private final OptionSpec json = Options.flag("--json", "Write the summary as one JSON object, for scripts.");

    private final Terminal terminal;

    private RunCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    /** Describes the command. */
    static CommandSpec spec(final Terminal terminal) {
        final RunCommand command = new RunCommand(terminal);
        final CommandSpec spec = Options.command("run", "Run the sweep that a file describes.", command)
                .addOption(command.out)
                .addOption(command.force)
                .addOption(command.threads)
                .addOption(command.noFigure)
                .addOption(command.quiet)
                .addOption(command.json);
        command.source.addTo(spec);
        spec.usageMessage().footer(FOOTER);
        return spec;
    }

    @Override
    public Integer call() {
        final OutputFolder folder = Optional.<Path>ofNullable(out.getValue())
                .map(OutputFolder::new)
                .orElseGet(() -> OutputFolder.namedAfter(source.file()));
        final boolean silent = quiet.getValue();
        final Run.Report report = json.getValue() ? Run.Report.JSON : silent ? Run.Report.NONE : Run.Report.LINE;
        final int processors = Runtime.getRuntime().availableProcessors();
        final int computing = Optional.<Integer>ofNullable(threads.getValue()).orElse(processors);
        final boolean figure = !noFigure.<Boolean>getValue();
        return new Run(source, folder, force.getValue(), computing, figure, silent, report, terminal).execute();
    }
}
