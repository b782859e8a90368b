/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * What every stage says when a user's input cannot be used: one exception type that carries the place, the problem and the
 * chain of references that led there, and the search for the names that were probably meant. Used by all stages, uses none.
 */
package org.ratesweep.core.error;
