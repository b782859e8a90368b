/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

/** What can be read as a text. */
public interface StringValue extends DataValue {
    /** Returns the value. */
    String getStringValue();
}
