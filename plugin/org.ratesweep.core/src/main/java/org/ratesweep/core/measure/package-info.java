/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Measures: what a course in time comes to, in one number.
 *
 * <p>In come times and values as plain arrays, wherever they were kept, as a {@link org.ratesweep.core.measure.Series},
 * or an expression over several of them as a {@link org.ratesweep.core.measure.DerivedSeries}; out goes the number of a
 * {@link org.ratesweep.core.measure.Measure}. Everything is a pure function of its arguments: this stage knows neither
 * sweeps nor parameter sets, so that tables from anywhere can be measured.
 *
 * <p>To add a measure is to add a constant, or a factory if it has a setting, to {@code Measure}.
 */
package org.ratesweep.core.measure;
