/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import java.util.List;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;

/**
 * A scheme that advances a state by steps of one size.
 *
 * <p>Extrinsic signals hold their value during a step: all stages of step i see sample i.
 */
public sealed interface Solver permits Euler, Heun, RungeKutta4 {

    /** Advances states; it has work space of its own, so it serves one thread and one length of state. */
    @FunctionalInterface
    interface Stepper {
        /**
         * Advances the state by one step.
         *
         * @param time the time at the start of the step
         * @param stepSize the size of the step, in the unit of time
         * @param state the state at the start; at the end of the step when the method returns
         */
        void step(double time, double stepSize, double[] state);
    }

    /** Returns the schemes there are. */
    static List<Solver> all() {
        return List.of(new Euler(), new Heun(), new RungeKutta4());
    }

    /**
     * Finds a scheme by its name.
     *
     * @param name for instance {@code euler}
     * @return the scheme
     * @throws InputException if there is none of this name, with the names there are
     */
    static Solver named(final String name) {
        final List<String> names = all().stream().map(Solver::name).toList();
        return all().stream()
                .filter(solver -> solver.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new InputException("no solver is called '" + name + "'" + NearMatches.suggest(name, names)));
    }

    /** Returns the name by which users choose the scheme. */
    String name();

    /** Returns p, where the error at a fixed time falls as the p-th power of the step size. */
    int order();

    /**
     * Returns what advances states of one system.
     *
     * @param field the system
     * @param length the length of the state
     * @return a new stepper
     */
    Stepper stepper(VectorField field, int length);
}
