/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.Optional;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.ratesweep.core.solve.Recording;
import org.ratesweep.core.sweep.SetBlock;
import org.ratesweep.knime.results.ResultsTable;

/**
 * The courses in time of one parameter set.
 *
 * @param set the name of the set
 * @param recording where its samples are; empty if it was not run
 * @param lane its number in the recording
 * @param timeReached the time up to which its values count
 */
record SetCourses(String set, Optional<Recording> recording, int lane, double timeReached) {
    /** Returns the courses of a set that was not run. */
    static SetCourses none(final String set) {
        return new SetCourses(set, Optional.empty(), 0, Double.NEGATIVE_INFINITY);
    }

    /** Returns the courses of one of the sets of a block. */
    static SetCourses of(final SetBlock block, final int lane) {
        return new SetCourses(
                block.outcomes().get(lane).name(),
                Optional.of(block.recording()),
                lane,
                block.outcomes().get(lane).timeReached());
    }

    /**
     * Returns one sample.
     *
     * @param variable the number of the variable
     * @param row the number of the sample in time
     * @param time the time of the sample
     * @return the value, or a missing cell where the set has none: cells are never NaN or infinite
     */
    DataCell cell(final int variable, final int row, final double time) {
        if (recording.isEmpty() || time > timeReached) {
            return DataType.getMissingCell();
        }
        return ResultsTable.cell(recording.get().value(variable, lane, row));
    }
}
