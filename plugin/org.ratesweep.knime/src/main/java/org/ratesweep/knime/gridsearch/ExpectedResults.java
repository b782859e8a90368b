/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.solve.TimeGrid;
import org.ratesweep.knime.port.ModelPortObjectSpec;

/** Says in the dialog how large the results will be, while the user types. Mutable: KNIME initializes it before use. */
final class ExpectedResults implements StateProvider<Optional<Message>> {
    private Supplier<Double> simulationTime;
    private Supplier<Double> stepSize;
    private Supplier<Double> samplingStepSize;
    private Supplier<Double> cutoff;
    private Supplier<GridSearchParameters.Output[]> outputs;
    private Supplier<ResultsLayout> layout;

    @Override
    public void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
        simulationTime = initializer.computeFromValueSupplier(GridSearchParameters.SimulationTimeRef.class);
        stepSize = initializer.computeFromValueSupplier(GridSearchParameters.StepSizeRef.class);
        samplingStepSize = initializer.computeFromValueSupplier(GridSearchParameters.SamplingStepSizeRef.class);
        cutoff = initializer.computeFromValueSupplier(GridSearchParameters.CutoffRef.class);
        outputs = initializer.computeFromValueSupplier(GridSearchParameters.OutputsRef.class);
        layout = initializer.computeFromValueSupplier(GridSearchParameters.LayoutRef.class);
    }

    @Override
    public Optional<Message> computeState(final NodeParametersInput input) {
        try {
            final TimeGrid times =
                    TimeGrid.of(simulationTime.get(), stepSize.get(), samplingStepSize.get(), cutoff.get());
            return Optional.of(
                    message(times, List.of(outputs.get()), layout.get(), VariableChoices.model(input), sets(input)));
        } catch (final InputException problem) {
            return Optional.of(new Message("Not ready", problem.getMessage(), MessageType.ERROR));
        }
    }

    static Message message(
            final TimeGrid times,
            final List<GridSearchParameters.Output> outputs,
            final ResultsLayout layout,
            final Optional<ModelPortObjectSpec> model,
            final Optional<Long> sets) {
        final long series =
                model.map(known -> SearchPlan.variables(outputs, known).size()).orElse(outputs.size());
        final SizeEstimate size = SizeEstimate.of(layout, sets.orElse(1L), times.keptRows(), series);
        final boolean tooWide =
                layout == ResultsLayout.WIDE && sets.orElse(1L) * series > ResultsShape.MOST_WIDE_SERIES;
        return new Message(
                "Results to expect",
                size.words(sets)
                        + (tooWide
                                ? "; the wide layout is for up to " + ResultsShape.MOST_WIDE_SERIES + " series"
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
