/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import org.ratesweep.standin.config.ConfigWriter;

/** Settings to write. */
public interface NodeSettingsWO extends ConfigWriter {
    /** Adds nested settings, in place of those there. */
    NodeSettingsWO addNodeSettings(String key);

    /** Adds a copy of other settings under their own key. */
    void addNodeSettings(NodeSettings settings);
}
