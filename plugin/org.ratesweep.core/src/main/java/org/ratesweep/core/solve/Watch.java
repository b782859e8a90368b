/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/** Follows a run from outside. */
@FunctionalInterface
public interface Watch {
    /**
     * Called now and then.
     *
     * @param pointSteps how much was computed since the last call: parameter sets times steps of the time grid
     * @return whether to go on
     */
    boolean advanced(long pointSteps);
}
