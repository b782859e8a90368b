/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.yaml;

import org.ratesweep.core.error.InputException;

/**
 * How much a YAML text may make its reader do.
 *
 * @param size the longest text in characters, and the largest file in bytes; at most {@value #LARGEST_SIZE}
 * @param nodes the most nodes of the tree, where what an alias stands for counts as often as it is referred to
 * @param depth the most mappings and sequences inside each other; at most {@value #LARGEST_DEPTH}
 */
public record YamlLimits(int size, int nodes, int depth) {
    /** The longest text that the parser underneath takes. */
    public static final int LARGEST_SIZE = 3 << 20;

    /** The deepest text that the stack of a thread certainly holds. */
    public static final int LARGEST_DEPTH = 500;

    /** What suits files that people write: 3 MiB (some 40000 edges), a million nodes, 100 levels. */
    public static final YamlLimits STANDARD = new YamlLimits(LARGEST_SIZE, 1_000_000, 100);

    public YamlLimits {
        if (size < 1 || size > LARGEST_SIZE || nodes < 1 || depth < 1 || depth > LARGEST_DEPTH) {
            throw new InputException("limits of YAML texts must be positive, of size at most " + LARGEST_SIZE
                    + " and of depth at most " + LARGEST_DEPTH);
        }
    }
}
