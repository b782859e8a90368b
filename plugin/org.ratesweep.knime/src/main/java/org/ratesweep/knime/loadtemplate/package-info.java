/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The node <i>Load Template</i>: a template of the built-in library or of a file goes in, a model that needs no file
 * any more and the table of its variables come out.
 *
 * <p>{@link org.ratesweep.knime.loadtemplate.LoadTemplateNodeFactory} is what KNIME starts from. What the user chose
 * is in {@code LoadTemplateParameters}, where it is found in {@code TemplateChoice} and {@code TemplateFileLocation},
 * and what the table looks like in {@code VariablesTable}.
 */
package org.ratesweep.knime.loadtemplate;
