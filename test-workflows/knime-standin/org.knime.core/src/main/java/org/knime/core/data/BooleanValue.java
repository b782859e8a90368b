/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

/** What can be read as a truth. */
public interface BooleanValue extends DataValue {
    /** Returns the value. */
    boolean getBooleanValue();
}
