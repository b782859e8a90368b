/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;
import org.ratesweep.standin.config.Config;

/** Settings of nodes. */
public final class NodeSettings extends Config implements NodeSettingsRO, NodeSettingsWO {
    /** Creates empty settings. */
    public NodeSettings(final String key) {
        super(key, NodeSettings::new);
    }

    /** Reads settings from XML, and closes the stream. */
    public static synchronized NodeSettingsRO loadFromXML(final InputStream in) throws IOException {
        return read(in, NodeSettings::new);
    }

    @Override
    public NodeSettingsWO addNodeSettings(final String key) {
        return (NodeSettingsWO) addChild(key);
    }

    @Override
    public void addNodeSettings(final NodeSettings settings) {
        addChild(settings);
    }

    @Override
    public NodeSettings getNodeSettings(final String key) throws InvalidSettingsException {
        return (NodeSettings) child(key);
    }
}
