/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

/**
 * A value that is stored.
 *
 * @param target where it goes: a load of the same slot reads it
 * @param value the number of the value
 */
record Assignment(Operation.Load target, int value) {}
