/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Tables of numbers: CSV text comes in, columns of doubles go out, or an {@link org.ratesweep.core.error.InputException} with
 * line and column.
 */
package org.ratesweep.core.table;
