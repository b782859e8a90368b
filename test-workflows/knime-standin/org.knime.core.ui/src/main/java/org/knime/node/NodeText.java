/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node;

/**
 * What users read of a node.
 *
 * @param name its name
 * @param icon the path of its icon
 * @param shortDescription a sentence
 * @param fullDescription all of it, in XHTML
 */
record NodeText(String name, String icon, String shortDescription, String fullDescription) {}
