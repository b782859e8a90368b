/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.results;

/**
 * What a column of the results holds.
 *
 * @param output the key of the output
 * @param set the name of the parameter set, for instance {@code JRC2_0}
 * @param path the full path of the recorded variable
 */
public record SeriesName(String output, String set, String path) {
    /** Returns {@code output|parameter set|variable path}, the column's header in a table. */
    @Override
    public String toString() {
        return output + "|" + set + "|" + path;
    }
}
