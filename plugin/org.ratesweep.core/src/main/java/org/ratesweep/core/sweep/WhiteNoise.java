/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.List;
import org.ratesweep.core.compile.Block;
import org.ratesweep.core.random.NormalQuantile;
import org.ratesweep.core.random.Philox;
import org.ratesweep.core.solve.FixedStepRun;

/**
 * Gaussian white noise of strength 1: the increment of a Wiener process during a step, divided by the step.
 *
 * <p>The value in parameter set j, noise term k of the model and step i is z / sqrt(step size), where z is the quantile of the
 * normal distribution at a uniform random number of 52 bits, the highest of what {@link Philox} gives for the seed as the key
 * and the counter (i, j, k, u), u being the number of the unit. So it depends on nothing but these: the values of a set are the same whatever else is run,
 * and sets, terms and steps are independent of each other.
 *
 * @param signal the name of the signal by which the model takes the values
 * @param term the number of the term in the model
 * @param unit the number of the unit of the term, 0 if it has only one
 * @param seed what all values of a run follow from
 * @param stepSize the size of a step, in the model's unit of time
 */
record WhiteNoise(String signal, int term, int unit, long seed, double stepSize) {
    /** Returns a normal deviate with mean 0 and standard deviation 1. */
    static double deviate(final long seed, final int set, final int term, final int unit, final int step) {
        return NormalQuantile.of(Philox.fraction(seed, step, set, term, unit));
    }

    /**
     * Returns what gives a block its values.
     *
     * @param block the block
     * @param sets the parameter set in each of its lanes
     */
    FixedStepRun.Drive drive(final Block block, final List<Integer> sets) {
        final Block.Probe place = block.signal(signal);
        final double scale = 1 / Math.sqrt(stepSize);
        return step -> {
            for (int lane = 0; lane < block.used(); lane++) {
                place.values()[place.offset() + lane] = scale * deviate(seed, sets.get(lane), term, unit, step);
            }
        };
    }
}
