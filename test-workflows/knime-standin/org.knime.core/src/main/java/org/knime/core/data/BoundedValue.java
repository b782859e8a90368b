/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

/** What lies between bounds. */
public interface BoundedValue extends DataValue {}
