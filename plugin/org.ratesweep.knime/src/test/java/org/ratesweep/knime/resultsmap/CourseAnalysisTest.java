/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.resultsmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.InvalidSettingsException;
import org.ratesweep.core.error.InputException;
import org.ratesweep.knime.Rows;
import org.ratesweep.knime.resultsmap.ResultsMapParameters.Derived;
import org.ratesweep.knime.resultsmap.ResultsMapParameters.SortKey;

class CourseAnalysisTest {
    private static final List<String> OUTPUTS = List.of("V_pce", "V_pci");

    private static ResultsMapParameters parameters() {
        final ResultsMapParameters parameters = new ResultsMapParameters();
        parameters.m_derived = new Derived[] {new Derived("V", "V_pce - V_pci"), new Derived("W", "2 * V")};
        parameters.m_series = "W";
        parameters.m_measures = new String[] {"mean", "maximum"};
        parameters.m_from = Optional.of(1.0);
        return parameters;
    }

    private static void refuses(final String reason, final Consumer<ResultsMapParameters> mistake) {
        final ResultsMapParameters parameters = parameters();
        mistake.accept(parameters);
        final String problem = assertThrows(InputException.class, () -> CourseAnalysis.of(parameters, OUTPUTS))
                .getMessage();
        assertTrue(problem.contains(reason), problem);
    }

    @Test
    void derivedSeriesAreMeasuredInTheWindow() {
        final CourseAnalysis analysis = CourseAnalysis.of(parameters(), OUTPUTS);
        final SetCourse course = analysis.withDerived(new SetCourse(
                "a", new double[] {0, 1, 2}, Map.of("V_pce", new double[] {9, 3, 5}, "V_pci", new double[] {0, 1, 2})));
        assertEquals(List.of("mean(W)", "maximum(W)"), analysis.measureColumns());
        assertArrayEquals(new double[] {5, 6}, analysis.measure(course), 1e-12);
    }

    @Test
    void everyMistakeIsNamed() {
        refuses("there is no measure 'men'; did you mean 'mean'", p -> p.m_measures = new String[] {"men"});
        refuses("there is no series 'U'", p -> p.m_series = "U");
        refuses("has no name", p -> p.m_derived[0].m_name = " ");
        refuses("more than one series 'V_pce'", p -> p.m_derived[0].m_name = "V_pce");
        refuses("V_pcx", p -> p.m_derived[0].m_expression = "V_pcx");
    }

    @Test
    void aWindowMustNotEndBeforeItStarts() {
        final ResultsMapParameters parameters = parameters();
        parameters.m_to = Optional.of(0.5);
        assertThrows(InvalidSettingsException.class, parameters::validate);
    }

    @Test
    void theMapIsSortedWithMissingValuesLast() {
        final MapTable map = MapTable.read(Rows.of(Rows.numbers("C", "tau"))
                .with("a", 2, 1)
                .with("b", DataType.getMissingCell(), new DoubleCell(1))
                .with("c", 1, 2)
                .with("d", 2, 0));
        assertEquals(
                List.of("d", "a", "c", "b"),
                List.copyOf(map.sortedBy(List.of(
                                new SortKey("C", SortOrder.DESCENDING), new SortKey("tau", SortOrder.ASCENDING)))
                        .rows()
                        .keySet()));
        assertEquals("C=2, tau=1", map.label("a"));
        assertThrows(InputException.class, () -> map.sortedBy(List.of(new SortKey("D", SortOrder.ASCENDING))));
    }

    @Test
    void wideColumnsAreNamedByParametersIfTheseTellSetsApart() {
        final MapTable map =
                MapTable.read(Rows.of(Rows.numbers("C")).with("a", 68).with("b", 135));
        assertArrayEquals(
                new String[] {"time", "V|C=68", "V|C=135"},
                TidyShape.wideSpec(List.of("a", "b"), map, List.of("V")).getColumnNames());
        final MapTable same =
                MapTable.read(Rows.of(Rows.numbers("C")).with("a", 68).with("b", 68));
        assertArrayEquals(
                new String[] {"time", "V|a", "V|b"},
                TidyShape.wideSpec(List.of("a", "b"), same, List.of("V")).getColumnNames());
    }
}
