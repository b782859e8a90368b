/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node;

/** Marks the classes with which nodes are described in code. */
public interface FluentNodeAPI {}
