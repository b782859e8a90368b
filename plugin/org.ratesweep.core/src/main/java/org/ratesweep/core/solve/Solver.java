/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

import java.util.List;
import java.util.Map;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;

/** A scheme that integrates in time. */
public sealed interface Solver permits FixedStepSolver, AdaptiveSolver {

    /** Returns the schemes there are. */
    static List<Solver> all() {
        return List.of(
                new Euler(), new Heun(), new RungeKutta4(), new DormandPrince5(), new DormandPrince8(), new Rodas4());
    }

    /**
     * Finds a scheme by its name.
     *
     * @param name for instance {@code euler}
     * @return the scheme
     * @throws InputException if there is none of this name, with the names there are; for a method of scipy, which PyRates
     *     offers, with the one to use instead
     */
    static Solver named(final String name) {
        final List<String> names = all().stream().map(Solver::name).toList();
        return all().stream()
                .filter(solver -> solver.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("no solver is called '" + name + "'" + instead(name, names)));
    }

    private static String instead(final String name, final List<String> names) {
        final Map<String, String> ofScipy = Map.of(
                "scipy", "dopri5",
                "RK45", "dopri5",
                "RK23", "dopri5",
                "DOP853", "dop853",
                "Radau", "rodas4",
                "BDF", "rodas4",
                "LSODA", "rodas4");
        return ofScipy.containsKey(name)
                ? "; in place of scipy's solver of that name use '" + ofScipy.get(name) + "'"
                : NearMatches.suggest(name, names);
    }

    /** Returns the name by which users choose the scheme. */
    String name();

    /**
     * Tells whether the scheme converges for equations with white noise, whose value at step i is constant during the step and
     * has the variance 1 / step size.
     */
    default boolean takesNoise() {
        return false;
    }

    /** Returns p, where the error at a fixed time falls as the p-th power of the step size. */
    int order();
}
