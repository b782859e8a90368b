/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

/** What can be read as a double. */
public interface DoubleValue extends DataValue {
    /** Returns the value. */
    double getDoubleValue();
}
