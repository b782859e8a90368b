/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

/**
 * What came of one parameter set.
 *
 * @param set its number, counted from 0
 * @param name its name, for instance {@code JRC2_0}
 * @param status how it fared
 * @param message what happened, empty if all is well
 * @param timeReached the time at which it ended, in the model's unit of time: the end of the run, or when it failed
 */
public record SetOutcome(int set, String name, SetStatus status, String message, double timeReached) {}
