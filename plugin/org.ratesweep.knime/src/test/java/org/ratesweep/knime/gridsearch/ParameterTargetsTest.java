/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.knime.core.data.def.StringCell;
import org.ratesweep.core.error.InputException;
import org.ratesweep.knime.Rows;
import org.ratesweep.knime.TestModels;

class ParameterTargetsTest {
    private static final String C = "jrc/jrc_op/c";

    private static List<String> paths(final String column) {
        return ParameterTargets.byName(Rows.numbers(column), TestModels.column())
                .targets()
                .get(column);
    }

    private static String problem(final Runnable reading) {
        return assertThrows(InputException.class, reading::run).getMessage();
    }

    @Test
    void aPathOrAnUnambiguousEndOfOneNamesAVariable() {
        assertEquals(List.of(C), paths(C));
        assertEquals(List.of(C), paths("jrc_op/c"));
        assertEquals(List.of(C), paths("c"));
        assertEquals(List.of(C), paths("all/jrc_op/c"));
    }

    @Test
    void unknownNamesComeWithNearOnes() {
        assertTrue(problem(() -> paths("tau_ee")).contains("did you mean 'tau_e'"));
        assertTrue(problem(() -> paths("jrc/jrc_op/cc")).contains("did you mean 'jrc/jrc_op/c'"));
        assertTrue(problem(() -> paths("m")).contains("that can be swept"));
    }

    @Test
    void aNameOfSeveralVariablesListsTheirPaths() {
        final String problem = problem(() -> ParameterTargets.byName(Rows.numbers("h"), TestModels.populations()));
        assertTrue(problem.contains("can mean"), problem);
        assertTrue(problem.contains("connect a parameter map"), problem);
    }

    @Test
    void columnsMustBeNumbers() {
        assertTrue(problem(() -> ParameterTargets.keys(Rows.spec(StringCell.TYPE, "label")))
                .contains("'label'"));
    }

    @Test
    void aMapAndAGridMustHaveTheSameKeys() {
        final ParameterTargets targets =
                ParameterTargets.byMap(Rows.numbers("C"), TestModels.column(), Map.of("C", List.of(C)));
        assertEquals(Map.of("C", List.of(C)), targets.targets());
        assertTrue(problem(() ->
                        ParameterTargets.byMap(Rows.numbers("C", "D"), TestModels.column(), Map.of("C", List.of(C))))
                .contains("the grid has the column 'D'"));
        assertTrue(problem(
                        () -> ParameterTargets.byMap(Rows.numbers("D"), TestModels.column(), Map.of("C", List.of(C))))
                .contains("the parameter map has the key 'C'"));
        assertTrue(problem(() -> ParameterTargets.byMap(
                        Rows.numbers("C"), TestModels.column(), Map.of("C", List.of("jrc/jrc_op/m"))))
                .contains("cannot be swept"));
    }
}
