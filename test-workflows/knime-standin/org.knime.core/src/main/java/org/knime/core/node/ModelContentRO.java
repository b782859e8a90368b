/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

import org.ratesweep.standin.config.ConfigReader;

/** Content of a port object to read. */
public interface ModelContentRO extends ConfigReader {
    /** Returns nested content. */
    ModelContentRO getModelContent(String key) throws InvalidSettingsException;
}
