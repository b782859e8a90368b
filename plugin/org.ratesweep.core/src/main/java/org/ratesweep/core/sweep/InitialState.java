/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.core.sweep;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.model.Model;
import org.ratesweep.core.model.ModelVariable;
import org.ratesweep.core.model.StateVariable;
import org.ratesweep.core.model.UnitPath;
import org.ratesweep.core.model.VariableKind;
import org.ratesweep.core.model.VariableUnit;

/**
 * Where a sweep starts: values of state variables, for instance those with which another sweep ended.
 *
 * @param paths the full paths of the state variables, of all their units or of one
 * @param columns the values of each, in its unit: one for all parameter sets, or one for each in the order of the grid
 */
public record InitialState(List<String> paths, double[][] columns) {
    /** Every state variable at its declared initial value. */
    public static final InitialState DECLARED = new InitialState(List.of(), new double[0][]);

    private static final int MOST_NAMED = 20;

    /**
     * Checks the shape.
     *
     * @throws InputException if there are not as many columns as paths, or a column is longer than another
     */
    public InitialState {
        paths = List.copyOf(paths);
        columns = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
        if (paths.size() != columns.length) {
            throw new InputException("the initial state has " + paths.size() + " paths for " + columns.length
                    + " columns; expected one for each");
        }
        for (final double[] column : columns) {
            if (column.length != columns[0].length) {
                throw new InputException("the columns of the initial state are unequally long: " + columns[0].length
                        + " and " + column.length + " rows");
            }
        }
    }

    @Override
    public double[][] columns() {
        return Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Returns a value.
     *
     * @param column the number of the state variable among the paths
     * @param set the number of the parameter set
     */
    double value(final int column, final int set) {
        return columns[column].length == 1 ? columns[column][0] : columns[column][set];
    }

    /**
     * Makes sure that a sweep can start here.
     *
     * @param model what is run
     * @param swept the paths that the grid gives values
     * @param sets the number of parameter sets
     * @return what may not be meant, a sentence each
     * @throws InputException if a path is no state variable, is there twice or is swept too, a value is not finite, or there
     *     are neither one row nor as many as parameter sets
     */
    List<String> check(final Model model, final Set<String> swept, final int sets) {
        final Set<String> known = new HashSet<>();
        for (int i = 0; i < paths.size(); i++) {
            final String path = paths.get(i);
            for (final String unit : units(path, model)) {
                if (!known.add(unit)) {
                    throw new InputException("the initial state has '" + unit + "' twice");
                }
            }
            if (isSwept(path, swept)) {
                throw new InputException(
                        "both the parameter grid and the initial state give '" + path + "' an initial value");
            }
            if (columns[i].length != 1 && columns[i].length != sets) {
                throw new InputException("the initial state has " + columns[i].length
                        + " rows; expected 1, or one for each of the " + sets + " parameter sets");
            }
            for (final double value : columns[i]) {
                if (!Double.isFinite(value)) {
                    throw new InputException("the initial value of '" + path + "' is " + value);
                }
            }
        }
        if (paths.isEmpty()) {
            return List.of();
        }
        final List<String> missing = model.stateUnits().stream()
                .map(VariableUnit::path)
                .filter(path -> !known.contains(path))
                .toList();
        return missing.isEmpty() ? List.of() : List.of(without(missing));
    }

    private static List<String> units(final String path, final Model model) {
        final UnitPath written = UnitPath.of(path);
        final Optional<ModelVariable> variable = model.variable(written.variable());
        if (variable.isEmpty() || variable.get().kind() != VariableKind.STATE) {
            final String what = variable.map(ModelVariable::kind)
                    .map(kind -> "is " + kind.withArticle() + ", not a state variable")
                    .orElse("is no variable of " + model.name());
            throw new InputException("the initial state's '" + path + "' " + what
                    + NearMatches.suggest(
                            written.variable(),
                            model.stateVariables().stream()
                                    .map(StateVariable::path)
                                    .toList()));
        }
        return model.select(path).get(0).units().map(VariableUnit::path).toList();
    }

    /** A variable with all its units is swept, too, if one of them is, and the other way round. */
    private static boolean isSwept(final String path, final Set<String> swept) {
        final String variable = UnitPath.of(path).variable();
        return swept.contains(path)
                || swept.contains(variable)
                || path.equals(variable)
                        && swept.stream()
                                .anyMatch(other -> UnitPath.of(other).variable().equals(variable));
    }

    private static String without(final List<String> missing) {
        final List<String> shown = missing.subList(0, Math.min(missing.size(), MOST_NAMED));
        final int more = missing.size() - shown.size();
        return "the initial state has no value of " + String.join(", ", shown)
                + (more > 0 ? " and " + more + " more" : "") + ", which start at their declared values";
    }
}
