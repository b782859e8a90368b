/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ratesweep.cli.terminal.Quantity;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.sweep.RunSummary;
import org.ratesweep.core.sweep.SetOutcome;
import org.ratesweep.core.sweep.SetStatus;
import org.ratesweep.core.sweepfile.SweepFile;

/**
 * A run, summed up.
 *
 * @param file what was run
 * @param results what it gave
 * @param folder where the files are
 * @param written the names of the files
 * @param warnings what was warned of
 * @param elapsed how long everything took
 */
record RunReport(
        SweepFile file,
        Results results,
        OutputFolder folder,
        List<String> written,
        List<String> warnings,
        Duration elapsed) {
    private static final int MOST_NAMED = 5;
    private static final double NANOSECONDS = 1e9;

    RunReport {
        written = List.copyOf(written);
        warnings = List.copyOf(warnings);
    }

    /** Returns the one line that people read. */
    String line() {
        final RunSummary summary = results.summary();
        return Quantity.count(summary.sets(), "parameter set") + " of "
                + Quantity.count(file.sweep().times().steps(), "step") + " in " + Quantity.time(elapsed) + " (solving "
                + Quantity.time(summary.solving()) + ", "
                + Quantity.approximate(summary.pointStepsPerSecond()) + " point-steps/s); "
                + String.join(", ", written) + " in " + folder.path();
    }

    /** Returns which sets failed, if some did. */
    Optional<String> failedSets() {
        final List<SetOutcome> failed = failed();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        final String named = failed.stream()
                .limit(MOST_NAMED)
                .map(outcome -> outcome.name() + " (" + outcome.message() + ")")
                .collect(Collectors.joining(", "));
        final String more = failed.size() > MOST_NAMED
                ? " and " + (failed.size() - MOST_NAMED) + " more, listed in " + OutputFolder.RESULTS_MAP
                : "";
        return Optional.of(String.format(Locale.ROOT, "%,d of ", failed.size())
                + Quantity.count(results.outcomes().size(), "parameter set") + " failed: " + named + more);
    }

    /** Returns the summary as a JSON object; times are in seconds. */
    String json() {
        return JsonText.object(json -> {
            final RunSummary summary = results.summary();
            json.writeStringField("circuit_template", file.template());
            json.writeNumberField("parameter_sets", summary.sets());
            json.writeNumberField("failed_sets", summary.failedSets());
            json.writeNumberField("steps", file.sweep().times().steps());
            json.writeNumberField("samples", results.rows());
            json.writeNumberField("point_steps", summary.pointSteps());
            json.writeNumberField("total_seconds", seconds(elapsed));
            json.writeNumberField("compiling_seconds", seconds(summary.compiling()));
            json.writeNumberField("solving_seconds", seconds(summary.solving()));
            json.writeNumberField("point_steps_per_second", Math.round(summary.pointStepsPerSecond()));
            json.writeStringField(
                    "folder", folder.path().toAbsolutePath().normalize().toString());
            writeTexts("files", written, json);
            writeTexts("warnings", warnings, json);
            json.writeArrayFieldStart("failures");
            for (final SetOutcome outcome : failed()) {
                json.writeStartObject();
                json.writeStringField("parameter_set", outcome.name());
                json.writeStringField("status", outcome.status().word());
                json.writeStringField("message", outcome.message());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private List<SetOutcome> failed() {
        return results.outcomes().stream()
                .filter(outcome -> outcome.status() != SetStatus.OK)
                .toList();
    }

    private static void writeTexts(final String name, final List<String> texts, final JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (final String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static double seconds(final Duration time) {
        return time.toNanos() / NANOSECONDS;
    }
}
