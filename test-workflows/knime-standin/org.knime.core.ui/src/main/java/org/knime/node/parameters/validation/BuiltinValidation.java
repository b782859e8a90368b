/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.validation;

/** What a widget checks while the user types. */
public interface BuiltinValidation {
    /** Returns what the user reads if the check fails. */
    String getErrorMessage();
}
