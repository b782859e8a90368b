/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.Optional;
import java.util.function.Supplier;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.solve.TimeGrid;
import org.ratesweep.knime.results.ResultsTable;

/**
 * Says in the dialog how large the results will be, or what is wrong, while the user types. Mutable: KNIME initializes
 * it before use.
 */
final class ExpectedResults implements StateProvider<Optional<Message>> {
    private Supplier<Double> simulationTime;
    private Supplier<Double> stepSize;
    private Supplier<Double> samplingStepSize;
    private Supplier<Double> cutoff;
    private Supplier<String> solver;
    private Supplier<GridSearchParameters.Output[]> outputs;
    private Supplier<GridSearchParameters.Input[]> inputs;
    private Supplier<ResultsLayout> layout;

    @Override
    public void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
        simulationTime = initializer.computeFromValueSupplier(GridSearchParameters.SimulationTimeRef.class);
        stepSize = initializer.computeFromValueSupplier(GridSearchParameters.StepSizeRef.class);
        samplingStepSize = initializer.computeFromValueSupplier(GridSearchParameters.SamplingStepSizeRef.class);
        cutoff = initializer.computeFromValueSupplier(GridSearchParameters.CutoffRef.class);
        solver = initializer.computeFromValueSupplier(GridSearchParameters.SolverRef.class);
        outputs = initializer.computeFromValueSupplier(GridSearchParameters.OutputsRef.class);
        inputs = initializer.computeFromValueSupplier(GridSearchParameters.InputsRef.class);
        layout = initializer.computeFromValueSupplier(GridSearchParameters.LayoutRef.class);
    }

    @Override
    public Optional<Message> computeState(final NodeParametersInput input) {
        final GridSearchParameters chosen = new GridSearchParameters();
        chosen.m_simulationTime = simulationTime.get();
        chosen.m_stepSize = stepSize.get();
        chosen.m_samplingStepSize = samplingStepSize.get();
        chosen.m_cutoff = cutoff.get();
        chosen.m_solver = solver.get();
        chosen.m_outputs = outputs.get();
        chosen.m_inputs = inputs.get();
        try {
            final InputPorts ports = InputPorts.of(input.getInPortSpecs());
            final TimeGrid times = SearchPlan.times(chosen);
            final int series = ports.model()
                    .map(model -> SearchPlan.of(chosen, model, ports.signals(), sets(input))
                            .variables()
                            .size())
                    .orElse(chosen.m_outputs.length);
            return Optional.of(message(layout.get(), sets(input), times.keptRows(), series));
        } catch (final InputException problem) {
            return Optional.of(new Message("Not ready", problem.getMessage(), MessageType.ERROR));
        }
    }

    /**
     * Returns what to say.
     *
     * @param layout the form of the table
     * @param sets the number of parameter sets, if the grid was executed: before, KNIME knows its columns only
     * @param samples the number of samples in time
     * @param series the number of recorded variables
     */
    static Message message(
            final ResultsLayout layout, final Optional<Long> sets, final long samples, final long series) {
        final SizeEstimate size = SizeEstimate.of(layout, sets.orElse(1L), samples, series);
        final boolean tooWide =
                layout == ResultsLayout.WIDE && sets.orElse(1L) * series > ResultsTable.MOST_WIDE_SERIES;
        return new Message(
                "Results to expect",
                size.words(sets)
                        + (tooWide
                                ? "; the wide layout is for up to " + ResultsTable.MOST_WIDE_SERIES + " series"
                                : ""),
                tooWide ? MessageType.ERROR : MessageType.INFO);
    }

    private static Optional<Long> sets(final NodeParametersInput input) {
        return input.getInPortTypes().length > InputPorts.GRID
                ? input.getInPortObject(InputPorts.GRID)
                        .filter(BufferedDataTable.class::isInstance)
                        .map(BufferedDataTable.class::cast)
                        .map(BufferedDataTable::size)
                : Optional.empty();
    }
}
