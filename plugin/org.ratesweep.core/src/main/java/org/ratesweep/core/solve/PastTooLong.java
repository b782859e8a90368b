/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * An adaptive solver took more steps within the longest delay than can be kept.
 *
 * @param time how far it came
 * @param steps how many steps of the past it had
 */
public record PastTooLong(double time, int steps) implements Failure {}
