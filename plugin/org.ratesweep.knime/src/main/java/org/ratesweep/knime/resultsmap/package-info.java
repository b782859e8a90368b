/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The node <em>Results Map</em>: measures the courses in time that Grid Search gave, sorts its map by parameters, and
 * makes a tidy table of courses with the parameter values beside them.
 *
 * <p>{@code ResultsFormat} recognizes the three layouts of results by their columns and hands them on as {@link
 * org.ratesweep.knime.resultsmap.SetCourse}s, one parameter set at a time; {@code CourseAnalysis} adds derived series
 * and measures; {@code MapTable} is the results map, and the {@code TidyWriter}s and {@code MatrixTable} write the
 * other one.
 */
package org.ratesweep.knime.resultsmap;
