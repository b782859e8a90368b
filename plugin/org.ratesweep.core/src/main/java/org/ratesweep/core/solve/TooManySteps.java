/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * An adaptive solver took as many steps as it may.
 *
 * @param time how far it came
 * @param steps how many steps it took, refused ones counted
 */
public record TooManySteps(double time, long steps) implements Failure {}
