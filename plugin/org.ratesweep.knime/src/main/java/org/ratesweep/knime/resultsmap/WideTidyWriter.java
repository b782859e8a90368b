/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.data.DataCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.ratesweep.core.error.InputException;
import org.ratesweep.knime.results.ResultsTable;

/** Writes one column a series of a set, in the order of the map. All courses are in memory until then. */
final class WideTidyWriter implements TidyWriter {
    private final MapTable map;
    private final List<String> series;
    private final ExecutionContext exec;
    private final Map<String, SetCourse> courses = new HashMap<>();
    private double[] times = {};

    WideTidyWriter(final MapTable map, final List<String> series, final ExecutionContext exec) {
        this.map = map;
        this.series = List.copyOf(series);
        this.exec = exec;
        // Refuses early what would be refused in the end.
        TidyShape.wideSpec(List.copyOf(map.rows().keySet()), map, series);
    }

    @Override
    public void add(final SetCourse course) {
        if (course.times().length > 0) {
            if (times.length > 0 && !Arrays.equals(times, course.times())) {
                throw new InputException("the times of the set '" + course.set()
                        + "' differ from those of the others, so there is no wide table of them; choose the "
                        + "layout Long");
            }
            times = course.times();
        }
        courses.put(course.set(), course);
    }

    @Override
    public BufferedDataTable finish() throws CanceledExecutionException {
        final List<String> sets =
                map.rows().keySet().stream().filter(courses::containsKey).toList();
        final BufferedDataContainer container =
                exec.createDataContainer(TidyShape.wideSpec(sets, map, series), ResultsTable.containerSettings());
        for (int sample = 0; sample < times.length; sample++) {
            exec.checkCanceled();
            final List<DataCell> cells = new ArrayList<>();
            cells.add(new DoubleCell(times[sample]));
            for (final String name : series) {
                for (final String set : sets) {
                    final double[] values = courses.get(set).series().get(name);
                    cells.add(ResultsTable.cell(sample < values.length ? values[sample] : Double.NaN));
                }
            }
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long) sample), cells));
        }
        container.close();
        return container.getTable();
    }
}
