/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * An adaptive solver could not meet its tolerances with any step that changes the time.
 *
 * @param time where it got stuck
 * @param stepSize the step that it would have needed
 */
public record StepSizeUnderflow(double time, double stepSize) implements Failure {}
