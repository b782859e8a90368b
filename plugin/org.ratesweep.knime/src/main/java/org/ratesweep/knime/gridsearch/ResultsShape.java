/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.solve.TimeGrid;
import org.ratesweep.core.sweep.Sweep.OutputVariable;
import org.ratesweep.knime.results.ResultsColumns;
import org.ratesweep.knime.results.ResultsTable;

/**
 * What a table of results is made of.
 *
 * @param times the samples in time
 * @param variables the recorded variables
 * @param sets the names of the parameter sets, in the order of the grid
 */
record ResultsShape(TimeGrid times, List<OutputVariable> variables, List<String> sets) {
    /** KNIME itself keeps no more possible values than this. */
    private static final int MOST_DOMAIN_VALUES = 60;

    ResultsShape {
        variables = List.copyOf(variables);
        sets = List.copyOf(sets);
    }

    /** Returns the columns of the layout with one row a set. */
    DataTableSpec listSpec() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(ResultsTable.number(ResultsColumns.TIME_START));
        columns.add(ResultsTable.number(ResultsColumns.TIME_STEP));
        final DataType list = ListCell.getCollectionType(DoubleCell.TYPE);
        variables.forEach(variable -> columns.add(ResultsTable.column(variable.key() + pathIfNeeded(variable), list)));
        return distinct(columns);
    }

    /** Returns the columns of the layout with one row a sample. */
    DataTableSpec longSpec() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(setColumn());
        columns.add(timeColumn());
        variables.forEach(variable -> columns.add(ResultsTable.number(variable.key() + pathIfNeeded(variable))));
        return distinct(columns);
    }

    /**
     * Returns the columns of the layout with one column a series: {@code output|set}, or {@code output|set|path} if the
     * output has several variables.
     *
     * @throws InputException if there would be too many, or the name of a set has the separator in it
     */
    DataTableSpec wideSpec() {
        ResultsTable.requireNotTooWide(
                sets.size(),
                variables.size(),
                "choose the layout Lists or Long, fewer outputs, or fewer rows of the grid");
        for (final String set : sets) {
            if (set.contains(ResultsColumns.SEPARATOR)) {
                throw new InputException("the wide layout cannot have the parameter set '" + set
                        + "': its name contains '" + ResultsColumns.SEPARATOR
                        + "', which separates the parts of column names; choose the layout Lists or Long, or give the "
                        + "grid other RowIDs");
            }
        }
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(timeColumn());
        for (final List<Integer> output : variablesByOutput()) {
            for (final String set : sets) {
                for (final int number : output) {
                    final OutputVariable variable = variables.get(number);
                    columns.add(ResultsTable.number(
                            variable.key() + ResultsColumns.SEPARATOR + set + pathIfNeeded(variable)));
                }
            }
        }
        return distinct(columns);
    }

    /** Returns the numbers of the variables of each output, in the order of the outputs. */
    List<List<Integer>> variablesByOutput() {
        return variables.stream()
                .map(OutputVariable::key)
                .distinct()
                .map(key -> IntStream.range(0, variables.size())
                        .filter(number -> variables.get(number).key().equals(key))
                        .boxed()
                        .toList())
                .toList();
    }

    /** Returns what tells the variables of an output apart. */
    private String pathIfNeeded(final OutputVariable variable) {
        final long sameKey = variables.stream()
                .filter(other -> other.key().equals(variable.key()))
                .count();
        return sameKey == 1 ? "" : ResultsColumns.SEPARATOR + variable.path();
    }

    private DataColumnSpec setColumn() {
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(ResultsColumns.SET, StringCell.TYPE);
        if (!sets.isEmpty() && sets.size() <= MOST_DOMAIN_VALUES) {
            final Set<DataCell> names = new LinkedHashSet<>();
            sets.forEach(set -> names.add(new StringCell(set)));
            creator.setDomain(new DataColumnDomainCreator(names).createDomain());
        }
        return creator.createSpec();
    }

    private DataColumnSpec timeColumn() {
        final double[] kept = times.keptTimes();
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(ResultsColumns.TIME, DoubleCell.TYPE);
        creator.setDomain(new DataColumnDomainCreator(new DoubleCell(kept[0]), new DoubleCell(kept[kept.length - 1]))
                .createDomain());
        return creator.createSpec();
    }

    private static DataTableSpec distinct(final List<DataColumnSpec> columns) {
        return ResultsTable.spec(columns, "the table of results", "choose another key for the output");
    }
}
