/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

/** What can be read as a long. */
public interface LongValue extends DataValue {
    /** Returns the value. */
    long getLongValue();
}
