/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.template;

import java.util.List;
import org.ratesweep.core.expression.LinearMap;
import org.ratesweep.core.random.Distribution;

/** Which pairs of units a connection joins, and the weight of each. */
public sealed interface Weights {
    /** Every pair, each with the weight 1. */
    record Same() implements Weights {}

    /**
     * Every pair.
     *
     * @param matrix the weights: a row for each target unit, a column for each source unit
     */
    record Matrix(LinearMap.Dense matrix) implements Weights {}

    /**
     * Some pairs.
     *
     * @param pairs the pairs, in any order
     */
    record Listed(List<Pair> pairs) implements Weights {
        public Listed {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * Two units and what lies between them.
     *
     * @param target the number of the target unit, from 0
     * @param source the number of the source unit, from 0
     * @param weight the weight
     */
    record Pair(int target, int source, double weight) {}

    /**
     * Each pair with some probability, independently; a unit may be joined with itself.
     *
     * @param probability the probability, from 0 to 1
     * @param weight the distribution of the weights
     * @param seed what both follow from
     */
    record Random(double probability, Distribution weight, long seed) implements Weights {}
}
