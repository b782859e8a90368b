/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

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

    /** Offers the outputs in the results. */
    static final class OutputSeries implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput input) {
            return spec(input, ResultsMapNode.RESULTS)
                    .flatMap(ResultsFormat::detect)
                    .map(ResultsFormat::outputs)
                    .orElse(List.of());
        }
    }

    /** Offers the measures that the core has. */
    static final class MeasureNames implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput input) {
            return Measures.names();
        }
    }

    private static Optional<DataTableSpec> spec(final NodeParametersInput input, final int port) {
        return port < input.getInPortSpecs().length
                ? input.getInPortSpec(port)
                        .filter(DataTableSpec.class::isInstance)
                        .map(DataTableSpec.class::cast)
                : Optional.empty();
    }

    /** A column to sort by. */
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
    SortKey[] m_sortBy = {};

    @Layout(DerivedSection.class)
    @Widget(title = "Derived series", description = "Each has a name and an expression.")
    @ArrayWidget(elementTitle = "Series", addButtonText = "Add series", showSortButtons = true)
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
    String[] m_measures = {"mean", "standard deviation"};

    @Layout(MeasuresSection.class)
    @Widget(
            title = "Series",
            description = "The names of the outputs and derived series that are measured, separated by commas. "
                    + "If it is "
                    + "empty, all are.")
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
    double m_peakProminence = 0.1;

    @Layout(MeasuresSection.class)
    @Widget(title = "Crossing level", description = "The level of the first crossing, in the unit of the series.")
    double m_crossingLevel;

    @Layout(TidySection.class)
    @Widget(title = "Layout", description = "The form of the tidy table.")
    @ValueSwitchWidget
    TidyLayout m_layout = TidyLayout.LONG;

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
