/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

/**
 * Edges between all pairs of a unit of one variable and a unit of another, or between some of them: the input of target unit i
 * is the sum of what comes from each source unit j times the weight of the pair.
 *
 * @param edge source, target and what else all pairs have in common; its weight multiplies those of the pairs
 * @param weights which pairs are connected, and how strongly
 */
public record Connection(Edge edge, Weights weights) {}
