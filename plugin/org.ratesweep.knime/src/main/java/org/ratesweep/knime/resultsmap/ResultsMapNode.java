/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.ratesweep.core.error.InputException;
import org.ratesweep.knime.port.InputProblems;
import org.ratesweep.knime.results.ResultsTable;

/** What Results Map does when KNIME configures and executes it. */
final class ResultsMapNode {
    static final int RESULTS = 0;
    static final int MAP = 1;
    private static final int SORTED_MAP = 0;
    private static final int TIDY = 1;
    private static final int ROWS_BETWEEN_REPORTS = 1 << 12;

    private ResultsMapNode() {}

    /**
     * Checks everything that specs allow, and says what the tables will look like.
     *
     * @param in settings and specs
     * @param out takes the specs, as far as they are known
     * @throws InvalidSettingsException with what is wrong and what was expected
     */
    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ResultsMapParameters parameters = in.getParameters();
        final Optional<DataTableSpec> results = table(in, RESULTS);
        final Optional<DataTableSpec> map = table(in, MAP);
        try {
            if (map.isPresent()) {
                MapTable.check(map.get(), List.of(parameters.m_sortBy));
            }
            if (results.isEmpty() || map.isEmpty()) {
                return;
            }
            final List<String> outputs = ResultsFormat.of(results.get()).outputs();
            final CourseAnalysis analysis = CourseAnalysis.of(parameters, outputs);
            final DataTableSpec measured = TidyShape.mapSpec(map.get(), analysis.measureColumns());
            out.setOutSpec(SORTED_MAP, measured);
            switch (parameters.m_layout) {
                case LONG ->
                    out.setOutSpec(TIDY, TidyShape.longSpec(MapTable.parameters(map.get()), series(outputs, analysis)));
                case WIDE -> {
                    // Its columns are the rows of the map.
                }
                case MATRIX -> MatrixTable.check(parameters, measured);
            }
        } catch (final InputException problem) {
            throw InputProblems.toInvalidSettingsException(problem);
        }
    }

    private static Optional<DataTableSpec> table(final ConfigureInput in, final int port) {
        // KNIME stands in an empty spec for one that is not known yet.
        return in.getInPortSpecs()[port] instanceof DataTableSpec spec && spec.getNumColumns() > 0
                ? Optional.of(spec)
                : Optional.empty();
    }

    private static List<String> series(final List<String> outputs, final CourseAnalysis analysis) {
        final List<String> series = new ArrayList<>(outputs);
        series.addAll(analysis.derived().keySet());
        return series;
    }

    /**
     * Measures, sorts and joins.
     *
     * @param in settings and tables
     * @param out takes the sorted map, the tidy table and a warning about sets that could not be measured
     * @throws CanceledExecutionException if the user does not want to wait for the rest
     * @throws KNIMEException with what is wrong and what was expected
     */
    static void execute(final ExecuteInput in, final ExecuteOutput out)
            throws CanceledExecutionException, KNIMEException {
        try {
            analyse(in.getParameters(), in.getInTable(RESULTS), in.getInTable(MAP), in.getExecutionContext(), out);
        } catch (final InputException problem) {
            throw InputProblems.toKnimeException(problem);
        }
    }

    private static void analyse(
            final ResultsMapParameters parameters,
            final BufferedDataTable results,
            final BufferedDataTable mapTable,
            final ExecutionContext exec,
            final ExecuteOutput out)
            throws CanceledExecutionException {
        final MapTable map = MapTable.read(mapTable).sortedBy(List.of(parameters.m_sortBy));
        final ResultsFormat format = ResultsFormat.of(results.getDataTableSpec());
        final List<String> outputs = format.outputs();
        final CourseAnalysis analysis = CourseAnalysis.of(parameters, outputs);
        final Optional<TidyWriter> tidy = TidyWriter.of(parameters.m_layout, map, series(outputs, analysis), exec);
        final Map<String, double[]> measured = new HashMap<>();
        final List<String> problems = new ArrayList<>();
        format.read(results, rows -> follow(rows, results.size(), exec), course -> {
            if (map.rows().containsKey(course.set())) {
                final SetCourse complete = analysis.withDerived(course);
                measured.put(course.set(), measure(analysis, complete, problems));
                if (tidy.isPresent()) {
                    tidy.get().add(complete);
                }
            }
        });
        final List<String> warnings = new ArrayList<>();
        final BufferedDataTable sorted = sortedMap(map, analysis, measured, exec);
        out.setOutData(SORTED_MAP, sorted);
        if (tidy.isPresent()) {
            out.setOutData(TIDY, tidy.get().finish());
        } else {
            final MatrixTable matrix = MatrixTable.read(parameters, sorted);
            out.setOutData(TIDY, matrix.write(exec));
            matrix.warning().ifPresent(warnings::add);
        }
        if (!problems.isEmpty()) {
            warnings.add(problems.size() + (problems.size() == 1 ? " parameter set" : " parameter sets")
                    + " could not be measured: " + problems.get(0));
        }
        final int absent = map.rows().size() - measured.size();
        if (absent > 0) {
            warnings.add("the results do not have " + absent + " of the "
                    + map.rows().size() + " parameter sets of the map; their measures are missing");
        }
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(System.lineSeparator(), warnings));
        }
    }

    private static double[] measure(
            final CourseAnalysis analysis, final SetCourse course, final List<String> problems) {
        if (course.times().length == 0) {
            return new double[0];
        }
        try {
            return analysis.measure(course);
        } catch (final InputException problem) {
            problems.add(problem.getMessage());
            return new double[0];
        }
    }

    private static void follow(final long rows, final long all, final ExecutionContext exec)
            throws CanceledExecutionException {
        exec.checkCanceled();
        if (rows % ROWS_BETWEEN_REPORTS == 0 || all < ROWS_BETWEEN_REPORTS) {
            exec.setProgress(rows / (double) all, () -> "row " + rows + " of " + all);
        }
    }

    private static BufferedDataTable sortedMap(
            final MapTable map,
            final CourseAnalysis analysis,
            final Map<String, double[]> measured,
            final ExecutionContext exec) {
        final List<String> columns = analysis.measureColumns();
        final BufferedDataContainer container = exec.createDataContainer(TidyShape.mapSpec(map.spec(), columns));
        map.rows()
                .forEach((set, row) -> container.addRowToTable(new DefaultRow(
                        row.getKey(), cells(row, measured.getOrDefault(set, new double[0]), columns.size()))));
        container.close();
        return container.getTable();
    }

    private static List<DataCell> cells(final DataRow row, final double[] measures, final int columns) {
        final List<DataCell> cells = new ArrayList<>();
        row.forEach(cells::add);
        for (int i = 0; i < columns; i++) {
            cells.add(i < measures.length ? ResultsTable.cell(measures[i]) : DataType.getMissingCell());
        }
        return cells;
    }
}
