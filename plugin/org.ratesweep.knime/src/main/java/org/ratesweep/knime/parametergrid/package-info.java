/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The node <i>Parameter Grid</i>: a model goes in; the table of parameter sets and the table that says what each of
 * its columns sets come out.
 *
 * <p>{@link org.ratesweep.knime.parametergrid.ParameterGridNodeFactory} is what KNIME starts from. What the user
 * asked for is in {@code ParameterGridParameters}, what it comes to in {@code GridDefinition}, and how that looks as
 * tables in {@code GridTables}.
 */
package org.ratesweep.knime.parametergrid;
