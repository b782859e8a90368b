/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.Map;

/**
 * The courses in time of one parameter set.
 *
 * @param set the name of the set
 * @param times the times of the samples
 * @param series the samples of each series, one a time, NaN where there is none; in the order of the columns
 */
record SetCourse(String set, double[] times, Map<String, double[]> series) {}
