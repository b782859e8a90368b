/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.solve;

/**
 * An extrinsic signal as an adaptive run sees it: sample i belongs to the time i times the step size of the time grid.
 *
 * @param target the input that it drives
 * @param samples its numbers
 */
public record SampledInput(String target, Samples samples) {
    /** Gives the numbers of a signal. */
    @FunctionalInterface
    public interface Samples {
        /**
         * Returns a sample.
         *
         * @param step the step of the time grid
         * @param lane the lane that carries the parameter set, at the start of the run
         */
        double at(int step, int lane);
    }

    /** What a signal is between two samples. */
    public enum Interpolation {
        /** The earlier one, as under solvers of fixed step. */
        HELD("held"),
        /** On a straight line from one to the next; behind the last one as that. */
        LINEAR("linear");

        private final String word;

        Interpolation(final String word) {
            this.word = word;
        }

        /** Returns how users write it. */
        public String word() {
            return word;
        }
    }
}
