/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.ratesweep.core.error.InputException;
import org.ratesweep.knime.results.ResultsColumns;

/**
 * One column a series of a set, called {@code output|set} or {@code output|set|path}. The whole table is in memory
 * while it is read: no set is complete before the last row.
 *
 * @param spec the columns of the table
 */
record WideFormat(DataTableSpec spec) implements ResultsFormat {
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(ResultsColumns.SEPARATOR));
    private static final int MOST_PARTS = 3;

    /** What a column holds. */
    private record Column(String set, String output) {
        static Column of(final String name) {
            final List<String> parts = Arrays.asList(SEPARATOR.split(name, -1));
            if (parts.size() < 2 || parts.size() > MOST_PARTS) {
                throw new InputException("the column '" + name
                        + "' of the results is not called output|set or output|set|path, as those of the wide layout "
                        + "of Grid Search are");
            }
            return new Column(
                    parts.get(1),
                    parts.size() < MOST_PARTS ? parts.get(0) : parts.get(0) + ResultsColumns.SEPARATOR + parts.get(2));
        }
    }

    @Override
    public List<String> outputs() {
        return names().stream().map(name -> Column.of(name).output()).distinct().toList();
    }

    private List<String> names() {
        return ResultsFormat.series(spec, List.of(ResultsColumns.TIME), false);
    }

    @Override
    public void read(final DataTable table, final RowCount count, final Courses courses)
            throws CanceledExecutionException {
        final List<String> names = names();
        final int[] columns = names.stream().mapToInt(spec::findColumnIndex).toArray();
        final int timeColumn = spec.findColumnIndex(ResultsColumns.TIME);
        final DoubleStream.Builder samplingTimes = DoubleStream.builder();
        final List<DoubleStream.Builder> series =
                Stream.generate(DoubleStream::builder).limit(columns.length).toList();
        long rows = 0;
        for (final DataRow row : table) {
            samplingTimes.add(ResultsFormat.number(row, timeColumn));
            for (int i = 0; i < columns.length; i++) {
                series.get(i).add(ResultsFormat.number(row, columns[i]));
            }
            rows++;
            count.read(rows);
        }
        final Map<String, Map<String, double[]>> sets = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            final Column column = Column.of(names.get(i));
            sets.computeIfAbsent(column.set(), set -> new LinkedHashMap<>())
                    .put(column.output(), series.get(i).build().toArray());
        }
        final double[] times = samplingTimes.build().toArray();
        final List<String> outputs = outputs();
        final double[] absent = new double[Math.toIntExact(rows)];
        Arrays.fill(absent, Double.NaN);
        for (final Map.Entry<String, Map<String, double[]>> set : sets.entrySet()) {
            // Columns may have been filtered out.
            outputs.forEach(output -> set.getValue().putIfAbsent(output, absent));
            courses.accept(new SetCourse(set.getKey(), times, set.getValue()));
        }
    }
}
