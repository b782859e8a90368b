/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.knime.core.data.DataTableSpec;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.model.UnitPath;
import org.ratesweep.core.model.VariableKind;
import org.ratesweep.core.solve.AdaptiveSolver;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.solve.TimeGrid;
import org.ratesweep.core.sweep.Sweep.OutputVariable;
import org.ratesweep.knime.port.ModelPortObjectSpec;
import org.ratesweep.knime.results.ResultsColumns;

/**
 * What the settings come to for a model, as far as it can be known before anything is executed.
 *
 * @param times the steps and samples
 * @param solver the scheme
 * @param variables the recorded variables, in the order of the outputs and of the variables that each of them matches
 * @param columns the columns of the signals table that the inputs take, in the order of the inputs
 */
record SearchPlan(TimeGrid times, Solver solver, List<OutputVariable> variables, List<ChosenColumns> columns) {
    /**
     * Checks the settings.
     *
     * @param parameters what the user chose
     * @param model the model
     * @param signals the signals table, if it is connected
     * @param sets the number of parameter sets, incomplete ones included, if it is known
     * @return the plan
     * @throws InputException if a time, solver, output or input cannot be used; the message says why and what was
     * expected
     */
    static SearchPlan of(
            final GridSearchParameters parameters,
            final ModelPortObjectSpec model,
            final Optional<DataTableSpec> signals,
            final Optional<Long> sets) {
        final TimeGrid times = times(parameters);
        final Solver solver = Solver.named(parameters.m_solver);
        if (solver instanceof AdaptiveSolver) {
            parameters.stepControl(times);
        }
        final Set<String> driven = new HashSet<>();
        final List<ChosenColumns> columns = new ArrayList<>();
        for (final GridSearchParameters.Input input : parameters.inputs()) {
            try {
                columns.add(check(input, model, signals, sets, driven));
            } catch (final InputException problem) {
                throw problem.within("the inputs, '" + input.m_path + "'");
            }
        }
        return new SearchPlan(times, solver, variables(parameters.outputs(), model, driven), List.copyOf(columns));
    }

    static TimeGrid times(final GridSearchParameters parameters) {
        return TimeGrid.of(
                parameters.m_simulationTime, parameters.m_stepSize, parameters.m_samplingStepSize, parameters.m_cutoff);
    }

    private static List<OutputVariable> variables(
            final List<GridSearchParameters.Output> outputs,
            final ModelPortObjectSpec model,
            final Set<String> driven) {
        if (outputs.isEmpty()) {
            throw new InputException("nothing is to be recorded: name at least one output");
        }
        final Set<String> keys = new LinkedHashSet<>();
        final List<OutputVariable> variables = new ArrayList<>();
        for (final GridSearchParameters.Output output : outputs) {
            final String key = output.key();
            if (!keys.add(key)) {
                throw new InputException("the outputs have the key '" + key + "' twice");
            }
            ResultsColumns.requireFree(key, "the output key");
            if (key.contains(ResultsColumns.SEPARATOR)) {
                throw new InputException("the output key '" + key + "' contains '" + ResultsColumns.SEPARATOR
                        + "', which separates the parts of column names; choose another key");
            }
            try {
                matching(model, output.m_path).stream()
                        .flatMap(variable -> recordable(variable, driven).unitPaths().stream())
                        .map(path -> new OutputVariable(key, path))
                        .forEach(variables::add);
            } catch (final InputException problem) {
                throw problem.within("the outputs, key '" + key + "'");
            }
        }
        return List.copyOf(variables);
    }

    private static List<ModelPortObjectSpec.Variable> matching(final ModelPortObjectSpec model, final String path) {
        if (path.isBlank()) {
            throw new InputException("no variable is chosen; expected a path such as node/operator/variable");
        }
        return model.matching(path);
    }

    /** An input is the same all the time, unless a signal drives it. */
    private static ModelPortObjectSpec.Variable recordable(
            final ModelPortObjectSpec.Variable variable, final Set<String> driven) {
        if (!variable.recordable()
                && !driven.contains(variable.path())
                && !driven.contains(UnitPath.of(variable.path()).variable())) {
            throw new InputException("'" + variable.path() + "' cannot be recorded: it is "
                    + withArticle(variable.kind())
                    + " and stays the same during a run");
        }
        return variable;
    }

    private static String withArticle(final String kind) {
        return (kind.matches("[aeiou].*") ? "an " : "a ") + kind;
    }

    private static ChosenColumns check(
            final GridSearchParameters.Input input,
            final ModelPortObjectSpec model,
            final Optional<DataTableSpec> signals,
            final Optional<Long> sets,
            final Set<String> driven) {
        final List<ModelPortObjectSpec.Variable> targets = matching(model, input.m_path);
        for (final ModelPortObjectSpec.Variable variable : targets) {
            if (!variable.is(VariableKind.INPUT)) {
                throw new InputException("'" + variable.path() + "' is no input but " + withArticle(variable.kind())
                        + "; signals can drive: " + String.join(", ", model.inputPaths()));
            }
            if (!driven.add(variable.path())) {
                throw new InputException("the input '" + variable.path() + "' is driven by more than one signal");
            }
        }
        if (input.m_source == GridSearchParameters.SignalSource.NOISE && !(input.m_low <= input.m_high)) {
            throw new InputException("the lower bound " + input.m_low + " is above the upper bound " + input.m_high);
        }
        final ChosenColumns columns = ChosenColumns.of(input, signals);
        columns.requireOneForEach(targets, sets);
        return columns;
    }

    /** Returns the names of the columns of the signals table that are used, each once. */
    List<String> columnNames() {
        return columns.stream()
                .flatMap(chosen -> chosen.names().stream())
                .distinct()
                .toList();
    }
}
