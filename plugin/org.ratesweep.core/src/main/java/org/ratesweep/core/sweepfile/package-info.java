/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Sweep files: in comes a YAML file with the arguments of PyRates' {@code grid_search}, and the CSV files that it
 * names; out goes a {@link org.ratesweep.core.sweepfile.SweepFile} with a {@link org.ratesweep.core.sweep.Sweep} that
 * can be run.
 *
 * <p>The keys are those of the reference, one to one. {@code SweepFileReader} puts the parts together, one reader reads
 * each part, and {@code Places} knows where each part is written, so that a problem that is found later, for instance a
 * path that the model does not have, is still reported with file, line and column. Data files are only read from the
 * sweep file's own folder and from folders that the caller allows, since sweep files are passed on. Nothing depends on
 * this package but the programs at the end.
 */
package org.ratesweep.core.sweepfile;
