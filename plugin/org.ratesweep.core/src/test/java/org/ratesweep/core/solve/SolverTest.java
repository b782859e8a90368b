/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ratesweep.core.error.InputException;

class SolverTest {
    /** A problem with a closed solution of its first component. */
    private record Problem(String name, VectorField field, double[] start, DoubleUnaryOperator solution) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Problem OSCILLATOR = new Problem(
            "linear oscillator",
            (time, y, slope) -> {
                slope[0] = y[1];
                slope[1] = -y[0];
            },
            new double[] {1, 0},
            Math::cos);

    private static final Problem LOGISTIC = new Problem(
            "logistic growth",
            (time, y, slope) -> slope[0] = y[0] * (1 - y[0]),
            new double[] {0.1},
            time -> 1 / (1 + 9 * Math.exp(-time)));

    private static final Problem FORCED = new Problem(
            "decay with a forcing in time",
            (time, y, slope) -> slope[0] = -y[0] + Math.sin(time),
            new double[] {0.5},
            time -> Math.exp(-time) + (Math.sin(time) - Math.cos(time)) / 2);

    private static Stream<Arguments> schemesAndProblems() {
        return Solver.all().stream()
                .flatMap(solver ->
                        Stream.of(OSCILLATOR, LOGISTIC, FORCED).map(problem -> Arguments.of(solver, problem)));
    }

    private static double error(final Solver solver, final Problem problem, final int steps) {
        final double end = 2;
        final double[] state = problem.start.clone();
        final Solver.Stepper stepper = solver.stepper(problem.field, state.length);
        for (int i = 0; i < steps; i++) {
            stepper.step(i * (end / steps), end / steps, state);
        }
        return Math.abs(state[0] - problem.solution.applyAsDouble(end));
    }

    @ParameterizedTest
    @MethodSource("schemesAndProblems")
    void theErrorFallsWithTheOrderOfTheScheme(final Solver solver, final Problem problem) {
        final double order = Math.log(error(solver, problem, 200) / error(solver, problem, 400)) / Math.log(2);
        assertEquals(solver.order(), order, 0.1);
    }

    @Test
    void heunIsTheTrapezoidalRule() {
        final double[] state = {1};
        new Heun().stepper((time, y, slope) -> slope[0] = -y[0], 1).step(0, 0.1, state);
        assertEquals(0.905, state[0], 1e-15);
    }

    @Test
    void unknownSchemesAreErrorsWithTheKnownOnes() {
        final InputException problem = assertThrows(InputException.class, () -> Solver.named("rk5"));
        assertTrue(problem.getMessage().contains("did you mean 'rk4'?"), problem.getMessage());
    }
}
