/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/** Writes the tidy table. Mutable; it belongs to one execution. */
interface TidyWriter {
    /**
     * Takes the courses of a set that is in the map.
     *
     * @param course its courses, derived series included
     * @throws CanceledExecutionException if the user does not want to wait for the rest
     */
    void add(SetCourse course) throws CanceledExecutionException;

    /** Returns the table of everything that was added. */
    BufferedDataTable finish() throws CanceledExecutionException;

    /**
     * Begins a table.
     *
     * @param layout its form
     * @param map the parameter values
     * @param series the names of all series
     * @param exec where it is created
     * @return a new writer; none of a matrix, which holds measures instead of courses
     */
    static Optional<TidyWriter> of(
            final TidyLayout layout, final MapTable map, final List<String> series, final ExecutionContext exec) {
        return switch (layout) {
            case LONG -> Optional.of(new LongTidyWriter(map, series, exec));
            case WIDE -> Optional.of(new WideTidyWriter(map, series, exec));
            case MATRIX -> Optional.empty();
        };
    }
}
