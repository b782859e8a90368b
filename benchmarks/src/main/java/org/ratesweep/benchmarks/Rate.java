/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.benchmarks;

/**
 * How many steps of one parameter set something does in a second.
 *
 * @param warm steps a second once everything is compiled
 * @param whole steps a second of a run that compiles first
 * @param failedSets parameter sets of that run with another status than ok
 */
record Rate(double warm, double whole, int failedSets) {}
