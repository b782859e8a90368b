/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.widget.choices.util;

/** Knows which input it is about. */
public interface InputTableIndexHolder {
    /** Returns the input port. */
    default int getInputTableIndex() {
        return 0;
    }
}
