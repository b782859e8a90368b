/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.cli.figure;

/**
 * A course in time.
 *
 * @param name what it shows, for the legend
 * @param values its samples, one for each time of the figure; NaN and infinite ones are gaps
 */
public record Line(String name, double[] values) {}
