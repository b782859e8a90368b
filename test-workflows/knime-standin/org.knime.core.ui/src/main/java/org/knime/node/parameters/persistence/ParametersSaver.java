/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/**
 * Writes a setting.
 *
 * @param <T> its type
 */
public interface ParametersSaver<T> {
    /** Writes. */
    void save(T value, NodeSettingsWO settings);
}
