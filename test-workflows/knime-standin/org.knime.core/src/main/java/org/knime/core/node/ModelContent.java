/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;
import org.ratesweep.standin.config.Config;

/** Content of port objects. */
public final class ModelContent extends Config implements ModelContentRO, ModelContentWO {
    /** Creates empty content. */
    public ModelContent(final String key) {
        super(key, ModelContent::new);
    }

    /** Reads content from XML, and closes the stream. */
    public static synchronized ModelContentRO loadFromXML(final InputStream in) throws IOException {
        return read(in, ModelContent::new);
    }

    @Override
    public ModelContentWO addModelContent(final String key) {
        return (ModelContent) addChild(key);
    }

    @Override
    public void addModelContent(final ModelContent content) {
        addChild(content);
    }

    @Override
    public ModelContent getModelContent(final String key) throws InvalidSettingsException {
        return (ModelContent) child(key);
    }
}
