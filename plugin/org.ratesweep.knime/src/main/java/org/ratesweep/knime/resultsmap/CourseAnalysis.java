/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.measure.DerivedSeries;
import org.ratesweep.core.measure.Measure;
import org.ratesweep.core.measure.Series;

/**
 * What is computed from the courses of a parameter set.
 *
 * @param derived the derived series by their names, each of which may use those before it
 * @param measured the series that are measured
 * @param measures the measures
 * @param from the start of the window
 * @param to the end of the window
 */
record CourseAnalysis(
        Map<String, DerivedSeries> derived, List<String> measured, List<Measure> measures, double from, double to) {
    /**
     * Checks the settings.
     *
     * @param parameters what the user chose
     * @param outputs the outputs in the results
     * @return the analysis
     * @throws InputException if a measure or series is unknown, or an expression or name cannot be used
     */
    static CourseAnalysis of(final ResultsMapParameters parameters, final List<String> outputs) {
        final Set<String> known = new LinkedHashSet<>(outputs);
        final Map<String, DerivedSeries> derived = new LinkedHashMap<>();
        for (final ResultsMapParameters.Derived series : parameters.m_derived) {
            final String name = series.m_name.strip();
            if (name.isEmpty()) {
                throw new InputException("a derived series has no name");
            }
            if (known.contains(name)) {
                throw new InputException("there is more than one series '" + name + "'; rename the derived one");
            }
            try {
                derived.put(name, DerivedSeries.parse(series.m_expression, known));
            } catch (final InputException problem) {
                throw problem.within("the derived series '" + name + "'");
            }
            known.add(name);
        }
        for (final String name : parameters.series()) {
            if (!known.contains(name)) {
                throw new InputException(
                        "there is no series '" + name + "' to measure" + NearMatches.suggest(name, known));
            }
        }
        return new CourseAnalysis(
                derived,
                List.copyOf(parameters.series().isEmpty() ? known : parameters.series()),
                Measures.named(
                        Arrays.stream(parameters.m_measures).distinct().toList(),
                        parameters.m_peakProminence,
                        parameters.m_crossingLevel),
                parameters.m_from.orElse(Double.NEGATIVE_INFINITY),
                parameters.m_to.orElse(Double.POSITIVE_INFINITY));
    }

    /** Returns the names of the columns that hold the measures: {@code measure(series)}. */
    List<String> measureColumns() {
        return measured.stream()
                .flatMap(series -> measures.stream().map(measure -> measure.name() + "(" + series + ")"))
                .toList();
    }

    /** Returns a course with the derived series behind its own. */
    SetCourse withDerived(final SetCourse course) {
        final Map<String, double[]> series = new LinkedHashMap<>(course.series());
        derived.forEach((name, definition) -> series.put(name, definition.compute(series, course.times().length)));
        return new SetCourse(course.set(), course.times(), series);
    }

    /**
     * Measures a course.
     *
     * @param course a course with its derived series
     * @return a number for each of {@link #measureColumns()}; NaN where there is none
     * @throws InputException if the window has too few samples for a measure
     */
    double[] measure(final SetCourse course) {
        final List<Double> numbers = new ArrayList<>();
        for (final String name : measures.isEmpty() ? List.<String>of() : measured) {
            final Series part =
                    Series.of(course.times(), course.series().get(name)).within(from, to);
            measures.forEach(measure -> numbers.add(measure.compute(part)));
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
