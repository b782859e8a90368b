/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ratesweep.core.sweep.SweepTest.assertMessage;
import static org.ratesweep.core.sweep.SweepTest.assertSameBits;
import static org.ratesweep.core.sweep.SweepTest.samples;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ratesweep.core.TestTemplates;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.measure.DerivedSeries;
import org.ratesweep.core.random.NormalQuantile;
import org.ratesweep.core.random.Philox;
import org.ratesweep.core.solve.Euler;
import org.ratesweep.core.solve.Heun;
import org.ratesweep.core.solve.Solver;

class NoiseTest {
    /** An Ornstein-Uhlenbeck process with variance sigma^2*tau/2 and autocorrelation exp(-s/tau). */
    private static Sweep.Builder ornsteinUhlenbeck(final double... sigmas) {
        return sweep("\"x' = -x/tau + noise(sigma)\"", sigmas);
    }

    private static Sweep.Builder sweep(final String equations, final double... sigmas) {
        return Sweep.of(TestTemplates.operator(
                        equations, "{x: output(0.0), y: variable(1.0), tau: 0.1, sigma: 1.0, s: variable}"))
                .grid(ParameterGrid.pairwise(Map.of("sigma", sigmas)))
                .map("sigma", SweepTest.variable("sigma"))
                .simulationTime(1)
                .stepSize(0.01)
                .noiseSeed(7)
                .output("x", "p/Test/x");
    }

    private static double[] ones(final int sets) {
        final double[] ones = new double[sets];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static List<double[]> run(final Sweep.Builder sweep, final int set) {
        return samples(sweep.build(), RunOptions.defaults(), set);
    }

    /** The known answers that the authors of the generator publish with it. */
    @Test
    void philoxGivesItsKnownAnswers() {
        assertEquals(0xe169c58d6627e8d5L, Philox.bits(0, 0, 0, 0, 0));
        assertEquals(0x41c83b0e408f276dL, Philox.bits(-1, -1, -1, -1, -1));
        assertEquals(
                0x94fdccebd16cfe09L, Philox.bits(0x299f31d0a4093822L, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344));
    }

    /** Against scipy's ndtri; 1e-16 is about the smallest number that is drawn. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.25, -0.6744897501960817",
        "0.975, 1.959963984540054",
        "0.001, -3.090232306167814",
        "1e-10, -6.361340902404056",
        "1e-16, -8.222082216130436"
    })
    void quantilesAreThoseOfTheNormalDistribution(final double probability, final double quantile) {
        assertEquals(quantile, NormalQuantile.of(probability), 4e-15);
    }

    @Test
    void deviatesAreNormal() {
        final double[] deviates = new double[20_000];
        for (int i = 0; i < deviates.length; i++) {
            deviates[i] = WhiteNoise.deviate(3, i % 10, i / 10 % 2, 0, i / 20);
        }
        final double probability =
                new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(null, 0, 1), deviates);
        assertTrue(probability > 0.01, "Kolmogorov-Smirnov: " + probability);
        assertEquals(deviates.length, Arrays.stream(deviates).distinct().count());
    }

    @Test
    void aStepOfEulerAddsTheStrengthTimesTheRootOfTheStepTimesADeviate() {
        final double[] x = run(sweep("\"x' = noise(sigma)\"", 1, 3), 1).get(0);
        double sum = 0;
        for (int step = 0; step < 99; step++) {
            sum += 3 * Math.sqrt(0.01) * WhiteNoise.deviate(7, 1, 0, 0, step);
            assertEquals(sum, x[step + 1], 1e-13);
        }
    }

    @Test
    void varianceAndAutocorrelationOfAnOrnsteinUhlenbeckProcessAreKnown() {
        final double tau = 0.1;
        final double step = 0.002;
        final double[] x = run(
                        ornsteinUhlenbeck(2).simulationTime(2000).stepSize(step).cutoff(10), 0)
                .get(0);
        final double variance =
                Arrays.stream(x).map(value -> value * value).average().orElseThrow();
        // Of the discrete process: the stationary solution of v = (1 - step/tau)^2 v + sigma^2 step.
        final double factor = 1 - step / tau;
        final double expected = 4 * step / (1 - factor * factor);
        assertEquals(expected, variance, 0.03 * expected);
        final int lag = 50;
        double product = 0;
        for (int i = 0; i + lag < x.length; i++) {
            product += x[i] * x[i + lag];
        }
        assertEquals(Math.pow(factor, lag), product / (x.length - lag) / variance, 0.03);
    }

    /** The mean distance from the exact solution exp(a t + b W) of a linear equation, over many paths. */
    private static double strongError(final Solver solver, final double drift, final double stepSize) {
        final int paths = 400;
        // The terms are numbered in the order of the state variables: that of x is 0, that of y 1.
        final Sweep sweep = Sweep.of(TestTemplates.operator(
                        "[\"y' = y*noise(0.5)\", \"x' = noise(1.0)\"]", "{x: output, y: variable(1.0)}"))
                .grid(ParameterGrid.pairwise(Map.of("x0", new double[paths])))
                .map("x0", SweepTest.variable("x"))
                .simulationTime(1 + stepSize)
                .stepSize(stepSize)
                .samplingStepSize(stepSize)
                .noiseSeed(5)
                .solver(solver)
                .output("y", "p/Test/y")
                .build();
        final double[] error = {0};
        final int last = (int) Math.round(1 / stepSize);
        sweep.run(RunOptions.defaults(), block -> {
            for (int lane = 0; lane < block.recording().sets(); lane++) {
                double w = 0;
                for (int step = 0; step < last; step++) {
                    w += Math.sqrt(stepSize) * WhiteNoise.deviate(5, block.firstSet() + lane, 1, 0, step);
                }
                error[0] += Math.abs(block.recording().value(0, lane, last) - Math.exp(drift + 0.5 * w)) / paths;
            }
        });
        return error[0];
    }

    @Test
    void eulerConvergesToItoWithStrongOrderOneHalfAndHeunToStratonovichWithOrderOne() {
        final double ito = -0.5 * 0.25;
        final double ofEuler =
                Math.log(strongError(new Euler(), ito, 1.0 / 16) / strongError(new Euler(), ito, 1.0 / 256))
                        / Math.log(16);
        assertEquals(0.5, ofEuler, 0.1);
        final double ofHeun =
                Math.log(strongError(new Heun(), 0, 1.0 / 16) / strongError(new Heun(), 0, 1.0 / 256)) / Math.log(16);
        assertEquals(1, ofHeun, 0.1);
        assertTrue(strongError(new Euler(), 0, 1.0 / 256) > 0.05, "Euler does not converge to Stratonovich");
    }

    @ParameterizedTest
    @MethodSource("noisySolvers")
    void aSetHasTheSameNoiseWhateverRunsBesideOnAnyNumberOfThreads(final Solver solver) {
        final List<double[]> few = run(ornsteinUhlenbeck(ones(3)).solver(solver), 2);
        final Sweep many = ornsteinUhlenbeck(ones(200)).solver(solver).build();
        for (final int threads : new int[] {1, 2, 3}) {
            assertSameBits(few, samples(many, RunOptions.defaults().withThreads(threads), 2));
        }
    }

    private static List<Solver> noisySolvers() {
        return Solver.all().stream().filter(Solver::takesNoise).toList();
    }

    @Test
    void setsTermsAndSeedsHaveNoiseOfTheirOwn() {
        final Sweep.Builder sweep = ornsteinUhlenbeck(1, 1);
        final double first = run(sweep, 0).get(0)[1];
        assertTrue(first != run(sweep, 1).get(0)[1], "another set");
        assertTrue(first != run(sweep.noiseSeed(8), 0).get(0)[1], "another seed");
        assertEquals(first, run(sweep.noiseSeed(7), 0).get(0)[1]);
        final double[] difference =
                run(sweep("\"x' = noise(sigma) - noise(sigma)\"", 1), 0).get(0);
        assertTrue(difference[1] != 0, "another term");
        assertTrue(ornsteinUhlenbeck(1).build().noiseSeed().isPresent()
                && ornsteinUhlenbeck(1).build().noiseSeed().getAsLong() == 7);
    }

    @Test
    void aSetThatDivergesIsFoundInSpiteOfNoise() {
        final Sweep sweep =
                sweep("\"x' = x^3 + 5 + noise(sigma)\"", 0.1).simulationTime(5).build();
        final List<SetOutcome> outcomes = SweepTest.outcomes(sweep);
        assertEquals(SetStatus.DIVERGED, outcomes.get(0).status());
        final double[] x = samples(sweep, RunOptions.defaults(), 0).get(0);
        final int row = (int) Math.round(outcomes.get(0).timeReached() / 0.01);
        assertTrue(Double.isFinite(x[row - 1]) && !Double.isFinite(x[row]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x' = (3*noise(sigma) - x)/tau", "x' = -noise(sigma)*y/tau", "x' = 2*(y - noise(y + sigma))"})
    void noiseCanBeAddedAndScaled(final String equation) {
        assertTrue(sweep("\"" + equation + "\"", 1).build().noiseSeed().isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x' = sin(noise(sigma))",
                "x' = noise(sigma)^2",
                "x' = 1/noise(sigma)",
                "x' = noise(noise(sigma))",
                "x' = noise(sigma)*noise(sigma)"
            })
    void noiseThatIsNoTermIsAnError(final String equation) {
        assertMessage("goes through a function, a power or a product", sweep("\"" + equation + "\"", 1));
    }

    private static Sweep.Builder complexSweep(final String right) {
        return Sweep.of(TestTemplates.operator(
                        "\"z' = " + right + "\"", "{z: output(1.0+0.5j), a: 2.0-1.0j, x: 3.0, sigma: 0.25}"))
                .simulationTime(1)
                .stepSize(0.01)
                .noiseSeed(7)
                .output("z", "p/Test/z");
    }

    /** All of them are 2*noise(sigma), since what else there is cancels. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2*noise(sigma)",
                "-(-noise(sigma)*x - a + 2 - I)*2/x",
                "2*(noise(sigma) + conj(a) - 2 - I)",
                "2*(I*real(a) + noise(sigma) - 2*I)",
                "a - 2 + I - 2*noise(absv(a)^2*sigma/-5)"
            })
    void noiseOfAComplexVariableIsInItsRealPart(final String right) {
        final List<double[]> parts = run(complexSweep(right), 0);
        double sum = 1;
        for (int step = 0; step < 100; step++) {
            assertEquals(sum, parts.get(0)[step], 1e-13);
            assertEquals(0.5, parts.get(1)[step]);
            sum += 2 * 0.25 * Math.sqrt(0.01) * WhiteNoise.deviate(7, 0, 0, 0, step);
        }
        assertTrue(sum != 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "z*noise(sigma)",
                "I*noise(sigma)",
                "noise(sigma)/a",
                "I*(z + noise(sigma))",
                "exp(z + noise(sigma))",
                "(z + noise(sigma))^2"
            })
    void noiseTimesAComplexNumberIsAnError(final String right) {
        final String message = assertThrows(
                        InputException.class, () -> complexSweep(right).build())
                .getMessage();
        assertTrue(message.contains("noise() is multiplied or divided by a complex number"), message);
        assertTrue(message.contains("test.yaml:") && message.contains("z' = " + right), message);
    }

    @Test
    void noiseWhereItHasNoMeaningIsAnError() {
        assertMessage("white noise has no value at an instant", sweep("[\"x' = s\", \"s = noise(sigma)\"]", 1));
        assertMessage(
                "the solver 'rk4' cannot be used for Test, whose equations have noise(); use euler (Itô) or heun",
                ornsteinUhlenbeck(1).solver(Solver.named("rk4")));
        assertMessage("the solver 'dopri5' cannot be used", ornsteinUhlenbeck(1).solver(Solver.named("dopri5")));
        assertMessage("noise_seed has no effect", SweepTest.exploding().noiseSeed(1));
        assertThrows(InputException.class, () -> DerivedSeries.parse("x + noise(1)", List.of("x")));
    }
}
