/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;
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
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.ratesweep.core.error.InputException;

/** What a user chooses in the dialog of Results Map. */
@LoadDefaultsForAbsentFields
final class ResultsMapParameters implements NodeParameters {
    @Section(title = "Order of the map")
    interface SortSection {}

    @Section(title = "Derived series", description = "Series that are computed from the outputs, sample by sample.")
    @After(SortSection.class)
    interface DerivedSection {}

    @Section(title = "Measures", description = "Numbers that describe each series of each parameter set.")
    @After(DerivedSection.class)
    interface MeasuresSection {}

    @Section(title = "Tidy table")
    @After(MeasuresSection.class)
    interface TidySection {}

    /** Offers the columns of the results map. */
    static final class MapColumns implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput input) {
            return spec(input, ResultsMapNode.MAP).stream()
                    .flatMap(DataTableSpec::stream)
                    .map(DataColumnSpec::getName)
                    .toList();
        }
    }

    /** Offers the parameters in the results map that are numbers. */
    static final class Parameters implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput input) {
            return spec(input, ResultsMapNode.MAP).map(MapTable::parameters).stream()
                    .flatMap(List::stream)
                    .filter(column -> column.getType().isCompatible(DoubleValue.class))
                    .map(DataColumnSpec::getName)
                    .toList();
        }
    }

    /** Offers the measures that the core has. */
    static final class MeasureNames implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput input) {
            return Measures.names();
        }
    }

    /** The settings that say what is measured and what the matrix shows, as the user has them now. */
    private static final class Shown {
        private final Supplier<SortKey[]> m_sortBy;
        private final Supplier<Derived[]> m_derived;
        private final Supplier<String[]> m_measures;
        private final Supplier<String> m_series;
        private final Supplier<Double> m_peakProminence;
        private final Supplier<Double> m_crossingLevel;

        Shown(final StateProvider.StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            m_sortBy = initializer.computeFromValueSupplier(SortByRef.class);
            m_derived = initializer.computeFromValueSupplier(DerivedRef.class);
            m_measures = initializer.computeFromValueSupplier(MeasuresRef.class);
            m_series = initializer.computeFromValueSupplier(SeriesRef.class);
            m_peakProminence = initializer.computeFromValueSupplier(PeakProminenceRef.class);
            m_crossingLevel = initializer.computeFromValueSupplier(CrossingLevelRef.class);
        }

        /** Returns the columns of the map with measures, if results and map are connected. */
        Optional<DataTableSpec> measuredMap(final NodeParametersInput input) {
            final ResultsMapParameters chosen = new ResultsMapParameters();
            chosen.m_derived = m_derived.get();
            chosen.m_measures = m_measures.get();
            chosen.m_series = m_series.get();
            chosen.m_peakProminence = m_peakProminence.get();
            chosen.m_crossingLevel = m_crossingLevel.get();
            final Optional<DataTableSpec> map = spec(input, ResultsMapNode.MAP);
            map.ifPresent(table -> MapTable.check(table, List.of(m_sortBy.get())));
            return spec(input, ResultsMapNode.RESULTS)
                    .flatMap(results -> map.map(table -> TidyShape.mapSpec(
                            table,
                            CourseAnalysis.of(chosen, ResultsFormat.of(results).outputs())
                                    .measureColumns())));
        }
    }

    /** Offers the measures and whatever else the map has as numbers, as the cells of the matrix. */
    static final class MatrixCells implements StringChoicesProvider {
        private Optional<Shown> m_shown = Optional.empty();

        @Override
        public void init(final StateProviderInitializer initializer) {
            m_shown = Optional.of(new Shown(initializer));
        }

        @Override
        public List<String> choices(final NodeParametersInput input) {
            try {
                return m_shown.flatMap(shown -> shown.measuredMap(input)).stream()
                        .flatMap(DataTableSpec::stream)
                        .filter(column -> column.getType().isCompatible(DoubleValue.class))
                        .map(DataColumnSpec::getName)
                        .toList();
            } catch (final InputException unusable) {
                return List.of();
            }
        }
    }

    /** Says which columns the map gets, or what is wrong. */
    static final class Outcome implements StateProvider<Optional<Message>> {
        private Optional<Shown> m_shown = Optional.empty();

        @Override
        public void init(final StateProviderInitializer initializer) {
            m_shown = Optional.of(new Shown(initializer));
        }

        @Override
        public Optional<Message> computeState(final NodeParametersInput input) {
            try {
                final Optional<DataTableSpec> measured = m_shown.flatMap(shown -> shown.measuredMap(input));
                if (measured.isEmpty()) {
                    return Optional.of(new Message(
                            "Nothing to measure yet",
                            "Connect the results and the results map of Grid Search.",
                            MessageType.INFO));
                }
                final int before = spec(input, ResultsMapNode.MAP)
                        .map(DataTableSpec::getNumColumns)
                        .orElse(0);
                final List<String> added = measured.get().stream()
                        .skip(before)
                        .map(DataColumnSpec::getName)
                        .toList();
                return Optional.of(new Message(
                        added.size() == 1 ? "1 measure" : added.size() + " measures",
                        String.join(", ", added),
                        MessageType.INFO));
            } catch (final InputException problem) {
                return Optional.of(new Message("Not ready", problem.getMessage(), MessageType.ERROR));
            }
        }
    }

    /** Tells whether the tidy table is a matrix. */
    static final class IsMatrix implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(LayoutRef.class).isOneOf(TidyLayout.MATRIX);
        }
    }

    interface SortByRef extends ParameterReference<SortKey[]> {}

    interface DerivedRef extends ParameterReference<Derived[]> {}

    interface MeasuresRef extends ParameterReference<String[]> {}

    interface SeriesRef extends ParameterReference<String> {}

    interface PeakProminenceRef extends ParameterReference<Double> {}

    interface CrossingLevelRef extends ParameterReference<Double> {}

    interface LayoutRef extends ParameterReference<TidyLayout> {}

    private static Optional<DataTableSpec> spec(final NodeParametersInput input, final int port) {
        return port < input.getInPortSpecs().length
                ? input.getInPortSpec(port)
                        .filter(DataTableSpec.class::isInstance)
                        .map(DataTableSpec.class::cast)
                        .filter(table -> table.getNumColumns() > 0)
                : Optional.empty();
    }

    /** A column to sort by. */
    @LoadDefaultsForAbsentFields
    static final class SortKey implements NodeParameters {
        @Widget(title = "Column", description = "A column of the results map.")
        @ChoicesProvider(MapColumns.class)
        String m_column = "";

        @Widget(
                title = "Order",
                description = "Whether the least or the largest value comes first. Missing " + "values are last.")
        @ValueSwitchWidget
        SortOrder m_order = SortOrder.ASCENDING;

        SortKey() {}

        SortKey(final String column, final SortOrder order) {
            m_column = column;
            m_order = order;
        }
    }

    /** A series computed from others. */
    @LoadDefaultsForAbsentFields
    static final class Derived implements NodeParameters {
        @Widget(title = "Name", description = "The name of the series, for instance <i>V</i>.")
        String m_name = "";

        @Widget(
                title = "Expression",
                description = "An expression over outputs and derived series above it, in the language of the model "
                        + "templates, for instance <i>V_pce - V_pci</i>.")
        String m_expression = "";

        Derived() {}

        Derived(final String name, final String expression) {
            m_name = name;
            m_expression = expression;
        }
    }

    @Layout(SortSection.class)
    @Widget(
            title = "Sort by",
            description = "The columns by which the map is sorted, the first one first. Without any, the order "
                    + "of the input "
                    + "is kept. In the layout <i>Wide</i> the columns of the tidy table have the order of the map.")
    @ArrayWidget(elementTitle = "Column", addButtonText = "Add column", showSortButtons = true)
    @ValueReference(SortByRef.class)
    SortKey[] m_sortBy = {};

    @Layout(DerivedSection.class)
    @Widget(title = "Derived series", description = "Each has a name and an expression.")
    @ArrayWidget(elementTitle = "Series", addButtonText = "Add series", showSortButtons = true)
    @ValueReference(DerivedRef.class)
    Derived[] m_derived = {};

    @Layout(MeasuresSection.class)
    @Widget(
            title = "Measures",
            description = "<i>mean</i>, <i>standard deviation</i>, <i>minimum</i>, <i>maximum</i>, <i>peak to "
                    + "peak</i>, "
                    + "<i>dominant frequency</i> and <i>power at the dominant frequency</i> (of the periodogram "
                    + "with a Hann "
                    + "window), <i>number of peaks</i>, <i>first crossing</i> (the time at which a level is "
                    + "first crossed "
                    + "upwards). Each becomes a column <i>measure(series)</i> of the map; it is missing if a sample in "
                    + "the window is.")
    @ChoicesProvider(MeasureNames.class)
    @ValueReference(MeasuresRef.class)
    String[] m_measures = {"mean", "standard deviation"};

    @Layout(MeasuresSection.class)
    @Widget(
            title = "Series",
            description = "The names of the outputs and derived series that are measured, separated by commas. "
                    + "If it is "
                    + "empty, all are.")
    @ValueReference(SeriesRef.class)
    String m_series = "";

    @Layout(MeasuresSection.class)
    @Widget(
            title = "Window from",
            description = "The start of the time window that is measured; if not set, " + "the first sample.")
    Optional<Double> m_from = Optional.empty();

    @Layout(MeasuresSection.class)
    @Widget(
            title = "Window to",
            description = "The end of the time window that is measured; if not set, the " + "last sample.")
    Optional<Double> m_to = Optional.empty();

    @Layout(MeasuresSection.class)
    @Widget(
            title = "Prominence of peaks",
            description = "How much a peak must stand out to be counted, as a part of the peak-to-peak "
                    + "distance, from 0 to 1.")
    @ValueReference(PeakProminenceRef.class)
    double m_peakProminence = 0.1;

    @Layout(MeasuresSection.class)
    @Widget(title = "Crossing level", description = "The level of the first crossing, in the unit of the series.")
    @ValueReference(CrossingLevelRef.class)
    double m_crossingLevel;

    @Layout(MeasuresSection.class)
    @TextMessage(Outcome.class)
    Void m_outcome;

    @Layout(TidySection.class)
    @Widget(title = "Layout", description = "The form of the tidy table.")
    @ValueSwitchWidget
    @ValueReference(LayoutRef.class)
    TidyLayout m_layout = TidyLayout.LONG;

    @Layout(TidySection.class)
    @Widget(
            title = "Rows of the matrix",
            description = "The parameter each of whose values is a row, called for instance <i>C=68</i>. Rows ascend "
                    + "with its values, or descend if the map is sorted so.")
    @ChoicesProvider(Parameters.class)
    @Effect(predicate = IsMatrix.class, type = EffectType.SHOW)
    String m_matrixRows = "";

    @Layout(TidySection.class)
    @Widget(
            title = "Columns of the matrix",
            description = "The parameter each of whose values is a column, in the same order. There must be no third "
                    + "parameter with several values: filter the results map to one of them.")
    @ChoicesProvider(Parameters.class)
    @Effect(predicate = IsMatrix.class, type = EffectType.SHOW)
    String m_matrixColumns = "";

    @Layout(TidySection.class)
    @Widget(
            title = "Cells of the matrix",
            description = "A measure, or another column of numbers of the map, for instance <i>dominant "
                    + "frequency(V)</i>.")
    @ChoicesProvider(MatrixCells.class)
    @Effect(predicate = IsMatrix.class, type = EffectType.SHOW)
    String m_matrixCells = "";

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_from.isPresent() && m_to.isPresent() && m_from.get() > m_to.get()) {
            throw new InvalidSettingsException("the window cannot go from " + m_from.get() + " to " + m_to.get()
                    + "; expected the earlier time first");
        }
    }

    /** Returns the names of the series to measure, none for all. */
    Set<String> series() {
        final Set<String> names = new LinkedHashSet<>();
        Arrays.stream(m_series.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }
}
