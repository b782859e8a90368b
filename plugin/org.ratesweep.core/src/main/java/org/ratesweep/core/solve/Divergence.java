/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * A parameter set left the finite numbers.
 *
 * @param time the end of the first step after which a state variable was NaN or infinite, 0 if it started so; under an
 *     adaptive solver the start of that step
 * @param variable the number of the first such state variable
 * @param value its value then
 */
public record Divergence(double time, int variable, double value) implements Failure {}
