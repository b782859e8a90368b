/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

/** The set of numbers a variable takes its values from. */
public enum ValueType {
    /** Real numbers; whole numbers are real numbers, too. */
    REAL,
    /** Complex numbers. */
    COMPLEX
}
