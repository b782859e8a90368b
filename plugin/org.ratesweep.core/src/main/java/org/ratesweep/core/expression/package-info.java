/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The equation language. In comes the text of one equation, out goes an immutable tree, or an
 * {@link org.ratesweep.core.error.InputException} that shows the text with a caret under the culprit.
 *
 * <p>Text passes through {@link org.ratesweep.core.expression.Lexer} and a parser into {@link
 * org.ratesweep.core.expression.Equation} and {@link org.ratesweep.core.expression.Expression}; from there, {@link
 * org.ratesweep.core.expression.Simplifier} rewrites a tree into a cheaper one, and {@code evaluate} computes its value
 * plainly, as the yardstick for anything faster. Each step is a class of its own that visits the tree, so that a
 * further one (a compiler, a derivative) needs no change here. What a name means is not decided here: every name that
 * is no function stays a variable. {@link org.ratesweep.core.expression.Function} is the one table of the functions.
 *
 * <p>Steps recurse, so trees must stay shallow: the parser refuses more than 250 levels, and a sum of any number of
 * terms is one level, because a network's fan-in is a sum of thousands of terms.
 */
package org.ratesweep.core.expression;
