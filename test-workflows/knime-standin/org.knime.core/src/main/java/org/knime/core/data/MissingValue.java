/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

/** A value that is not there. */
public interface MissingValue extends DataValue {
    /** Returns why, which may be null, as with KNIME. */
    String getError();
}
