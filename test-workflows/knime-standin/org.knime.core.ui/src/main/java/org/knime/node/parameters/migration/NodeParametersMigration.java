/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.migration;

import java.util.List;

/**
 * Reads a setting from what older versions wrote.
 *
 * @param <T> its type
 */
public interface NodeParametersMigration<T> {
    /** Returns the ways to read it; the first that fits is taken. */
    List<ConfigMigration<T>> getConfigMigrations();
}
