/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/** Filters that take some of what there is, now and later. */
package org.knime.node.parameters.widget.choices.filter;
