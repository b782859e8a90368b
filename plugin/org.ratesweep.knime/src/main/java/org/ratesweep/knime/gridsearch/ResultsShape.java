/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.solve.TimeGrid;
import org.ratesweep.core.sweep.Sweep.OutputVariable;

/**
 * What a table of results is made of.
 *
 * @param times the samples in time
 * @param variables the recorded variables
 * @param sets the names of the parameter sets, in the order of the grid
 */
record ResultsShape(TimeGrid times, List<OutputVariable> variables, List<String> sets) {
    /** Beyond this, tables of one column a series are no use to any node. */
    static final int MOST_WIDE_SERIES = 1000;

    /** KNIME itself keeps no more possible values than this. */
    private static final int MOST_DOMAIN_VALUES = 60;

    ResultsShape {
        variables = List.copyOf(variables);
        sets = List.copyOf(sets);
    }

    /**
     * Returns how containers take the rows: the row keys are known to be unique, and nobody needs to look at the
     * numbers.
     */
    static DataContainerSettings containerSettings() {
        return DataContainerSettings.builder()
                .withInitializedDomain(true)
                .withDomainUpdate(false)
                .withCheckDuplicateRowKeys(false)
                .build();
    }

    /** Returns the columns of the layout with one row a set. */
    DataTableSpec listSpec() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(column(ResultsColumns.TIME_START, DoubleCell.TYPE));
        columns.add(column(ResultsColumns.TIME_STEP, DoubleCell.TYPE));
        final DataType list = ListCell.getCollectionType(DoubleCell.TYPE);
        SeriesNames.of(variables).forEach(name -> columns.add(column(name, list)));
        return distinct(columns);
    }

    /** Returns the columns of the layout with one row a sample. */
    DataTableSpec longSpec() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(setColumn());
        columns.add(timeColumn());
        SeriesNames.of(variables).forEach(name -> columns.add(column(name, DoubleCell.TYPE)));
        return distinct(columns);
    }

    /**
     * Returns the columns of the layout with one column a series.
     *
     * @throws InputException if there would be too many
     */
    DataTableSpec wideSpec() {
        final long series = (long) variables.size() * sets.size();
        if (series > MOST_WIDE_SERIES) {
            throw new InputException("the wide layout would have " + series + " columns (" + sets.size()
                    + " parameter sets times " + variables.size() + " series); at most " + MOST_WIDE_SERIES
                    + " are useful: choose the layout Lists or Long, fewer outputs, or fewer rows of the grid");
        }
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(timeColumn());
        for (final List<Integer> output : variablesByOutput()) {
            for (final String set : sets) {
                for (final int variable : output) {
                    columns.add(column(SeriesNames.ofSet(variables.get(variable), set, variables), DoubleCell.TYPE));
                }
            }
        }
        return distinct(columns);
    }

    /** Returns the numbers of the variables of each output, in the order of the outputs. */
    List<List<Integer>> variablesByOutput() {
        final Set<String> keys = new LinkedHashSet<>();
        variables.forEach(variable -> keys.add(variable.key()));
        final List<List<Integer>> numbers = new ArrayList<>();
        for (final String key : keys) {
            final List<Integer> output = new ArrayList<>();
            for (int variable = 0; variable < variables.size(); variable++) {
                if (variables.get(variable).key().equals(key)) {
                    output.add(variable);
                }
            }
            numbers.add(output);
        }
        return numbers;
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

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    private static DataTableSpec distinct(final List<DataColumnSpec> columns) {
        final Set<String> names = new LinkedHashSet<>();
        for (final DataColumnSpec column : columns) {
            if (!names.add(column.getName())) {
                throw new InputException("the results would have the column '" + column.getName()
                        + "' twice; choose another key for the output");
            }
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }
}
