/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/** Writes the courses of the parameter sets into a table, as they come. Mutable; it belongs to one execution. */
interface ResultsWriter {
    /**
     * Takes the next parameter set.
     *
     * @param courses its courses
     * @throws CanceledExecutionException if the user does not want to wait for the rest
     */
    void add(SetCourses courses) throws CanceledExecutionException;

    /** Returns the table of everything that was added. */
    BufferedDataTable finish() throws CanceledExecutionException;

    /**
     * Begins a table.
     *
     * @param layout its form
     * @param shape what its rows are made of
     * @param exec where it is created
     * @return a new writer
     */
    static ResultsWriter of(final ResultsLayout layout, final ResultsShape shape, final ExecutionContext exec) {
        return switch (layout) {
            case LIST -> new ListWriter(shape, exec);
            case LONG -> new LongWriter(shape, exec);
            case WIDE -> new WideWriter(shape, exec);
        };
    }
}
