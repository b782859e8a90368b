/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.ratesweep.cli.figure.Figure;
import org.ratesweep.cli.figure.Panels;
import org.ratesweep.cli.terminal.ProgressDisplay;
import org.ratesweep.cli.terminal.Terminal;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.results.FinalStateCsv;
import org.ratesweep.core.results.PendingFiles;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.results.ResultsCsv;
import org.ratesweep.core.results.ResultsMapCsv;
import org.ratesweep.core.results.RunRecord;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweepfile.SweepFile;

/**
 * A run from the sweep file to the files of results.
 *
 * @param source where the sweep is described
 * @param folder where the results go
 * @param force whether results of an earlier run may be overwritten
 * @param threads how many threads compute
 * @param figure whether to draw a figure
 * @param quiet whether to keep progress and names of failed sets to ourselves
 * @param report how to sum up
 * @param terminal where to say all this
 */
record Run(
        SweepSource source,
        OutputFolder folder,
        boolean force,
        int threads,
        boolean figure,
        boolean quiet,
        Report report,
        Terminal terminal) {

    /** The ways to sum a run up. */
    enum Report {
        /** Not at all. */
        NONE,
        /** For people. */
        LINE,
        /** For scripts. */
        JSON
    }

    /**
     * Does it.
     *
     * @return the exit status
     * @throws InputException if the input cannot be used or the results cannot be written
     */
    int execute() {
        final long start = System.nanoTime();
        folder.requireUsable(force);
        if (figure) {
            Drawing.warmUp();
        }
        final boolean newFolder = !folder.exists();
        try (Interruption interruption = Interruption.watch()) {
            try {
                return run(start, interruption);
            } catch (final CancellationException | InputException problem) {
                if (newFolder) {
                    folder.deleteIfEmpty();
                }
                // Once interrupted, that some file could not be written is no news.
                if (!interruption.asked()) {
                    throw problem;
                }
                terminal.err().println("Interrupted; nothing is written.");
                return ExitStatus.INTERRUPTED;
            }
        }
    }

    private int run(final long start, final Interruption interruption) {
        final SweepFile file = source.read();
        file.sweep().warnings().forEach(terminal::warning);
        try (Results results = results(file, interruption)) {
            final List<String> warnings = new ArrayList<>(file.sweep().warnings());
            final List<String> written = write(file, results, interruption, warnings);
            final Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            final RunReport summary = new RunReport(file, results, folder, written, warnings, elapsed);
            summary.failedSets().ifPresent(terminal::warning);
            switch (report) {
                case LINE -> terminal.out().println(summary.line());
                case JSON -> terminal.out().println(summary.json());
                case NONE -> terminal.out().flush();
            }
            return results.summary().failedSets() == 0 ? ExitStatus.OK : ExitStatus.SETS_FAILED;
        }
    }

    private Results results(final SweepFile file, final Interruption interruption) {
        try (ProgressDisplay progress = quiet ? ProgressDisplay.none() : ProgressDisplay.on(terminal)) {
            return Results.collect(
                    file.sweep(),
                    RunOptions.defaults()
                            .withThreads(threads)
                            .withProgress(progress)
                            .withCancellation(interruption::asked),
                    folder.path());
        }
    }

    /** The figure is drawn on other threads while the series, by far the largest file, are written on this one. */
    private List<String> write(
            final SweepFile file, final Results results, final Interruption interruption, final List<String> warnings) {
        final Map<Figure, Drawing> drawings = new EnumMap<>(Figure.class);
        if (figure) {
            final Panels panels = new SweepPanels(file, results).panels();
            for (final Figure format : Figure.values()) {
                drawings.put(format, Drawing.start(format, panels));
            }
        }
        final List<String> written = new ArrayList<>();
        final List<String> obsolete = new ArrayList<>();
        try (PendingFiles files = new PendingFiles()) {
            write(OutputFolder.RESULTS, out -> ResultsCsv.write(results, out), files, interruption, written);
            write(
                    OutputFolder.RESULTS_MAP,
                    out -> ResultsMapCsv.write(results.map(), out),
                    files,
                    interruption,
                    written);
            if (file.sweep().keepsFinalState()) {
                write(
                        OutputFolder.FINAL_STATE,
                        out -> FinalStateCsv.write(file.sweep(), results, out),
                        files,
                        interruption,
                        written);
            } else {
                obsolete.add(OutputFolder.FINAL_STATE);
            }
            for (final Figure format : Figure.values()) {
                final boolean drawn = drawings.containsKey(format)
                        && write(format, drawings.get(format), files, interruption, written, warnings);
                if (!drawn) {
                    obsolete.add(format.fileName());
                }
            }
            final RunRecord record = RunRecord.of(file.template(), file.sweep(), file.seeds(), results.summary());
            write(OutputFolder.RUN, record::write, files, interruption, written);
            interruption.check();
            obsolete.forEach(folder::delete);
            files.publish();
        }
        return written;
    }

    private boolean write(
            final Figure format,
            final Drawing drawing,
            final PendingFiles files,
            final Interruption interruption,
            final List<String> written,
            final List<String> warnings) {
        final Drawing.Drawn drawn = drawing.await(interruption);
        if (drawn instanceof Drawing.Drawn.Done done) {
            write(format.fileName(), out -> out.write(done.file()), files, interruption, written);
            return true;
        }
        if (drawn instanceof Drawing.Drawn.Failed failed) {
            final String warning = format.fileName() + " could not be drawn (" + failed.reason()
                    + "); if this machine has no fonts, install some, for instance fontconfig and DejaVu";
            terminal.warning(warning);
            warnings.add(warning);
        }
        return false;
    }

    private void write(
            final String name,
            final PendingFiles.Content content,
            final PendingFiles files,
            final Interruption interruption,
            final List<String> written) {
        files.write(folder.resolve(name), out -> content.writeTo(interruption.guard(out)));
        written.add(name);
    }
}
