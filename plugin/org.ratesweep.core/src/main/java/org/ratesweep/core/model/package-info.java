/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The flattened system: what is integrated.
 *
 * <p>In comes a circuit template; out goes a {@link org.ratesweep.core.model.Model}: parameters, state variables with their
 * derivatives and algebraic variables in dependency order, all under full paths, with nodes, operators and edges dissolved
 * into expressions. A later stage needs to know nothing of templates, and a model never changes: whatever depends on a
 * particular run (which inputs a signal drives) gives a new model.
 */
package org.ratesweep.core.model;
