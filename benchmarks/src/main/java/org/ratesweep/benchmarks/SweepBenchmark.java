/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ratesweep.core.solve.Euler;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.RunSummary;
import org.ratesweep.core.sweep.Sweep;

/** Whole runs of the tutorial's model on one thread, to look into with JMH's profilers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SweepBenchmark {
    /** The number of parameter sets. */
    @Param({"6", "600", "6000"})
    public int sets;

    /** The number of steps. */
    @Param("1000")
    public int steps;

    private Sweep sweep;

    /** Describes the sweep. */
    @Setup
    public void describe() {
        sweep = new JansenRit().sweep(sets, steps, new Euler());
    }

    /** Runs it; its results go nowhere. */
    @Benchmark
    public RunSummary run() {
        return sweep.run(RunOptions.defaults().withThreads(1), block -> {});
    }
}
