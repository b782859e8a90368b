/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * The layout of an array that holds states of many parameter sets: variable s in lane k stands at {@code s * stride + k}.
 *
 * @param variables how many state variables there are
 * @param stride the distance between the same lane of neighbouring variables, at least the number of lanes
 */
public record LaneShape(int variables, int stride) {
    double[] newArray() {
        return new double[variables * stride];
    }

    /** Copies one lane of an array to another lane or array. */
    void copyLane(final double[] source, final int from, final double[] target, final int to) {
        for (int base = 0; base < source.length; base += stride) {
            target[base + to] = source[base + from];
        }
    }
}
