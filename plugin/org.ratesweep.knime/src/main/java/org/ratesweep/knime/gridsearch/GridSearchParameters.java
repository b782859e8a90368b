/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.message.TextMessage;
import org.ratesweep.core.model.VariableKind;
import org.ratesweep.core.solve.AdaptiveSolver;
import org.ratesweep.core.solve.Solver;
import org.ratesweep.core.solve.StepControl;
import org.ratesweep.core.solve.TimeGrid;
import org.ratesweep.core.sweep.InputSignal;
import org.ratesweep.knime.port.ModelPortObjectSpec;
import org.ratesweep.knime.results.ResultsColumns;

/** What a user chooses in the dialog of Grid Search. The names of the fields are those of sweep files. */
@LoadDefaultsForAbsentFields
final class GridSearchParameters implements NodeParameters {
    @Section(title = "Time", description = "All times are in the model's unit of time, which is s in most models.")
    interface TimeSection {}

    @Section(title = "Outputs", description = "The variables whose course in time is recorded.")
    @After(TimeSection.class)
    interface OutputsSection {}

    @Section(title = "Inputs", description = "Signals that add to inputs of the model at every step.")
    @After(OutputsSection.class)
    interface InputsSection {}

    @Section(title = "Results")
    @After(InputsSection.class)
    interface ResultsSection {}

    @Section(title = "Running")
    @After(ResultsSection.class)
    @Advanced
    interface RunningSection {}

    interface SimulationTimeRef extends ParameterReference<Double> {}

    interface StepSizeRef extends ParameterReference<Double> {}

    interface SamplingStepSizeRef extends ParameterReference<Double> {}

    interface CutoffRef extends ParameterReference<Double> {}

    interface OutputsRef extends ParameterReference<Output[]> {}

    interface SolverRef extends ParameterReference<String> {}

    static final class IsAdaptive implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            final String names = Solver.all().stream()
                    .filter(AdaptiveSolver.class::isInstance)
                    .map(Solver::name)
                    .collect(Collectors.joining("|"));
            return initializer.getString(SolverRef.class).matchesPattern(names);
        }
    }

    interface InputsRef extends ParameterReference<Input[]> {}

    interface LayoutRef extends ParameterReference<ResultsLayout> {}

    /** A variable to record. */
    @LoadDefaultsForAbsentFields
    static final class Output implements NodeParameters {
        @Widget(
                title = "Key",
                description = "The name of the output in the results, for instance <i>V_pce</i>. If it is empty, the "
                        + "name of the variable is used.")
        String m_key = "";

        @Widget(
                title = "Variable",
                description = "The path of the variable to record, <i>node/operator/variable</i>, for instance "
                        + "<i>jrc/jrc_op/V_e</i>. With <i>all</i> in place of a node it is recorded on every node that "
                        + "has it.")
        @ChoicesProvider(Choices.RecordableVariables.class)
        String m_path = "";

        Output() {}

        Output(final String key, final String path) {
            m_key = key;
            m_path = path;
        }

        /** Returns the name of the output. */
        String key() {
            return m_key.isBlank() ? m_path.substring(m_path.lastIndexOf('/') + 1) : m_key.strip();
        }
    }

    /** What becomes of the others when a parameter set fails. */
    enum OnFailure {
        /** They go on; the failed set is a row of the results map with its status. */
        @Label(
                value = "Continue",
                description = "The set gets a status and a message in the results map; the others run.")
        CONTINUE,
        /** The node fails. */
        @Label(value = "Fail", description = "The node fails at the first parameter set that fails.")
        FAIL
    }

    /** Where the signal into an input comes from. */
    enum SignalSource {
        /** A column of the signals table. */
        @Label(value = "Column", description = "A column of the signals table, one row per step, for all.")
        COLUMN,
        /** Columns of the signals table. */
        @Label(
                value = "Columns",
                description = "Columns of the signals table, one row per step: one for each input, for each "
                        + "parameter set, or both.")
        COLUMNS,
        /** A number. */
        @Label(value = "Constant", description = "The same number at every step.")
        CONSTANT,
        /** Uniform random numbers. */
        @Label(value = "Noise", description = "Uniform random numbers, one per step, that follow from a seed.")
        NOISE
    }

    /** What each of several columns belongs to; the constants are the words of sweep files. */
    enum ColumnOwners {
        /** One column for each input. */
        @Label(
                value = "Input",
                description = "One column for each input that the path matches, in the order of the model, or for each "
                        + "unit of these inputs; all parameter sets share them.")
        TARGETS(InputSignal.Columns.TARGETS),
        /** One column for each parameter set. */
        @Label(
                value = "Parameter set",
                description = "One column for each row of the grid, in its order; all inputs share them. A set that "
                        + "cannot be run, because the grid has a missing value for it, has a column, too.")
        SETS(InputSignal.Columns.SETS),
        /** One column for each parameter set of each input. */
        @Label(
                value = "Both",
                description = "One column for each parameter set of the first input, then one for each set of the "
                        + "second, and so on.")
        TARGETS_AND_SETS(InputSignal.Columns.TARGETS_AND_SETS);

        private final InputSignal.Columns owners;

        ColumnOwners(final InputSignal.Columns owners) {
            this.owners = owners;
        }

        InputSignal.Columns owners() {
            return owners;
        }
    }

    /** A signal into an input. */
    @LoadDefaultsForAbsentFields
    static final class Input implements NodeParameters {
        interface SourceRef extends ParameterReference<SignalSource> {}

        static final class FromColumn implements EffectPredicateProvider {
            @Override
            public EffectPredicate init(final PredicateInitializer initializer) {
                return initializer.getEnum(SourceRef.class).isOneOf(SignalSource.COLUMN);
            }
        }

        static final class FromColumns implements EffectPredicateProvider {
            @Override
            public EffectPredicate init(final PredicateInitializer initializer) {
                return initializer.getEnum(SourceRef.class).isOneOf(SignalSource.COLUMNS);
            }
        }

        static final class IsConstant implements EffectPredicateProvider {
            @Override
            public EffectPredicate init(final PredicateInitializer initializer) {
                return initializer.getEnum(SourceRef.class).isOneOf(SignalSource.CONSTANT);
            }
        }

        static final class IsNoise implements EffectPredicateProvider {
            @Override
            public EffectPredicate init(final PredicateInitializer initializer) {
                return initializer.getEnum(SourceRef.class).isOneOf(SignalSource.NOISE);
            }
        }

        @Widget(
                title = "Input",
                description = "The path of the input that the signal adds to, for instance <i>jrc/jrc_op/u</i>; "
                        + "<i>all</i> in place of a node means every node that has it.")
        @ChoicesProvider(Choices.InputVariables.class)
        String m_path = "";

        @Widget(title = "Signal", description = "Where the signal comes from.")
        @ValueSwitchWidget
        @ValueReference(SourceRef.class)
        SignalSource m_source = SignalSource.NOISE;

        @Widget(
                title = "Column",
                description = "The column of the signals table; its row <i>i</i> holds during step <i>i</i>.")
        @ChoicesProvider(Choices.SignalColumns.class)
        @Effect(predicate = FromColumn.class, type = EffectType.SHOW)
        String m_column = "";

        @Widget(
                title = "One column for each",
                description = "What each of the columns belongs to. Their number must fit the inputs that the path "
                        + "matches and the rows of the grid.")
        @ValueSwitchWidget
        @Effect(predicate = FromColumns.class, type = EffectType.SHOW)
        ColumnOwners m_columns = ColumnOwners.SETS;

        @Widget(
                title = "Columns",
                description =
                        "The columns of the signals table to take; their order is that of the table. Columns that "
                                + "hold no numbers are left out.")
        @ChoicesProvider(Choices.SignalColumns.class)
        @Effect(predicate = FromColumns.class, type = EffectType.SHOW)
        ColumnFilter m_columnFilter = new ColumnFilter().withIncludeUnknownColumns();

        @Widget(title = "Value", description = "The number that is added at every step, in the unit of the input.")
        @Effect(predicate = IsConstant.class, type = EffectType.SHOW)
        double m_constant;

        @Widget(title = "Lower bound", description = "The least random number, in the unit of the input.")
        @Effect(predicate = IsNoise.class, type = EffectType.SHOW)
        double m_low;

        @Widget(title = "Upper bound", description = "What all random numbers are below, in the unit of the input.")
        @Effect(predicate = IsNoise.class, type = EffectType.SHOW)
        double m_high = 1;

        @Widget(
                title = "Seed",
                description =
                        "What the random numbers follow from: the same seed gives the same numbers in all parameter "
                                + "sets, those of numpy's <tt>RandomState(seed).uniform</tt>. The results map records it.")
        @Effect(predicate = IsNoise.class, type = EffectType.SHOW)
        long m_seed = 1;
    }

    @Layout(TimeSection.class)
    @Widget(title = "Simulation time", description = "How long every parameter set is simulated.")
    @ValueReference(SimulationTimeRef.class)
    double m_simulationTime = 10;

    @Layout(TimeSection.class)
    @Widget(
            title = "Step size",
            description = "The step of the solver. With the Euler method the error is proportional to it.")
    @ValueReference(StepSizeRef.class)
    double m_stepSize = 1e-4;

    @Layout(TimeSection.class)
    @Widget(
            title = "Sampling step size",
            description = "The time between two samples in the results; a multiple of the step size.")
    @ValueReference(SamplingStepSizeRef.class)
    double m_samplingStepSize = 1e-3;

    @Layout(TimeSection.class)
    @Widget(
            title = "Cutoff",
            description = "Samples before this time are not kept: what a model does until it has forgotten its initial "
                    + "values. 0 keeps all.")
    @ValueReference(CutoffRef.class)
    double m_cutoff;

    @Layout(TimeSection.class)
    @Widget(
            title = "Solver",
            description = "Of fixed step: <i>euler</i> (order 1), <i>heun</i> (order 2) and <i>rk4</i>, the classical "
                    + "Runge-Kutta method (order 4); signals hold their value during a step. Adaptive, with steps that each "
                    + "parameter set chooses for its own error: <i>dopri5</i> for smooth models, <i>dop853</i> for tight "
                    + "tolerances, <i>rodas4</i> for stiff models. Models with <tt>noise()</tt> need <i>euler</i> or "
                    + "<i>heun</i>.")
    @ChoicesProvider(Choices.Solvers.class)
    @ValueReference(SolverRef.class)
    String m_solver = "euler";

    @Layout(TimeSection.class)
    @Widget(
            title = "Relative tolerance",
            description = "The error that is tolerated, relative to the value of a variable.")
    @Effect(predicate = IsAdaptive.class, type = EffectType.SHOW)
    double m_rtol = StepControl.DEFAULT_RTOL;

    @Layout(TimeSection.class)
    @Widget(
            title = "Absolute tolerance",
            description = "The error that is tolerated of values near zero, in the units of the variables.")
    @Effect(predicate = IsAdaptive.class, type = EffectType.SHOW)
    double m_atol = StepControl.DEFAULT_ATOL;

    @Layout(TimeSection.class)
    @Widget(title = "Largest step", description = "No step is longer than this. 0 means no limit.")
    @Effect(predicate = IsAdaptive.class, type = EffectType.SHOW)
    double m_maxStep;

    @Layout(TimeSection.class)
    @Widget(title = "First step", description = "The first step to try. 0 means the step size.")
    @Effect(predicate = IsAdaptive.class, type = EffectType.SHOW)
    double m_firstStep;

    @Layout(TimeSection.class)
    @Widget(
            title = "Seed of noise",
            description =
                    "What the noise of models with <tt>noise()</tt> in their equations follows from; without effect on "
                            + "all others. The results map records it.")
    @Advanced
    long m_noiseSeed = 1;

    @Layout(OutputsSection.class)
    @Widget(title = "Outputs", description = "The variables to record, each with the name that it has in the results.")
    @ArrayWidget(elementTitle = "Output", addButtonText = "Add output")
    @ValueReference(OutputsRef.class)
    Output[] m_outputs = {};

    @Layout(InputsSection.class)
    @Widget(title = "Inputs", description = "The inputs of the model that signals drive, and the signals.")
    @ArrayWidget(elementTitle = "Input", addButtonText = "Add input")
    @ValueReference(InputsRef.class)
    Input[] m_inputs = {};

    @Layout(ResultsSection.class)
    @Widget(
            title = "Layout",
            description = "The form of the results table. <i>Lists</i> is by far the fastest for many samples; "
                    + "<i>Long</i> "
                    + "suits filters and group-by; <i>Wide</i> is what a Line Plot takes directly, for up to "
                    + "1000 series. "
                    + "The node Results Map reads all three.")
    @ValueSwitchWidget
    @ValueReference(LayoutRef.class)
    ResultsLayout m_layout = ResultsLayout.LIST;

    @Layout(ResultsSection.class)
    @TextMessage(ExpectedResults.class)
    Void m_expectedResults;

    @Layout(RunningSection.class)
    @Widget(
            title = "Threads",
            description = "How many parameter sets' blocks are computed at a time, on KNIME's own threads. 0 "
                    + "means one for "
                    + "each processor. The number never changes a result.")
    int m_threads;

    @Layout(RunningSection.class)
    @Widget(
            title = "If a parameter set fails",
            description = "A set fails if its values become infinite (status <i>diverged</i>) or if the grid "
                    + "has a missing "
                    + "value for it (status <i>failed</i>). The node always fails if every set fails.")
    @ValueSwitchWidget
    OnFailure m_onFailure = OnFailure.CONTINUE;

    /** Makes the defaults of a node that nothing is connected to. */
    GridSearchParameters() {}

    /** Makes the defaults of a node whose model is known: its first state variable is the output. */
    GridSearchParameters(final NodeParametersInput input) {
        final Optional<String> first = Choices.model(input).stream()
                .flatMap(model -> model.variables().stream())
                .filter(variable -> variable.is(VariableKind.STATE))
                .map(ModelPortObjectSpec.Variable::path)
                .findFirst();
        m_outputs = first.stream().map(path -> new Output("", path)).toArray(Output[]::new);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_threads < 0) {
            throw new InvalidSettingsException(
                    "the number of threads is " + m_threads + "; expected 0 (one for each processor) or more");
        }
    }

    List<Output> outputs() {
        return List.of(m_outputs);
    }

    List<Input> inputs() {
        return List.of(m_inputs);
    }

    /**
     * Returns the tolerances and limits of steps.
     *
     * @throws InputException if one cannot be used
     */
    StepControl stepControl(final TimeGrid times) {
        final StepControl defaults = StepControl.defaults(times);
        return new StepControl(
                m_rtol,
                m_atol,
                m_maxStep == 0 ? defaults.maxStep() : m_maxStep,
                m_firstStep == 0 ? defaults.firstStep() : m_firstStep,
                defaults.maxSteps());
    }

    /**
     * Returns the seed of every random input and of noise in equations, by the column of the results map that records it.
     * The column of the first input is there even if none is random.
     */
    Map<String, Optional<Long>> seeds(final ModelPortObjectSpec model) {
        final Map<String, Optional<Long>> seeds = new LinkedHashMap<>();
        for (final Input input : m_inputs) {
            if (input.m_source == SignalSource.NOISE) {
                seeds.put(
                        seeds.isEmpty() ? ResultsColumns.SEED : ResultsColumns.seedOf(input.m_path),
                        Optional.of(input.m_seed));
            }
        }
        seeds.putIfAbsent(ResultsColumns.SEED, Optional.empty());
        if (model.hasNoise()) {
            seeds.put(ResultsColumns.NOISE_SEED, Optional.of(m_noiseSeed));
        }
        return seeds;
    }
}
