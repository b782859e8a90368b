/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * What a run gave: series in time, the map from parameter sets to parameter values, and the files that hold them.
 *
 * <p>In comes a {@link org.ratesweep.core.sweep.Sweep}; out go {@link org.ratesweep.core.results.Results}, which are
 * addressed by output, parameter set and variable, whatever the number of matches, and CSV and JSON files. The blocks
 * of a run are kept as they come, since samples of all sets at one time already stand side by side as a row of the
 * table does. Writers know their format and write to a stream; {@link org.ratesweep.core.results.PendingFiles} sees to
 * it that a name only ever stands for a complete file.
 */
package org.ratesweep.core.results;
