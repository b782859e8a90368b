/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.CanceledExecutionException;
import org.ratesweep.core.error.InputException;
import org.ratesweep.knime.results.ResultsColumns;

/**
 * One row a sample; those of a parameter set are next to each other.
 *
 * @param spec the columns of the table
 */
record LongFormat(DataTableSpec spec) implements ResultsFormat {
    @Override
    public List<String> outputs() {
        return ResultsFormat.series(spec, List.of(ResultsColumns.TIME), false);
    }

    @Override
    public void read(final DataTable table, final RowCount count, final Courses courses)
            throws CanceledExecutionException {
        final List<String> outputs = outputs();
        final int[] columns = outputs.stream().mapToInt(spec::findColumnIndex).toArray();
        final int setColumn = spec.findColumnIndex(ResultsColumns.SET);
        final int timeColumn = spec.findColumnIndex(ResultsColumns.TIME);
        final Set<String> known = new HashSet<>();
        Optional<Part> part = Optional.empty();
        long rows = 0;
        for (final DataRow row : table) {
            final String set = set(row, setColumn);
            if (part.isEmpty() || !part.get().set().equals(set)) {
                if (part.isPresent()) {
                    courses.accept(part.get().course(outputs));
                }
                if (!known.add(set)) {
                    throw new InputException("the rows of the parameter set '" + set
                            + "' are not next to each other; sort the results by '" + ResultsColumns.SET + "' and '"
                            + ResultsColumns.TIME + "'");
                }
                part = Optional.of(Part.of(set, outputs.size()));
            }
            part.get().add(row, timeColumn, columns);
            rows++;
            count.read(rows);
        }
        if (part.isPresent()) {
            courses.accept(part.get().course(outputs));
        }
    }

    private static String set(final DataRow row, final int column) {
        if (row.getCell(column) instanceof StringValue value) {
            return value.getStringValue();
        }
        throw new InputException("the row '" + row.getKey().getString() + "' of the results names no parameter set");
    }

    /** The rows of one set, as far as they have been read. */
    private record Part(String set, DoubleStream.Builder times, List<DoubleStream.Builder> series) {
        static Part of(final String set, final int outputs) {
            return new Part(
                    set,
                    DoubleStream.builder(),
                    Stream.generate(DoubleStream::builder).limit(outputs).toList());
        }

        void add(final DataRow row, final int timeColumn, final int[] columns) {
            times.add(ResultsFormat.number(row, timeColumn));
            for (int i = 0; i < columns.length; i++) {
                series.get(i).add(ResultsFormat.number(row, columns[i]));
            }
        }

        SetCourse course(final List<String> outputs) {
            final Map<String, double[]> named = new LinkedHashMap<>();
            for (int i = 0; i < outputs.size(); i++) {
                named.put(outputs.get(i), series.get(i).build().toArray());
            }
            return new SetCourse(set, times.build().toArray(), named);
        }
    }
}
