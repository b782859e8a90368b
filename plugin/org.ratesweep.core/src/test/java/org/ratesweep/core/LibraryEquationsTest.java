/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core;

import static java.lang.Math.PI;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ratesweep.core.results.Results;
import org.ratesweep.core.sweep.ParameterGrid;
import org.ratesweep.core.sweep.ParameterTarget.Paths;
import org.ratesweep.core.sweep.RunOptions;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.core.template.CircuitTemplate;
import org.ratesweep.core.template.TemplateLibrary;

/** Models of the library against their equations with their default values, written out and stepped by a plain loop. */
class LibraryEquationsTest {
    private static final String MASS = "model_templates.neural_mass_models.";
    private static final String EDGE = "p/%1$s/r->p/%1$s/r_in/";

    /** Writes the derivatives of a state. */
    private interface Equations {
        void derive(double[] y, double[] slope);
    }

    /** A model as a person would program it: where it starts, its derivatives, and what follows from its state. */
    private static final class Plain {
        private final String name;
        private final CircuitTemplate circuit;
        private final double stepSize;
        private final Map<String, Double> values = new LinkedHashMap<>();
        private final List<Double> start = new ArrayList<>();
        private final Map<String, ToDoubleFunction<double[]>> outputs = new LinkedHashMap<>();
        private Equations equations = (y, slope) -> {};

        Plain(final String name, final CircuitTemplate circuit, final double stepSize) {
            this.name = name;
            this.circuit = circuit;
            this.stepSize = stepSize;
        }

        /** Runs the model with another value than the declared one. */
        Plain with(final String path, final double value) {
            values.put(path, value);
            return this;
        }

        /** Adds the next state variable. */
        Plain state(final String path, final double initial) {
            final int index = start.size();
            start.add(initial);
            return output(path, y -> y[index]);
        }

        Plain output(final String path, final ToDoubleFunction<double[]> value) {
            outputs.put(path, value);
            return this;
        }

        Plain following(final Equations derivatives) {
            this.equations = derivatives;
            return this;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Plain library(final String reference, final double stepSize) {
        return new Plain(reference, TemplateLibrary.builtIn().circuit(reference), stepSize);
    }

    /** Two leaky integrators, the first of which drives the second through an edge template. */
    private static Plain throughEdge(final String template) {
        final String text = """
                source: {base: NodeTemplate, operators: {model_templates.base_templates.li_op: {r0: 0.75, tau: 3.0}}}
                Test:
                  base: CircuitTemplate
                  nodes: {a: source, b: model_templates.base_templates.li_node}
                  edges: [[a/li_op/r, b/li_op/m_in, model_templates.%s, {weight: 2.0}]]
                """.formatted(template);
        return new Plain(template, TestTemplates.circuit(text), 0.01)
                .state("a/li_op/r", 0)
                .state("b/li_op/r", 0);
    }

    private static double sigmoid(final double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static Plain wilsonCowanWithPlasticity() {
        final List<String> edges = List.of(
                "e/rate_op/r->e/se_op/r_in",
                "e/rate_op/r->i/si_op/r_in",
                "i/rate_op/r->e/se_op/r_in",
                "i/rate_op/r->i/si_op/r_in");
        final Plain model = library(MASS + "wilsoncowan.WC_stp", 0.05)
                .with("e/se_op/r_ext", 3)
                .state("e/rate_op/r", 0)
                .state("i/rate_op/r", 0);
        for (final String edge : edges) {
            model.state(edge + "/tsodyks_op/x", 1).state(edge + "/tsodyks_op/u", 0.6);
        }
        return model.following((y, slope) -> {
            final double[] arriving = new double[4];
            for (int edge = 0; edge < 4; edge++) {
                final double r = y[edge / 2];
                final double x = y[2 + 2 * edge];
                final double u = y[3 + 2 * edge];
                slope[2 + 2 * edge] = (1 - x) / 100 - 0.1 * x * u * r;
                slope[3 + 2 * edge] = (0.6 - u) / 200 + 0.6 * (1 - u) * r;
                arriving[edge] = r * x * u;
            }
            final double excitatory = sigmoid(5 * arriving[0] - 5 * arriving[2] + 3 - 2) - sigmoid(-2);
            final double inhibitory = sigmoid(2 * (10 * arriving[1] - 5 * arriving[3] - 2.5)) - sigmoid(-2 * 2.5);
            slope[0] = (-y[0] + (1 - y[0]) * excitatory) / 10;
            slope[1] = (-y[1] + (1 - y[1]) * inhibitory) / 10;
        });
    }

    /** r' and v' of quadratic integrate-and-fire neurons at I_ext = 4 with what arrives through synapses. */
    private static void fire(final double[] y, final double[] slope, final double arriving) {
        slope[0] = 1 / PI + 2 * y[0] * y[1];
        slope[1] = y[1] * y[1] - 5 + 4 + arriving - PI * PI * y[0] * y[0];
    }

    private static Plain firing(final String name, final String operator) {
        return library(MASS + "qif." + name, 1e-3)
                .with("p/" + operator + "/I_ext", 4)
                .state("p/" + operator + "/r", 0.01)
                .state("p/" + operator + "/v", -2);
    }

    private static Plain depressingWithSpreadDelay() {
        final String edge = EDGE.formatted("qif_op");
        final Plain model = firing("qif_sd", "qif_op").state(edge + "depression_op/x", 1);
        // The squared ratio of delay and spread, 6.25, is rounded to 6 stages of the rate 6/0.75.
        for (int stage = 1; stage <= 6; stage++) {
            model.state(edge + "stage" + stage, 0);
        }
        return model.following((y, slope) -> {
            fire(y, slope, 15 * y[8]);
            slope[2] = (1 - y[2]) / 100 - y[2] * y[0];
            slope[3] = 6 / 0.75 * (y[0] * y[2] - y[3]);
            for (int stage = 4; stage <= 8; stage++) {
                slope[stage] = 6 / 0.75 * (y[stage - 1] - y[stage]);
            }
        });
    }

    private static Plain depressingAndFacilitating() {
        final String edge = EDGE.formatted("qif_op");
        return firing("qif_tsodyks", "qif_op")
                .state(edge + "tsodyks_op/x", 1)
                .state(edge + "tsodyks_op/u", 0.6)
                .output(edge + "tsodyks_op/r_eff", y -> y[0] * y[2] * y[3])
                .following((y, slope) -> {
                    fire(y, slope, 15 * y[0] * y[2] * y[3]);
                    slope[2] = (1 - y[2]) / 100 - 0.1 * y[2] * y[3] * y[0];
                    slope[3] = (0.6 - y[3]) / 200 + 0.6 * (1 - y[3]) * y[0];
                });
    }

    private static Plain adapting() {
        return firing("qif_sfa", "qif_sfa_op")
                .state("p/qif_sfa_op/a", 0)
                .state("p/qif_sfa_op/x", 0)
                .following((y, slope) -> {
                    fire(y, slope, 15 * y[0] - y[2]);
                    slope[2] = y[3] / 10;
                    slope[3] = 0.5 * y[0] - 2 * y[3] / 10 - y[2] / 10;
                });
    }

    private static Plain withGapJunctions() {
        return firing("qif_gap", "qif_gap_op").with("p/qif_gap_op/g", 1.5).following((y, slope) -> {
            fire(y, slope, 15 * y[0]);
            slope[0] -= 1.5 * y[0];
        });
    }

    private static Plain withConductances() {
        return library(MASS + "qif.qif_conduct", 1e-3)
                .with("p/qif_conduct_op/I_ext", 4)
                .state("p/qif_conduct_op/r", 0)
                .state("p/qif_conduct_op/v", 0)
                .state("p/qif_conduct_op/s", 0)
                .following((y, slope) -> {
                    fire(y, slope, 5 * y[2] * (1 - y[1]));
                    slope[0] -= 5 * y[2] * y[0];
                    slope[2] = -y[2] / 2 + y[0];
                });
    }

    private static Plain izhikevich(final String name, final double current, final double stepSize, final double v) {
        final String operator = "p/" + name + "_op/";
        return library(MASS + "ik." + name, stepSize)
                .with(operator + "I_ext", current)
                .state(operator + "r", 0)
                .state(operator + "v", v)
                .state(operator + "u", 0)
                .state(operator + "s", 0);
    }

    private static Plain izhikevichWithoutDimensions() {
        return izhikevich("ik_nodim", 0.4, 0.01, 0).following((y, slope) -> {
            final double r = y[0];
            final double v = y[1];
            final double conductance = 0.5 * y[3];
            slope[0] = 0.02 / PI + r * (2 * v - 0.6 - conductance);
            slope[1] = v * v - 0.6 * v + 0.4 - y[2] + conductance * (1 - v) - PI * r * PI * r;
            slope[2] = 0.008 * (-0.01 * v - y[2]) + 0.02 * r;
            slope[3] = -y[3] / 2.6 + r;
        });
    }

    /** The spread of the threshold enters one of the two times the distance from rest, the other one otherwise. */
    private static Plain izhikevichWithDimensions(final boolean threshold) {
        return izhikevich(threshold ? "ik_theta" : "ik_eta", 300, 0.01, -60).following((y, slope) -> {
            final double r = y[0];
            final double v = y[1];
            final double conductance = 0.5 * y[3];
            final double fired = PI * 100 * r;
            slope[0] = ((threshold ? 0.02 * (v + 70) : 0.02) / (PI * 100) + r * (2 * v + 110 - conductance)) / 100;
            slope[1] = (v * (v + 110)
                            + 2800
                            + 300
                            - y[2]
                            - conductance * v
                            - (threshold ? fired * (0.02 + fired) : fired * fired))
                    / 100;
            slope[2] = 0.008 * (-0.01 * (v + 70) - y[2]) + 10 * r;
            slope[3] = -y[3] / 5 + r;
        });
    }

    private static Plain coupledPopulationsOfPhases() {
        return library("model_templates.oscillators.kuramoto.kmo_mf_2coupled", 1e-3)
                .with("p2/kmo_op/z.real", 0.2)
                .state("p1/kmo_op/z.real", 0.5)
                .state("p1/kmo_op/z.imag", 0.1)
                .state("p2/kmo_op/z.real", 0.2)
                .state("p2/kmo_op/z.imag", 0.1)
                .following((y, slope) -> {
                    for (int p = 0; p < 4; p += 2) {
                        final double x = y[p];
                        final double i = y[p + 1];
                        final double sx = 2 * (x - y[2 - p]);
                        final double si = 2 * (i - y[3 - p]);
                        final double squareX = x * x - i * i;
                        final double squareI = 2 * x * i;
                        slope[p] = -x - 10 * i + (sx - (sx * squareX + si * squareI)) / 2;
                        slope[p + 1] = 10 * x - i + (si - (sx * squareI - si * squareX)) / 2;
                    }
                });
    }

    static Stream<Plain> models() {
        return Stream.of(
                wilsonCowanWithPlasticity(),
                depressingWithSpreadDelay(),
                depressingAndFacilitating(),
                adapting(),
                withGapJunctions(),
                withConductances(),
                izhikevichWithoutDimensions(),
                izhikevichWithDimensions(false),
                izhikevichWithDimensions(true),
                coupledPopulationsOfPhases(),
                throughEdge("neural_mass_models.synaptic_plasticity.facilitation_edge")
                        .state("a/li_op/r->b/li_op/m_in/facilitation_op/u", 0.2)
                        .following((y, slope) -> {
                            slope[0] = (0.75 - y[0]) / 3;
                            slope[1] = -y[1] + 2 * y[0] * y[2];
                            slope[2] = (0.2 - y[2]) / 100 - 0.2 * (1 - y[2]) * y[0];
                        }),
                throughEdge("neural_mass_models.synaptic_plasticity.depression_edge")
                        .state("a/li_op/r->b/li_op/m_in/depression_op/x", 1)
                        .following((y, slope) -> {
                            slope[0] = (0.75 - y[0]) / 3;
                            slope[1] = -y[1] + 2 * y[0] * y[2];
                            slope[2] = (1 - y[2]) / 100 - y[2] * y[0];
                        }),
                throughEdge("base_templates.sigmoid_edge").following((y, slope) -> {
                    slope[0] = (0.75 - y[0]) / 3;
                    slope[1] = -y[1] + 2 * sigmoid(y[0]);
                }),
                library("model_templates.base_templates.li_node", 0.01)
                        .with("p/li_op/u", 0.5)
                        .state("p/li_op/r", 0)
                        .following((y, slope) -> slope[0] = -y[0] + 0.5),
                library("model_templates.base_templates.tanh_node", 0.01)
                        .with("p/li_op/u", 0.5)
                        .state("p/li_op/r", 0)
                        .output("p/tanh_op/m", y -> Math.tanh(y[0]))
                        .following((y, slope) -> slope[0] = -y[0] + 0.5),
                library("model_templates.base_templates.sigmoid_node", 0.01)
                        .with("p/sigmoid_op/r", 0.7)
                        .output("p/sigmoid_op/m", y -> sigmoid(0.7)),
                library("model_templates.base_templates.monoexp_op", 0.01)
                        .with("p/monoexp_op/r_in", 0.3)
                        .state("p/monoexp_op/v", 0)
                        .following((y, slope) -> slope[0] = -y[0] + 0.3),
                library("model_templates.oscillators.kuramoto.sin_pop", 1e-3)
                        .with("p/phase_op/s_in", 0.25)
                        .with("p/phase_op/s_ext", -1)
                        .state("p/phase_op/theta", 0)
                        .output("p/sin_op/s", y -> Math.sin(2 * PI * y[0]))
                        .following((y, slope) -> slope[0] = 10 + 0.25 - 1),
                library("model_templates.oscillators.stuartlandau.sl_burst_pop", 0.01)
                        .state("p/sl_op/x", 1)
                        .state("p/sl_op/z", 0)
                        .output("p/sigmoid_op/m", y -> sigmoid(100 * (y[0] - Math.cos(0.05))))
                        .following((y, slope) -> {
                            final double growth = y[1] * (1 - y[1] * y[1] - y[0] * y[0]);
                            slope[0] = y[1] + growth;
                            slope[1] = -y[0] + growth;
                        }));
    }

    @ParameterizedTest
    @MethodSource("models")
    void twoThousandStepsOfEulerAreThoseOfAPlainLoop(final Plain model) {
        final int steps = 2000;
        final Sweep.Builder sweep =
                Sweep.of(model.circuit).simulationTime(steps * model.stepSize).stepSize(model.stepSize);
        final Map<String, double[]> grid = new LinkedHashMap<>();
        model.values.forEach((path, value) -> {
            grid.put(path, new double[] {value});
            sweep.map(path, new Paths(List.of(path)));
        });
        if (!grid.isEmpty()) {
            sweep.grid(ParameterGrid.pairwise(grid));
        }
        model.outputs.keySet().forEach(path -> sweep.output(path, path));
        final Results results = Results.collect(sweep.build(), RunOptions.defaults());
        assertEquals(steps, results.rows());

        final String set = results.map().rows().get(0).set();
        final double[] y = model.start.stream().mapToDouble(Double::doubleValue).toArray();
        final double[] slope = new double[y.length];
        for (int step = 0; step < steps; step++) {
            for (final Map.Entry<String, ToDoubleFunction<double[]>> output : model.outputs.entrySet()) {
                final double expected = output.getValue().applyAsDouble(y);
                assertEquals(
                        expected,
                        results.series(output.getKey(), set)[step],
                        1e-13 + 1e-9 * Math.abs(expected),
                        output.getKey() + " after " + step + " steps");
            }
            model.equations.derive(y, slope);
            for (int i = 0; i < y.length; i++) {
                y[i] += model.stepSize * slope[i];
            }
        }
    }
}
