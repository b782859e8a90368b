/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.migration;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * Reads a setting.
 *
 * @param <T> its type
 */
public interface ParametersLoader<T> {
    /** Reads. */
    T load(NodeSettingsRO settings) throws InvalidSettingsException;
}
