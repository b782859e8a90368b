/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.workflow;

import org.knime.core.node.NodeSettings;

/**
 * A node as it was saved.
 *
 * @param id its number
 * @param name what the workflow calls it
 * @param factory the class name of its factory
 * @param settings all of its file
 */
record SavedNode(int id, String name, String factory, NodeSettings settings) {}
