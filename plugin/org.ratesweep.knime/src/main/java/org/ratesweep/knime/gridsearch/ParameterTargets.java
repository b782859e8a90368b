/* Copyright the Ratesweep authors. SPDX-License-Identifier: Apache-2.0 */
package org.ratesweep.knime.gridsearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.ratesweep.core.error.InputException;
import org.ratesweep.core.error.NearMatches;
import org.ratesweep.core.sweep.ParameterTarget;
import org.ratesweep.knime.port.ModelPortObjectSpec;
import org.ratesweep.knime.results.ResultsColumns;

/**
 * What every column of the grid sets.
 *
 * @param targets paths in the model by the columns' names, in the order of the columns
 */
record ParameterTargets(Map<String, List<String>> targets) {

    /** Returns the columns of the grid, all of which hold numbers. */
    static List<String> keys(final DataTableSpec grid) {
        for (final DataColumnSpec column : grid) {
            if (!column.getType().isCompatible(DoubleValue.class)) {
                throw new InputException("the grid column '" + column.getName() + "' holds " + column.getType()
                        + "; expected numbers: a column of the grid is a parameter, so leave others out (Column "
                        + "Filter)");
            }
            ResultsColumns.requireFree(column.getName(), "the grid column");
        }
        return List.of(grid.getColumnNames());
    }

    /**
     * Finds the targets of a grid that came without a map.
     *
     * @param grid the grid; the name of a column is a path (in which {@code all} may stand for any node), or the name
     *     of a variable or {@code operator/variable} that only one variable of the model has
     * @param model the model
     * @return the targets
     * @throws InputException if a column means nothing or several variables, with their paths or the nearest names, or
     *     two columns mean the same one
     */
    static ParameterTargets byName(final DataTableSpec grid, final ModelPortObjectSpec model) {
        final Map<String, List<String>> patterns = new LinkedHashMap<>();
        keys(grid).forEach(key -> patterns.put(key, List.of(path(key, model))));
        return new ParameterTargets(model.targets(patterns, "the grid column"));
    }

    /**
     * Finds the targets of a grid that came with a map.
     *
     * @param grid the grid
     * @param model the model
     * @param map paths by the names of columns
     * @return the targets
     * @throws InputException if the map lacks a column of the grid or has one that is not there, or a path means
     *     nothing or is there for two columns
     */
    static ParameterTargets byMap(
            final DataTableSpec grid, final ModelPortObjectSpec model, final Map<String, List<String>> map) {
        final List<String> keys = keys(grid);
        for (final String key : map.keySet()) {
            if (!keys.contains(key)) {
                throw new InputException("the parameter map has the key '" + key + "', which is no column of the grid"
                        + NearMatches.suggest(key, keys));
            }
        }
        final Map<String, List<String>> patterns = new LinkedHashMap<>();
        for (final String key : keys) {
            if (!map.containsKey(key)) {
                throw new InputException("the grid has the column '" + key + "', which the parameter map does not have"
                        + NearMatches.suggest(key, map.keySet()));
            }
            patterns.put(key, map.get(key));
        }
        return new ParameterTargets(model.targets(patterns, "the parameter map, key"));
    }

    List<String> keys() {
        return List.copyOf(targets.keySet());
    }

    ParameterTarget target(final String key) {
        return new ParameterTarget.Paths(targets.get(key));
    }

    private static String path(final String column, final ModelPortObjectSpec model) {
        final List<String> sweepable = model.sweepablePaths();
        if (sweepable.contains(column)) {
            return column;
        }
        final List<String> sameName = sweepable.stream()
                .filter(path -> path.endsWith("/" + column))
                .filter(path -> !column.equals("weight"))
                .toList();
        if (sameName.size() == 1) {
            return sameName.get(0);
        }
        if (sameName.size() > 1) {
            throw new InputException("the grid column '" + column + "' can mean "
                    + String.join(", ", sameName)
                    + "; name the column by one of these paths, or connect a parameter map");
        }
        if (column.split("/", -1).length > 2) {
            return column;
        }
        throw new InputException("the grid column '" + column + "' is no variable of " + model.modelName()
                + " that can be swept" + NearMatches.suggest(column, names(model))
                + " (Connect a parameter map for keys of your own.)");
    }

    private static List<String> names(final ModelPortObjectSpec model) {
        final Set<String> names = new LinkedHashSet<>();
        final List<String> paths = new ArrayList<>();
        for (final ModelPortObjectSpec.Variable variable : model.variables()) {
            if (variable.sweepable() && !variable.ofEdge()) {
                names.add(variable.path().substring(variable.path().lastIndexOf('/') + 1));
                paths.add(variable.path());
            }
        }
        names.addAll(paths);
        return List.copyOf(names);
    }
}
