/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The form of the tables that <em>Grid Search</em> writes and <em>Results Map</em> reads and writes.
 *
 * <p>{@link org.ratesweep.knime.results.ResultsColumns} has the names of the columns, which users' workflows refer to;
 * {@link org.ratesweep.knime.results.ResultsTable} makes specs, containers and cells for such tables.
 */
package org.ratesweep.knime.results;
