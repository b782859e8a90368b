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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    private static Stream<Arguments> fixedStepSchemesAndProblems() {
        return schemesAndProblems(FixedStepSolver.class);
    }

    private static Stream<Arguments> adaptiveSchemesAndProblems() {
        return schemesAndProblems(AdaptiveSolver.class);
    }

    private static Stream<Arguments> schemesAndProblems(final Class<? extends Solver> kind) {
        return Solver.all().stream()
                .filter(kind::isInstance)
                .flatMap(solver ->
                        Stream.of(OSCILLATOR, LOGISTIC, FORCED).map(problem -> Arguments.of(solver, problem)));
    }

    private static double error(final FixedStepSolver solver, final Problem problem, final int steps) {
        final double end = 2;
        double[] state = problem.start.clone();
        final FixedStepSolver.Stepper stepper = solver.stepper(problem.field, state.length);
        for (int i = 0; i < steps; i++) {
            final double[] next = new double[state.length];
            stepper.step(i * (end / steps), end / steps, state, next);
            state = next;
        }
        return Math.abs(state[0] - problem.solution.applyAsDouble(end));
    }

    @ParameterizedTest
    @MethodSource("fixedStepSchemesAndProblems")
    void theErrorFallsWithTheOrderOfTheScheme(final FixedStepSolver solver, final Problem problem) {
        final double order = Math.log(error(solver, problem, 200) / error(solver, problem, 400)) / Math.log(2);
        assertEquals(solver.order(), order, 0.1);
    }

    /** The largest errors of the first component at the ends of steps of one size up to time 2, and at 0.3 of them. */
    private record Errors(double atEnds, double inside) {}

    private static Errors errors(final AdaptiveSolver solver, final Problem problem, final int steps) {
        final LaneShape shape = new LaneShape(problem.start.length, 1);
        final LaneStepper stepper = solver.stepper(
                (lanes, times, state, slope) -> problem.field.derivatives(times[0], state, slope),
                shape,
                new StepControl(1e-6, 1e-6, 1, 1, 1));
        final double[] state = problem.start.clone();
        final double size = 2.0 / steps;
        double inside = 0;
        double atEnds = 0;
        for (int i = 0; i < steps; i++) {
            stepper.attempt(1, new double[] {i * size}, new double[] {size}, state);
            final double exact = problem.solution.applyAsDouble((i + 0.3) * size);
            inside = Math.max(inside, Math.abs(stepper.interpolate(0, 0, 0.3) - exact));
            System.arraycopy(stepper.end(), 0, state, 0, state.length);
            stepper.advance(0);
            atEnds = Math.max(atEnds, Math.abs(state[0] - problem.solution.applyAsDouble((i + 1) * size)));
        }
        return new Errors(atEnds, inside);
    }

    @ParameterizedTest
    @MethodSource("adaptiveSchemesAndProblems")
    void theErrorOfAdaptiveSchemesFallsWithTheirOrder(final AdaptiveSolver solver, final Problem problem) {
        final int steps = solver.order() == 8 ? 4 : 40;
        final Errors coarse = errors(solver, problem, steps);
        final Errors fine = errors(solver, problem, 2 * steps);
        assertEquals(solver.order(), Math.log(coarse.atEnds / fine.atEnds) / Math.log(2), 0.5);
        assertEquals(solver.order(), Math.log(coarse.inside / fine.inside) / Math.log(2), 0.2);
    }

    @Test
    void heunIsTheTrapezoidalRule() {
        final double[] end = {0};
        new Heun().stepper((time, y, slope) -> slope[0] = -y[0], 1).step(0, 0.1, new double[] {1}, end);
        assertEquals(0.905, end[0], 1e-15);
    }

    @Test
    void unknownSchemesAreErrorsWithTheKnownOnes() {
        final InputException problem = assertThrows(InputException.class, () -> Solver.named("rk5"));
        assertTrue(problem.getMessage().contains("did you mean 'rk4'?"), problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"RK45, dopri5", "scipy, dopri5", "DOP853, dop853", "Radau, rodas4", "LSODA, rodas4"})
    void namesOfScipysMethodsSayWhichOfOursToUse(final String scipy, final String ours) {
        final InputException problem = assertThrows(InputException.class, () -> Solver.named(scipy));
        assertTrue(problem.getMessage().endsWith("use '" + ours + "'"), problem.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-6, 1, Double.NaN, 1e-15})
    void unusableTolerancesAreErrors(final double rtol) {
        assertThrows(InputException.class, () -> new StepControl(rtol, 1e-9, 1, 1, 1));
    }
}
