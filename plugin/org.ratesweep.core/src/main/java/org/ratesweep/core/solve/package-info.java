/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Integration in time: one class a scheme.
 *
 * <p>In comes a block of a compiled model, a time grid and what drives the inputs; out goes a recording of the wanted variables
 * and, for each lane, how far it came. A scheme sees only a vector field over a flat array in which all lanes of all state
 * variables stand; every operation is element-wise, so no lane knows of another.
 *
 * <p>Where a model has delays, {@code History}, or {@code AdaptiveHistory} if lanes differ in time, stands between scheme and
 * block: it keeps the values that will be needed again and feeds the block with delayed ones before each evaluation, so schemes
 * know nothing of delays.
 */
package org.ratesweep.core.solve;
