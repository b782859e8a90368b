/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters;

/** Widgets that belong together. */
public interface WidgetGroup {}
