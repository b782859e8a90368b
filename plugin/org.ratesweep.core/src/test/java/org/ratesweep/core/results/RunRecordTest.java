/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ratesweep.core.model.PreHistory;
import org.ratesweep.core.solve.SampledInput;
import org.ratesweep.core.solve.StepControl;
import org.ratesweep.core.sweep.RunSummary;
import org.ratesweep.core.sweep.Sweep;

class RunRecordTest {
    @Test
    void theRecordIsJson() throws IOException {
        final Sweep sweep = TestRuns.slopes(1, 2).output("x", "a/op/x").build();
        final RunSummary summary = new RunSummary(2, 1, 6, Duration.ofMillis(5), Duration.ofMillis(20));
        final RunRecord record = new RunRecord(
                "1.2.3",
                "17.0.1",
                "folder.Test",
                sweep.times(),
                "dopri5",
                Optional.of(new StepControl(1e-3, 1e-6, 0.5, 0.01, 1000)),
                SampledInput.Interpolation.LINEAR,
                Optional.of(PreHistory.INITIAL),
                sweep.outputs(),
                Map.of("a/op/u", 4_294_967_295L),
                summary);
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        record.write(out);
        assertEquals("""
                {
                  "ratesweep_version" : "1.2.3",
                  "java_version" : "17.0.1",
                  "circuit_template" : "folder.Test",
                  "simulation_time" : 3.0,
                  "step_size" : 1.0,
                  "steps" : 3,
                  "steps_per_sample" : 1,
                  "first_sample_time" : 0.0,
                  "samples" : 3,
                  "solver" : "dopri5",
                  "rtol" : 0.001,
                  "atol" : 1.0E-6,
                  "max_step" : 0.5,
                  "first_step" : 0.01,
                  "max_steps" : 1000,
                  "input_interpolation" : "linear",
                  "pre_history" : "initial",
                  "outputs" : [ {
                    "key" : "x",
                    "path" : "a/op/x"
                  } ],
                  "seeds" : {
                    "a/op/u" : 4294967295
                  },
                  "parameter_sets" : 2,
                  "failed_sets" : 1,
                  "compiling_seconds" : 0.005,
                  "solving_seconds" : 0.02
                }
                """, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theRecordKnowsWhatRunsNow() {
        final Sweep sweep = TestRuns.slopes(1).output("x", "a/op/x").build();
        final RunSummary summary = new RunSummary(1, 0, 3, Duration.ZERO, Duration.ZERO);
        final RunRecord record = RunRecord.of("folder.Test", sweep, Map.of(), summary);
        assertEquals(System.getProperty("java.version"), record.javaVersion());
        assertEquals(RunRecord.ownVersion(), record.version());
        assertEquals(Optional.empty(), record.stepControl(), "euler has no tolerances");
    }
}
