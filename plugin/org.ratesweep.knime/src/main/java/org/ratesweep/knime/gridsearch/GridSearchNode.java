/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.ratesweep.core.compile.GeneratedCode;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.sweep.Sweep;
import org.ratesweep.knime.port.InputProblems;
import org.ratesweep.knime.port.ModelPortObject;
import org.ratesweep.knime.port.ModelPortObjectSpec;

/** What Grid Search does when KNIME configures and executes it. */
final class GridSearchNode {
    private static final int RESULTS = 0;
    private static final int MAP = 1;

    /** A node is executed again and again, in loops above all. */
    private final GeneratedCode code = new GeneratedCode();

    /**
     * Checks everything that specs allow, and says what the tables will look like.
     *
     * @param in settings and specs
     * @param out takes the specs; that of wide results depends on the rows of the grid, so there is none
     * @throws InvalidSettingsException with what is wrong and what was expected
     */
    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final GridSearchParameters parameters = in.getParameters();
        final InputPorts ports = InputPorts.of(in.getInPortSpecs());
        if (ports.model().isEmpty() || ports.grid().isEmpty()) {
            return;
        }
        try {
            final ModelPortObjectSpec model = ports.model().get();
            final DataTableSpec grid = ports.grid().get();
            final SearchPlan plan = SearchPlan.of(parameters, model, ports.signals(), Optional.empty());
            final List<String> keys = keys(ports, grid, model);
            final ResultsShape shape = new ResultsShape(plan.times(), plan.variables(), List.of());
            switch (parameters.m_layout) {
                case LIST -> out.setOutSpec(RESULTS, shape.listSpec());
                case LONG -> out.setOutSpec(RESULTS, shape.longSpec());
                case WIDE -> {
                    // Its columns are the rows of the grid.
                }
            }
            out.setOutSpec(
                    MAP, ResultsMapWriter.spec(keys, parameters.seeds(model).keySet()));
        } catch (final InputException problem) {
            throw InputProblems.toInvalidSettingsException(problem);
        }
    }

    private static List<String> keys(
            final InputPorts ports, final DataTableSpec grid, final ModelPortObjectSpec model) {
        if (ports.map().isPresent()) {
            ParameterMapTable.check(ports.map().get());
            return ParameterTargets.keys(grid);
        }
        return ParameterTargets.byName(grid, model).keys();
    }

    /**
     * Runs the sweep.
     *
     * @param in settings and tables
     * @param out takes the results, the results map and a warning about sets that failed
     * @throws CanceledExecutionException if the user does not want to wait for the rest
     * @throws KNIMEException with what is wrong and what was expected
     */
    void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        try {
            search(in.getParameters(), in.getInPortObjects(), in.getExecutionContext(), out);
        } catch (final InputException problem) {
            throw InputProblems.toKnimeException(problem);
        }
    }

    private void search(
            final GridSearchParameters parameters,
            final PortObject[] objects,
            final ExecutionContext exec,
            final ExecuteOutput out)
            throws CanceledExecutionException {
        final InputPorts ports = InputPorts.of(objects);
        final ModelPortObject model = (ModelPortObject) objects[InputPorts.MODEL];
        final BufferedDataTable gridTable = (BufferedDataTable) objects[InputPorts.GRID];
        final Optional<BufferedDataTable> signals = ports.signalsPort().isPresent()
                ? Optional.of((BufferedDataTable) objects[ports.signalsPort().getAsInt()])
                : Optional.empty();

        final SearchPlan plan =
                SearchPlan.of(parameters, model.getSpec(), ports.signals(), Optional.of(gridTable.size()));
        final DataTableSpec gridSpec = gridTable.getDataTableSpec();
        final ParameterTargets targets = ports.mapPort().isPresent()
                ? ParameterTargets.byMap(gridSpec, model.getSpec(), ParameterMapTable.read((BufferedDataTable)
                        objects[ports.mapPort().getAsInt()]))
                : ParameterTargets.byName(gridSpec, model.getSpec());
        final GridTable grid = GridTable.read(gridTable, exec);
        final Map<String, double[]> columns = signals.isPresent()
                ? SignalsTable.read(
                        signals.get(), plan.columnNames(), plan.times().steps(), exec)
                : Map.of();
        final Optional<Sweep> sweep = grid.complete().isEmpty()
                ? Optional.empty()
                : Optional.of(SearchSweep.of(model.circuit(), parameters, plan, targets, grid, columns));

        final ResultsShape shape = new ResultsShape(
                plan.times(),
                plan.variables(),
                grid.rows().stream().map(GridTable.Row::name).toList());
        final ResultsWriter results = ResultsWriter.of(parameters.m_layout, shape, exec);
        final ResultsMapWriter map = new ResultsMapWriter(grid.keys(), parameters.seeds(model.getSpec()), exec);
        final FailureCount failures = new GridSearch(grid, results, map, parameters.m_onFailure, exec)
                .run(sweep, KnimeThreads.of(parameters.m_threads), code);
        out.setOutData(RESULTS, results.finish());
        out.setOutData(MAP, map.finish());

        final List<String> warnings = new ArrayList<>(sweep.map(Sweep::warnings).orElse(List.of()));
        failures.summary().ifPresent(warnings::add);
        if (grid.rows().isEmpty()) {
            warnings.add("the grid has no rows, so there was nothing to run");
        }
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(System.lineSeparator(), warnings));
        }
    }
}
