/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.knime.core.node.context;

/**
 * Can be copied with all that it holds.
 *
 * @param <T> the class of the copy
 */
public interface DeepCopy<T> {
    /** Returns a copy. */
    T copy();
}
