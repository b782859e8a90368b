/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.persistence;

/** Can be written as settings. */
public interface Persistable {}
