/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.updates;

/**
 * The name of a setting's value.
 *
 * @param <V> its type
 */
public interface ParameterReference<V> {}
