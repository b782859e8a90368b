/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.ratesweep.knime.Rows;
import org.ratesweep.knime.results.ResultsTable;

/** Courses in time that a formula gives, as the tables of Grid Search in all layouts. */
final class Courses {
    /** The layouts of Grid Search. */
    enum Layout {
        LIST,
        LONG,
        WIDE
    }

    private final double step;
    private final int samples;
    private final List<String> outputs;
    private final Map<String, double[][]> sets = new LinkedHashMap<>();

    /** Courses without any set yet, which start at time 0. */
    Courses(final double step, final int samples, final String... outputs) {
        this.step = step;
        this.samples = samples;
        this.outputs = List.of(outputs);
    }

    /** Adds a set, with a formula over time for each output. */
    Courses with(final String set, final DoubleUnaryOperator... formulas) {
        final double[][] values = new double[formulas.length][samples];
        for (int output = 0; output < formulas.length; output++) {
            for (int sample = 0; sample < samples; sample++) {
                values[output][sample] = formulas[output].applyAsDouble(sample * step);
            }
        }
        sets.put(set, values);
        return this;
    }

    Rows table(final Layout layout) {
        return switch (layout) {
            case LIST -> lists();
            case LONG -> samples();
            case WIDE -> columns();
        };
    }

    private Rows lists() {
        final List<DataColumnSpec> columns =
                new ArrayList<>(List.of(ResultsTable.number("time start"), ResultsTable.number("time step")));
        final DataType list = ListCell.getCollectionType(DoubleCell.TYPE);
        outputs.forEach(output -> columns.add(ResultsTable.column(output, list)));
        final List<DataRow> rows = new ArrayList<>();
        sets.forEach((set, values) -> {
            final List<DataCell> cells = new ArrayList<>(List.of(new DoubleCell(0), new DoubleCell(step)));
            for (final double[] course : values) {
                cells.add(CollectionCellFactory.createListCell(
                        Arrays.stream(course).mapToObj(ResultsTable::cell).toList()));
            }
            rows.add(new DefaultRow(set, cells));
        });
        return new Rows(spec(columns), rows);
    }

    private Rows samples() {
        final List<DataColumnSpec> columns = new ArrayList<>(
                List.of(ResultsTable.column("parameter set", StringCell.TYPE), ResultsTable.number("time")));
        outputs.forEach(output -> columns.add(ResultsTable.number(output)));
        final List<DataRow> rows = new ArrayList<>();
        sets.forEach((set, values) -> {
            for (int sample = 0; sample < samples; sample++) {
                final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(set), time(sample)));
                for (final double[] course : values) {
                    cells.add(ResultsTable.cell(course[sample]));
                }
                rows.add(new DefaultRow("Row" + rows.size(), cells));
            }
        });
        return new Rows(spec(columns), rows);
    }

    private Rows columns() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(ResultsTable.number("time")));
        for (final String output : outputs) {
            sets.keySet().forEach(set -> columns.add(ResultsTable.number(output + "|" + set)));
        }
        final List<DataRow> rows = new ArrayList<>();
        for (int sample = 0; sample < samples; sample++) {
            final List<DataCell> cells = new ArrayList<>(List.of(time(sample)));
            for (int output = 0; output < outputs.size(); output++) {
                for (final double[][] values : sets.values()) {
                    cells.add(ResultsTable.cell(values[output][sample]));
                }
            }
            rows.add(new DefaultRow("Row" + sample, cells));
        }
        return new Rows(spec(columns), rows);
    }

    private DataCell time(final int sample) {
        return new DoubleCell(sample * step);
    }

    private static DataTableSpec spec(final List<DataColumnSpec> columns) {
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }
}
