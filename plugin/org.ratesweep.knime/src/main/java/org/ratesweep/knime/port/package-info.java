/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * What travels between the nodes beside tables: a model, self-contained, and the description of it that is there
 * before anything ran.
 *
 * <p>{@link org.ratesweep.knime.port.ModelPortObject} holds the text of every template file that the model needs;
 * {@link org.ratesweep.knime.port.ModelPortObjectSpec} lists its variables, from which dialogs offer choices and
 * nodes check their settings. Both are saved in workflows, with a format number; their class names must never change.
 * {@link org.ratesweep.knime.port.InputProblems} turns what the core says about bad input into the exceptions that
 * KNIME shows to its users.
 */
package org.ratesweep.knime.port;
