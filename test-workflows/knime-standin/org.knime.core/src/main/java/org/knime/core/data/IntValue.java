/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

/** What can be read as a int. */
public interface IntValue extends DataValue {
    /** Returns the value. */
    int getIntValue();
}
