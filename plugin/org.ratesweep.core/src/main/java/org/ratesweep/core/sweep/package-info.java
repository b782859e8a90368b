/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The sweep: a grid of parameter values, the map from its columns to the model's variables, and the runs of all
 * parameter sets.
 *
 * <p>In comes a circuit template with a grid, a map, inputs, outputs and times, as a {@link
 * org.ratesweep.core.sweep.Sweep}; out go blocks of recordings, in the order of the grid, each set with a status of its
 * own. The model is flattened and compiled once for each form that delays and spreads give it, whatever the number of sets, so
 * preparation is linear in it. Nothing
 * here holds results: they are handed on as they come.
 *
 * <p>A grid's columns come from a table, or are laid out by a {@link org.ratesweep.core.sweep.ValueRange} a key; those
 * drawn at random follow from a {@link org.ratesweep.core.sweep.RandomDesign}, which several keys share.
 */
package org.ratesweep.core.sweep;
