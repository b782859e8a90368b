/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.data;

/** What can be told apart but not measured. */
public interface NominalValue extends DataValue {}
