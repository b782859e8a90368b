/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Random numbers that follow from a seed and from what they are for, in whatever order they are asked for: the generator, the
 * quantile function of the normal distribution, and distributions that users can write.
 */
package org.ratesweep.core.random;
