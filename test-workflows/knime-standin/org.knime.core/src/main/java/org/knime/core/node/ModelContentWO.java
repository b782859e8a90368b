/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import org.ratesweep.standin.config.ConfigWriter;

/** Content of a port object to write. */
public interface ModelContentWO extends ConfigWriter {
    /** Adds nested content, in place of what is there. */
    ModelContentWO addModelContent(String key);

    /** Adds a copy of other content under its own key. */
    void addModelContent(ModelContent content);
}
