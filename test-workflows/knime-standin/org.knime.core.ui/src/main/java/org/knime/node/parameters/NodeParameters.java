/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/** Settings of a node: a class with a constructor without arguments and fields that are not private. */
public interface NodeParameters extends Persistable, WidgetGroup {
    /** Throws if the settings cannot go together. */
    default void validate() throws InvalidSettingsException {}
}
