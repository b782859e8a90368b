/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import org.ratesweep.standin.config.ConfigReader;

/** Settings to read. */
public interface NodeSettingsRO extends ConfigReader {
    /** Returns nested settings. */
    NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;
}
