/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The flattened system: what is integrated.
 *
 * <p>In comes a circuit template; out goes a {@link org.ratesweep.core.model.Model}: parameters, state variables with their
 * derivatives and algebraic variables in dependency order, all under full paths, with nodes, operators and edges dissolved
 * into expressions. A later stage needs to know nothing of templates, and a model never changes: whatever depends on a
 * particular run (which inputs a signal drives) gives a new model.
 *
 * <p>Nodes that are alike are found by {@code Stacking} when a model is compiled, and become the units of one, with the edges
 * between them as a matrix: a network that is listed node by node runs as one that is written as a population.
 */
package org.ratesweep.core.model;
