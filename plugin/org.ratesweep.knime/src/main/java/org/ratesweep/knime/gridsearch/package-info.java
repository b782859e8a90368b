/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The node <em>Grid Search</em>: runs a model once for every row of a grid table and gives the courses in time of the
 * chosen outputs and a map of how every parameter set fared.
 *
 * <p>A run passes through these types in order: {@link org.ratesweep.knime.gridsearch.GridSearchParameters} are what
 * the user chose; a {@code SearchPlan} is what they come to for a model, checked with nothing but the specs, so that
 * configure and execute say the same; {@code GridTable}, {@code ParameterMapTable} and {@code SignalsTable} read the
 * inputs; {@code SearchSweep} makes the core's sweep of all that; {@code GridSearch} runs it and hands each set, as it
 * comes, to a {@code ResultsWriter} (one for each layout) and the {@code ResultsMapWriter}.
 */
package org.ratesweep.knime.gridsearch;
