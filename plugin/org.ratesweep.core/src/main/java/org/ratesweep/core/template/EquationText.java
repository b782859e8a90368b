/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import org.ratesweep.core.error.SourceLocation;

/**
 * One equation of an operator, as yet a text.
 *
 * @param text the equation
 * @param location where it is written; for an edited equation the place of the edits
 */
public record EquationText(String text, SourceLocation location) {}
