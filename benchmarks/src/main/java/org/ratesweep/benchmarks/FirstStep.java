/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.ratesweep.core.solve.Euler;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.RunSummary;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.core.template.CircuitTemplate;
import org.ratesweep.core.template.TemplateLibrary;

/**
 * The seconds from the name of a template to the first step of a run.
 *
 * @param reading reading the template
 * @param flattening making one system of equations of it, and checking the sweep
 * @param compiling compiling
 * @param solving one step of one parameter set
 */
record FirstStep(double reading, double flattening, double compiling, double solving) {
    /** Goes through all stages once. */
    static FirstStep measure() {
        final long start = System.nanoTime();
        final CircuitTemplate circuit = TemplateLibrary.builtIn().circuit(JansenRit.TEMPLATE);
        final long read = System.nanoTime();
        final Sweep sweep = Sweep.of(circuit)
                .simulationTime(1e-4)
                .stepSize(1e-4)
                .solver(new Euler())
                .output("V", "jrc/jrc_op/V_e")
                .build();
        final long flattened = System.nanoTime();
        final RunSummary run = sweep.run(RunOptions.defaults().withThreads(1), block -> {});
        return new FirstStep(
                (read - start) / 1e9,
                (flattened - read) / 1e9,
                run.compiling().toNanos() / 1e9,
                run.solving().toNanos() / 1e9);
    }

    /** Returns the sum of all stages. */
    double total() {
        return reading + flattening + compiling + solving;
    }

    /** Returns the stages by name. */
    Map<String, Double> stages() {
        return Map.of(
                "reading", reading,
                "flattening", flattening,
                "compiling", compiling,
                "first step", solving,
                "all of it", total());
    }

    /**
     * Measures once, in a virtual machine that has done nothing before.
     *
     * @param arguments none
     */
    public static void main(final String[] arguments) {
        final FirstStep measured = measure();
        System.out.println(DoubleStream.of(measured.reading, measured.flattening, measured.compiling, measured.solving)
                .mapToObj(Double::toString)
                .collect(Collectors.joining(" ")));
    }

    /** Reads what {@link #main} writes. */
    static FirstStep parse(final String line) {
        final List<Double> numbers =
                List.of(line.strip().split(" ")).stream().map(Double::valueOf).toList();
        return new FirstStep(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }
}
