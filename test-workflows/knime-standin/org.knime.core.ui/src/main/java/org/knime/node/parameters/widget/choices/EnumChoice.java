/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.node.parameters.widget.choices;

/** A constant that can be chosen. */
public record EnumChoice<E extends Enum<E>>(E id, String text) {}
