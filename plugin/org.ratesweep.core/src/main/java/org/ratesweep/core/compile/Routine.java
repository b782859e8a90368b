/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.compile;

/**
 * Generated code: computes one group of values for all lanes of a block.
 *
 * <p>Lane k of slot s stands at {@code region[s * stride + k]}, with the stride that the routine was generated for. All
 * arithmetic is element-wise, so a lane's result does not depend on its place, on the other lanes or on their number.
 *
 * <p>It is public for generated classes alone, which have a class loader of their own.
 */
@FunctionalInterface
public interface Routine {
    /**
     * @param lanes how many lanes to compute, at most the stride
     * @param shared see {@link Region#SHARED}; slots behind those of the signals are written
     * @param state see {@link Region#STATE}; only read
     * @param start see {@link Region#START}; only read
     * @param parameters see {@link Region#PARAMETERS}
     * @param scratch see {@link Region#SCRATCH}; content before and after means nothing
     * @param result see {@link Region#RESULT}; written
     * @param work for functions over lanes, longer than the scratch by {@link org.ratesweep.core.lanes.Chunks#ROOM}
     */
    void run(
            int lanes,
            double[] shared,
            double[] state,
            double[] start,
            double[] parameters,
            double[] scratch,
            double[] result,
            double[] work);
}
