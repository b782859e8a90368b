/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.ratesweep.core.model.PreHistory;
import org.ratesweep.core.solve.AdaptiveSolver;
import org.ratesweep.core.solve.SampledInput;
import org.ratesweep.core.solve.StepControl;
import org.ratesweep.core.solve.TimeGrid;
import org.ratesweep.core.sweep.RunSummary;
import org.ratesweep.core.sweep.Sweep;

/**
 * What one needs to know to repeat a run, beside the sweep file and the results map.
 *
 * @param version the version of Ratesweep, {@value #DEVELOPMENT} if it is not run from a packaged release
 * @param javaVersion the version of Java
 * @param template the reference of the circuit template
 * @param times steps and samples
 * @param solver the name of the scheme
 * @param stepControl its tolerances and limits of steps, if it is an adaptive one
 * @param interpolation what signals are between two samples
 * @param preHistory what delayed variables were before the run, if that was chosen
 * @param outputs the recorded variables
 * @param seeds the seeds of all random inputs by the inputs' paths, and that of noise in equations
 * @param summary the number of sets, how many failed, and how long it took
 */
public record RunRecord(
        String version,
        String javaVersion,
        String template,
        TimeGrid times,
        String solver,
        Optional<StepControl> stepControl,
        SampledInput.Interpolation interpolation,
        Optional<PreHistory> preHistory,
        List<Sweep.OutputVariable> outputs,
        Map<String, Long> seeds,
        RunSummary summary) {
    /** The version of a program that was never packaged. */
    public static final String DEVELOPMENT = "development";

    private static final double NANOSECONDS = 1e9;
    private static final String PACKAGED = "/META-INF/maven/org.ratesweep/org.ratesweep.core/pom.properties";

    public RunRecord {
        outputs = List.copyOf(outputs);
        seeds = Collections.unmodifiableMap(new LinkedHashMap<>(seeds));
    }

    /**
     * Records a run.
     *
     * @param template the reference of the circuit template
     * @param sweep what was run
     * @param seeds the seeds of all random inputs by the inputs' paths, and that of noise in equations
     * @param summary what it amounted to
     * @return the record, with the versions of the programs that run now
     */
    public static RunRecord of(
            final String template, final Sweep sweep, final Map<String, Long> seeds, final RunSummary summary) {
        return new RunRecord(
                ownVersion(),
                System.getProperty("java.version"),
                template,
                sweep.times(),
                sweep.solver().name(),
                Optional.of(sweep.stepControl()).filter(any -> sweep.solver() instanceof AdaptiveSolver),
                sweep.interpolation(),
                sweep.model().preHistory(),
                sweep.outputs(),
                seeds,
                summary);
    }

    /** Returns the version of Ratesweep that runs now, {@value #DEVELOPMENT} if it was never packaged. */
    public static String ownVersion() {
        try (InputStream packaged = RunRecord.class.getResourceAsStream(PACKAGED)) {
            if (packaged == null) {
                return DEVELOPMENT;
            }
            final Properties properties = new Properties();
            properties.load(packaged);
            return properties.getProperty("version", DEVELOPMENT);
        } catch (final IOException unreadable) {
            return DEVELOPMENT;
        }
    }

    /**
     * Writes the record as a JSON object. Times are in the model's unit of time, those of the computation in seconds.
     *
     * @param out where to; not closed
     * @throws IOException if it cannot be written to
     */
    public void write(final OutputStream out) throws IOException {
        final JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            json.writeStringField("ratesweep_version", version);
            json.writeStringField("java_version", javaVersion);
            json.writeStringField("circuit_template", template);
            writeTimes(json);
            json.writeStringField("solver", solver);
            if (stepControl.isPresent()) {
                writeStepControl(stepControl.get(), json);
            }
            if (preHistory.isPresent()) {
                json.writeStringField("pre_history", preHistory.get().toString());
            }
            writeOutputs(json);
            json.writeObjectFieldStart("seeds");
            for (final Map.Entry<String, Long> seed : seeds.entrySet()) {
                json.writeNumberField(seed.getKey(), seed.getValue());
            }
            json.writeEndObject();
            writeSummary(json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void writeTimes(final JsonGenerator json) throws IOException {
        json.writeNumberField("simulation_time", times.simulationTime());
        json.writeNumberField("step_size", times.stepSize());
        json.writeNumberField("steps", times.steps());
        json.writeNumberField("steps_per_sample", times.stepsPerSample());
        json.writeNumberField("first_sample_time", times.time(times.firstRow()));
        json.writeNumberField("samples", times.keptRows());
    }

    private void writeStepControl(final StepControl control, final JsonGenerator json) throws IOException {
        json.writeNumberField("rtol", control.rtol());
        json.writeNumberField("atol", control.atol());
        json.writeNumberField("max_step", control.maxStep());
        json.writeNumberField("first_step", control.firstStep());
        json.writeNumberField("max_steps", control.maxSteps());
        json.writeStringField("input_interpolation", interpolation.word());
    }

    private void writeOutputs(final JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("outputs");
        for (final Sweep.OutputVariable output : outputs) {
            json.writeStartObject();
            json.writeStringField("key", output.key());
            json.writeStringField("path", output.path());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeSummary(final JsonGenerator json) throws IOException {
        json.writeNumberField("parameter_sets", summary.sets());
        json.writeNumberField("failed_sets", summary.failedSets());
        json.writeNumberField("compiling_seconds", seconds(summary.compiling()));
        json.writeNumberField("solving_seconds", seconds(summary.solving()));
    }

    private static double seconds(final Duration duration) {
        return duration.toNanos() / NANOSECONDS;
    }
}
